import { showPaper, takePaper } from '@/features/closing/papers/handlers';
import { handled } from '@/ui/http';

type Context = { params: Promise<{ pair: string; paper: string }> };

export const GET = handled<Context>(async (request, { params }) => {
  const { pair, paper } = await params;
  return showPaper(request, pair, paper);
});
export const POST = handled<Context>(async (request, { params }) => {
  const { pair, paper } = await params;
  return takePaper(request, pair, paper);
});
