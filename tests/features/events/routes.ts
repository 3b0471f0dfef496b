import { eventAt, eventByLink, sendEventCalendar, showEvent, takeReply } from '@/features/events/replying/handlers';
import { sendFeed, showFeed, takeFeed } from '@/features/events/feed/handlers';

/** What the routes of events do, by the rest of the path. */
export async function routeEvent(request: Request, [a = '', b = '', c = '']: readonly string[]): Promise<Response> {
  const post = request.method === 'POST';
  if (a === 'feed' && b) return sendFeed(b);
  if (a === 'feed') return post ? takeFeed(request) : showFeed(request);
  if (a === 'invitation' && c) return sendEventCalendar(await eventByLink(b));
  if (a === 'invitation')
    return post ? takeReply(request, () => eventByLink(b)) : showEvent(request, await eventByLink(b));
  if (b) return sendEventCalendar(await eventAt(request, a));
  return post ? takeReply(request, () => eventAt(request, a)) : showEvent(request, await eventAt(request, a));
}
