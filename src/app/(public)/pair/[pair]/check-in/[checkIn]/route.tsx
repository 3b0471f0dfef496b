import { placeAt, showCheckIn, takeCheckIn } from '@/features/pairs/check-ins/handlers';
import { handled } from '@/ui/http';

type Context = { params: Promise<{ pair: string; checkIn: string }> };

export const GET = handled<Context>(async (request, { params }) => {
  const { pair, checkIn } = await params;
  return showCheckIn(request, await placeAt(request, pair, checkIn));
});
export const POST = handled<Context>(async (request, { params }) => {
  const { pair, checkIn } = await params;
  return takeCheckIn(request, () => placeAt(request, pair, checkIn));
});
