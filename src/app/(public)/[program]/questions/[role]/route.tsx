import { showQuestions } from '@/features/programs/handlers';
import { handled } from '@/ui/http';

type Context = { params: Promise<{ program: string; role: string }> };

export const GET = handled<Context>(async (_, { params }) => {
  const { program, role } = await params;
  return showQuestions(program, role);
});
