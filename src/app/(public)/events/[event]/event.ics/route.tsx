import { eventAt, sendEventCalendar } from '@/features/events/replying/handlers';
import { handled } from '@/ui/http';

type Context = { params: Promise<{ event: string }> };

export const GET = handled<Context>(async (request, { params }) =>
  sendEventCalendar(await eventAt(request, (await params).event)),
);
