import { postWait } from '@/auth/post-limit';
import { participantSession } from '@/auth/sessions';
import { eventStand } from '@/domain/event';
import { Refusal } from '@/domain/refusal';
import { assertOffered } from '@/lib/language';
import { clock } from '@/lib/clock';
import { isId } from '@/lib/id';
import { paths } from '@/lib/paths';
import { newToken } from '@/lib/token';
import { eventFile } from '@/lib/words/event-calendar';
import { refusalInWords } from '@/lib/words/refusals';
import { say } from '@/lib/words/say';
import { html, messagePage, notFound, readForm, seeOther } from '@/ui/http';
import { waitText } from '@/ui/wait';
import { findInvitation, type Invitation } from '../queries';
import { answerEvent } from './commands';
import { EndedEventLinkPage, InvitationPage } from './components/static/invitation-page';
import { findByLink, type Place } from './queries';
import { replySchema, type ReplyTyped } from './schema';

/** By the session of a participant: on the status page, and the page of a pair. */
export async function eventAt(request: Request, id: string): Promise<Place | Response> {
  const now = clock.now();
  const session = await participantSession(request, now);
  if (!session) return seeOther(paths.resume());
  if (session.personId === null)
    return messagePage(say('status.confirmYourAddressFirst'), say('events.confirmFirst'), 403);
  const invitation = isId(id) ? await findInvitation(session.personId, id, now) : null;
  if (!invitation) return notFound();
  assertOffered(invitation.event.cycle.program.languages);
  return { invitation, href: paths.event(id), fileHref: paths.eventCalendar(id), byLink: false };
}

/** By the link of a mail, which opens this event and nothing else. */
export async function eventByLink(token: string): Promise<Place | Response> {
  const invitation = await findByLink(token, clock.now());
  if (!invitation) return html(<EndedEventLinkPage />, 410);
  assertOffered(invitation.event.cycle.program.languages);
  return { invitation, href: paths.eventLink(token), fileHref: paths.eventLinkCalendar(token), byLink: true };
}

/** What they asked for here before, else what they told us when they applied. */
const standing = ({ reply, me }: Invitation): ReplyTyped => ({
  answer: '',
  arrange: reply ? reply.arrange : me.arrange,
});

type Shown = { typed?: ReplyTyped; problems?: Record<string, string>; refused?: string; said?: boolean };

const page = (place: Place, { typed, ...shown }: Shown = {}, status = 200): Promise<Response> =>
  html(
    <InvitationPage
      place={place}
      typed={typed ?? standing(place.invitation)}
      stand={eventStand(place.invitation.event, clock.now())}
      {...shown}
    />,
    status,
  );

/** Opening it changes nothing, also where a mail scanner follows the link. */
export function showEvent(request: Request, place: Place | Response): Promise<Response> | Response {
  if (place instanceof Response) return place;
  return page(place, { said: new URL(request.url).searchParams.has('said') });
}

type Find = () => Promise<Place | Response>;

/** Takes a yes or a no, by its button. */
export async function takeReply(request: Request, find: Find): Promise<Response> {
  const posted = await readForm(request);
  const place = await find();
  if (place instanceof Response) return place;
  const typed = { answer: posted.text('answer'), arrange: posted.text('arrange') };
  const wait = await postWait(request);
  if (wait > 0) return page(place, { typed, refused: waitText(wait) }, 429);
  const parsed = replySchema.safeParse(typed);
  if (!parsed.success) {
    const problems = Object.fromEntries(parsed.error.issues.map(({ path, message }) => [String(path[0]), message]));
    return page(place, { typed, problems }, 422);
  }
  const { event, me } = place.invitation;
  try {
    const answering = { eventId: event.id, personId: me.personId, input: parsed.data };
    await answerEvent(answering, { newToken, now: clock.now() });
    return seeOther(`${place.href}?said=1`);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const again = await find();
    return again instanceof Response ? again : page(again, { typed, refused: refusalInWords(error) }, 409);
  }
}

/** One event for a calendar. */
export function sendEventCalendar(place: Place | Response): Response {
  if (place instanceof Response) return place;
  const { event, reply } = place.invitation;
  return new Response(eventFile(event, reply?.state === 'yes', clock.now()), {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': 'attachment; filename="event.ics"',
      'Cache-Control': 'private, no-store',
    },
  });
}
