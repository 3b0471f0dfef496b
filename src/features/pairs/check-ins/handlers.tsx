import { postWait } from '@/auth/post-limit';
import { openCheckIns, type DatedCheckIn } from '@/domain/check-in';
import { Refusal } from '@/domain/refusal';
import { clock } from '@/lib/clock';
import { paths } from '@/lib/paths';
import { refusalInWords } from '@/lib/words/refusals';
import { html, notFound, readForm, seeOther, type PostedForm } from '@/ui/http';
import { waitText } from '@/ui/wait';
import { openPairAt, yearOf } from '../home/handlers';
import { PairOverPage } from '../home/components/static/pair-page';
import type { Pair } from '../home/queries';
import { EndedLinkPage } from '../links/components/static/link-page';
import { findNudged } from '../quiet/queries';
import { answerCheckIn } from './commands';
import { CheckInPage, type CheckInPageProps } from './components/static/check-in-page';
import { readCheckIn, type CheckInTyped } from './schema';

type Place = { pair: Pair; checkIn: DatedCheckIn; action: string; onward: string };

/** A check-in whose day has come, of a pair that is at work; another is as if it were not there. */
function placeOf(pair: Pair, key: string, way: { action: string; onward: string }): Place | null {
  const checkIn = openCheckIns(yearOf(pair), clock.now()).find((one) => one.key === key);
  return checkIn && pair.phase === 'at_work' ? { pair, checkIn, ...way } : null;
}

/** For somebody who is signed in. */
export async function placeAt(request: Request, name: string, key: string): Promise<Place | Response> {
  const pair = await openPairAt(request, name);
  if (pair instanceof Response) return pair;
  const way = { action: paths.pairCheckIn(name, key), onward: paths.pair(name, '?checked=1') };
  return placeOf(pair, key, way) ?? notFound();
}

/** For somebody who comes from a reminder: its link answers, and opens nothing else. */
export async function placeByLink(token: string, key: string): Promise<Place | Response> {
  const pair = await findNudged(token, clock.now());
  if (!pair) return html(<EndedLinkPage />, 410);
  if (pair.phase === 'over') return html(<PairOverPage pair={pair} closing={false} />, 410);
  const action = paths.checkInLink(token, key);
  return placeOf(pair, key, { action, onward: `${action}?said=1` }) ?? notFound();
}

const typedIn = (posted: PostedForm): CheckInTyped => ({
  contact: posted.text('contact'),
  going: posted.text('going'),
  enough: posted.text('enough'),
  words: posted.text('words'),
});

/** What was answered before, or the answer that was tapped in the mail: chosen, not sent. */
function typedOf({ pair, checkIn }: Place, tapped: string): CheckInTyped {
  const row = pair.checkIns.find(({ key }) => key === checkIn.key);
  return {
    contact: tapped || (row?.contact ?? ''),
    going: String(row?.going ?? ''),
    enough: String(row?.enough ?? ''),
    words: row?.words ?? '',
  };
}

const page = ({ pair, checkIn, action }: Place, shown: Omit<CheckInPageProps, keyof Place>, status = 200) =>
  html(<CheckInPage pair={pair} checkIn={checkIn} action={action} {...shown} />, status);

export function showCheckIn(request: Request, place: Place | Response): Promise<Response> | Response {
  if (place instanceof Response) return place;
  const search = new URL(request.url).searchParams;
  return page(place, { typed: typedOf(place, search.get('a') ?? ''), said: search.has('said') });
}

export async function takeCheckIn(request: Request, find: () => Promise<Place | Response>): Promise<Response> {
  const posted = await readForm(request);
  const place = await find();
  if (place instanceof Response) return place;
  const typed = typedIn(posted);
  const wait = await postWait(request);
  if (wait > 0) return page(place, { typed, refused: waitText(wait) }, 429);
  const read = readCheckIn(place.checkIn, typed);
  if ('problems' in read) return page(place, { typed, problems: read.problems }, 422);
  try {
    await answerCheckIn(place.pair, { checkIn: place.checkIn, input: read.input }, clock.now());
    return seeOther(place.onward);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return page(place, { typed, refused: refusalInWords(error) }, 409);
  }
}
