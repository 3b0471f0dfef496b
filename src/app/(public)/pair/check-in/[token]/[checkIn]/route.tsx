import { placeByLink, showCheckIn, takeCheckIn } from '@/features/pairs/check-ins/handlers';
import { handled } from '@/ui/http';

type Context = { params: Promise<{ token: string; checkIn: string }> };

export const GET = handled<Context>(async (request, { params }) => {
  const { token, checkIn } = await params;
  return showCheckIn(request, await placeByLink(token, checkIn));
});
export const POST = handled<Context>(async (request, { params }) => {
  const { token, checkIn } = await params;
  return takeCheckIn(request, () => placeByLink(token, checkIn));
});
