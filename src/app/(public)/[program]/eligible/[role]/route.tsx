import { showPrecheck, takePrecheck } from '@/features/applications/precheck/handlers';
import { handled } from '@/ui/http';

type Context = { params: Promise<{ program: string; role: string }> };

export const GET = handled<Context>(async (_, { params }) => {
  const { program, role } = await params;
  return showPrecheck(program, role);
});

export const POST = handled<Context>(async (request, { params }) => {
  const { program, role } = await params;
  return takePrecheck(request, program, role);
});
