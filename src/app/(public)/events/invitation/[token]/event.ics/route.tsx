import { eventByLink, sendEventCalendar } from '@/features/events/replying/handlers';
import { handled } from '@/ui/http';

type Context = { params: Promise<{ token: string }> };

export const GET = handled<Context>(async (_, { params }) =>
  sendEventCalendar(await eventByLink((await params).token)),
);
