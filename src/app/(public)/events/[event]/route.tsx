import { eventAt, showEvent, takeReply } from '@/features/events/replying/handlers';
import { handled } from '@/ui/http';

type Context = { params: Promise<{ event: string }> };

export const GET = handled<Context>(async (request, { params }) =>
  showEvent(request, await eventAt(request, (await params).event)),
);
export const POST = handled<Context>(async (request, { params }) => {
  const { event } = await params;
  return takeReply(request, () => eventAt(request, event));
});
