import { showGoal, takeGoal } from '@/features/pairs/goals/handlers';
import { handled } from '@/ui/http';

type Context = { params: Promise<{ pair: string; goal: string }> };

export const GET = handled<Context>(async (request, { params }) => {
  const { pair, goal } = await params;
  return showGoal(request, pair, goal);
});
export const POST = handled<Context>(async (request, { params }) => {
  const { pair, goal } = await params;
  return takeGoal(request, pair, goal);
});
