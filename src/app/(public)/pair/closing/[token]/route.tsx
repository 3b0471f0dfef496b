import { closingPlaceByLink, showClosing, takeClosing } from '@/features/closing/answering/handlers';
import { handled } from '@/ui/http';

type Context = { params: Promise<{ token: string }> };

export const GET = handled<Context>(async (request, { params }) =>
  showClosing(request, await closingPlaceByLink((await params).token)),
);
export const POST = handled<Context>(async (request, { params }) => {
  const { token } = await params;
  return takeClosing(request, () => closingPlaceByLink(token));
});
