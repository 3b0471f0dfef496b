import { postWait } from '@/auth/post-limit';
import { participantSession } from '@/auth/sessions';
import { calendarFile } from '@/domain/calendar';
import { clock } from '@/lib/clock';
import { appUrl, webEnv } from '@/lib/env';
import { paths } from '@/lib/paths';
import { eventEntry } from '@/lib/words/event-calendar';
import { pairDatesInWords } from '@/lib/words/pair-dates';
import { say } from '@/lib/words/say';
import { html, messagePage, notFound, readForm, seeOther } from '@/ui/http';
import { waitPage } from '@/ui/wait';
import { endFeed, renewFeed } from './commands';
import { FeedPage } from './components/static/feed-page';
import { findFeedGround, findFeedKey, findFeedOwner, listFeedEvents, listFeedPairs } from './queries';
import { feedToken, keyIn } from './schema';

async function ownerOf(request: Request) {
  const session = await participantSession(request, clock.now());
  if (!session) return seeOther(paths.resume());
  const { personId } = session;
  if (personId === null) return messagePage(say('status.confirmYourAddressFirst'), say('events.confirmFirst'), 403);
  const ground = await findFeedGround(personId);
  return ground ? { personId, ...ground } : notFound();
}

const SAID = ['made', 'ended'] as const;

export async function showFeed(request: Request): Promise<Response> {
  const owner = await ownerOf(request);
  if (owner instanceof Response) return owner;
  const key = await findFeedKey(owner.personId);
  const said = SAID.find((one) => new URL(request.url).searchParams.has(one));
  const address = key && `${appUrl()}${paths.feedFile(feedToken(key, webEnv().AUTH_SECRET))}`;
  const { contactName: name, contactEmail: email, contactPhone: phone } = owner.cycle.program;
  return html(
    <FeedPage address={address} said={said ? say(`events.feed_${said}`) : ''} contact={{ name, email, phone }} />,
  );
}

/** Makes the address, a new one, or ends it: as `step` says. */
export async function takeFeed(request: Request): Promise<Response> {
  const posted = await readForm(request);
  const owner = await ownerOf(request);
  if (owner instanceof Response) return owner;
  const wait = await postWait(request);
  if (wait > 0) return waitPage(wait);
  if (posted.text('step') === 'end') {
    await endFeed(owner, clock.now());
    return seeOther(paths.feed('?ended=1'));
  }
  await renewFeed(owner, clock.now());
  return seeOther(paths.feed('?made=1'));
}

type Pair = Awaited<ReturnType<typeof listFeedPairs>>[number];

/** Dates of a pair under the names that its own calendar file has, so that both are one in a calendar. */
const datesOf = ({ id, reference, startedAt, plan: { cycle } }: Pair, now: Date) => {
  const name = reference?.toLowerCase() ?? id;
  return pairDatesInWords({ ...cycle, startedAt }, now).map(({ key, at, title }) => ({
    uid: `${name}-${key}@${new URL(appUrl()).hostname}`,
    at,
    title: `${cycle.program.name}: ${title}`,
    url: `${appUrl()}${paths.pair(name)}`,
    sequence: cycle.version - 1,
  }));
};

/** The private calendar itself, read by programs that know no session: whoever has the address reads it. */
export async function sendFeed(file: string): Promise<Response> {
  const key = keyIn(file, webEnv().AUTH_SECRET);
  const personId = key && (await findFeedOwner(key));
  if (!personId) return new Response(null, { status: 404, headers: { 'Cache-Control': 'private, no-store' } });
  const now = clock.now();
  const [pairs, events] = [await listFeedPairs(personId), await listFeedEvents(personId)];
  const entries = [...pairs.flatMap((pair) => datesOf(pair, now)), ...events.map((event) => eventEntry(event, true))];
  const text = calendarFile(
    { name: say('events.feedName'), url: `${appUrl()}${paths.status()}`, entries, sequence: 0 },
    now,
  );
  return new Response(text, {
    headers: { 'Content-Type': 'text/calendar; charset=utf-8', 'Cache-Control': 'private, no-store' },
  });
}
