import { eventByLink, showEvent, takeReply } from '@/features/events/replying/handlers';
import { handled } from '@/ui/http';

type Context = { params: Promise<{ token: string }> };

export const GET = handled<Context>(async (request, { params }) =>
  showEvent(request, await eventByLink((await params).token)),
);
export const POST = handled<Context>(async (request, { params }) => {
  const { token } = await params;
  return takeReply(request, () => eventByLink(token));
});
