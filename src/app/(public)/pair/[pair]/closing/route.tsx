import { closingPlaceAt, showClosing, takeClosing } from '@/features/closing/answering/handlers';
import { handled } from '@/ui/http';

type Context = { params: Promise<{ pair: string }> };

export const GET = handled<Context>(async (request, { params }) =>
  showClosing(request, await closingPlaceAt(request, (await params).pair)),
);
export const POST = handled<Context>(async (request, { params }) => {
  const { pair } = await params;
  return takeClosing(request, () => closingPlaceAt(request, pair));
});
