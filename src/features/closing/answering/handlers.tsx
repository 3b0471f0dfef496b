import { postWait } from '@/auth/post-limit';
import { participantSession } from '@/auth/sessions';
import { closingPhase } from '@/domain/closing';
import { Refusal } from '@/domain/refusal';
import { clock } from '@/lib/clock';
import { paths } from '@/lib/paths';
import { refusalInWords } from '@/lib/words/refusals';
import { say } from '@/lib/words/say';
import { html, messagePage, notFound, readForm, seeOther, type PostedForm } from '@/ui/http';
import { waitText } from '@/ui/wait';
import { saveClosing, takeQuoteBack } from './commands';
import { ClosingPage, type ClosingPageProps } from './components/static/closing-page';
import { ClosedPage, EarlyPage } from './components/static/closed-page';
import { findClosing, findClosingByLink, type Closing } from './queries';
import { readClosing, type ClosingTyped } from './schema';

export type Place = { closing: Closing; /** Where the form goes, and the page after it. */ action: string };

/** One's own pair at its end, or the answer to give instead. */
export async function closingAt(request: Request, name: string): Promise<Closing | Response> {
  const session = await participantSession(request, clock.now());
  if (!session) return seeOther(paths.resume());
  if (session.personId === null)
    return messagePage(say('status.confirmYourAddressFirst'), say('pair.confirmFirst'), 403);
  return (await findClosing(session.personId, name)) ?? notFound();
}

/** For somebody who is signed in. */
export async function closingPlaceAt(request: Request, name: string): Promise<Place | Response> {
  const closing = await closingAt(request, name);
  return closing instanceof Response ? closing : { closing, action: paths.pairClosing(name) };
}

/** For somebody who comes from a mail: its link answers these questions, and opens nothing else. */
export async function closingPlaceByLink(token: string): Promise<Place | Response> {
  const closing = await findClosingByLink(token, clock.now());
  if (!closing) return messagePage(say('code.thisLinkHasEnded'), say('pair.linkEnded'), 410);
  return { closing, action: paths.closingLink(token) };
}

const typedIn = (posted: PostedForm, { areas }: Closing): ClosingTyped => ({
  ratings: Object.fromEntries(areas.map(({ value }) => [value, posted.text(`rating_${value}`)])),
  goals: posted.all('goals'),
  recommend: posted.text('recommend'),
  again: posted.text('again'),
  helped: posted.text('helped'),
  better: posted.text('better'),
  quote: posted.text('quote'),
  quote_consent: posted.text('quote_consent'),
  quote_name: posted.text('quote_name'),
  version: posted.text('version'),
});

/** What was saved before. Nothing is ticked that was not ticked. */
const typedOf = ({ saved, ratings }: Closing): ClosingTyped => ({
  ratings: Object.fromEntries(Object.entries(ratings).map(([area, value]) => [area, String(value)])),
  goals: saved?.goals ?? [],
  recommend: String(saved?.recommend ?? ''),
  again: saved?.again ?? '',
  helped: saved?.helped ?? '',
  better: saved?.better ?? '',
  quote: saved?.quote ?? '',
  quote_consent: saved?.quoteAs ? 'yes' : '',
  quote_name: saved?.quoteAs ?? '',
  version: String(saved?.version ?? 0),
});

const page = (place: Place, shown: Omit<ClosingPageProps, keyof Place>, status = 200) =>
  html(<ClosingPage {...place} {...shown} />, status);

const SAID = ['sent', 'later', 'back'] as const;

export function showClosing(request: Request, place: Place | Response): Promise<Response> | Response {
  if (place instanceof Response) return place;
  const { searchParams } = new URL(request.url);
  const said = SAID.find((key) => searchParams.has(key));
  const shown = { said: said ? say(`closing.said_${said}`) : '' };
  const phase = closingPhase(place.closing.window, clock.now());
  if (phase === 'before') return html(<EarlyPage closing={place.closing} />);
  if (phase === 'closed') return html(<ClosedPage {...place} {...shown} />);
  return page(place, { typed: typedOf(place.closing), ...shown });
}

/** The sentence that is ticked, as this page shows it: it is kept with the consent. */
export const consentWords = ({ cycle }: Closing): string => say('closing.quoteAgree', { program: cycle.program.name });

async function keep(place: Place, typed: ClosingTyped, press: string, find: () => Promise<Place | Response>) {
  const { closing, action } = place;
  // What staff have read already is changed, not taken back into a draft.
  const send = press !== 'later' || (closing.saved?.sentAt ?? null) !== null;
  const read = readClosing(typed, { send, areas: closing.short ? [] : closing.areas });
  if ('problems' in read) return page(place, { typed, problems: read.problems }, 422);
  // A goal that is not theirs, or gone, is not kept.
  const goals = read.input.goals.filter((id) => closing.goals.some((goal) => goal.id === id));
  try {
    const saving = { input: { ...read.input, goals }, send, wording: consentWords(closing) };
    await saveClosing(closing, saving, clock.now());
    return seeOther(`${action}?${send ? 'sent' : 'later'}=1`);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const fresh = await find();
    if (fresh instanceof Response) return fresh;
    const again = { ...typed, version: String(fresh.closing.saved?.version ?? 0) };
    return page(fresh, { typed: again, refused: refusalInWords(error) }, 409);
  }
}

/** Sends the answers, keeps them for later, or takes the consent to a quote back. */
export async function takeClosing(request: Request, find: () => Promise<Place | Response>): Promise<Response> {
  const posted = await readForm(request);
  const place = await find();
  if (place instanceof Response) return place;
  const typed = typedIn(posted, place.closing);
  const wait = await postWait(request);
  if (wait > 0) return page(place, { typed, refused: waitText(wait) }, 429);
  const press = posted.text('press');
  if (press !== 'back') return keep(place, typed, press, find);
  await takeQuoteBack(place.closing, clock.now());
  return seeOther(`${place.action}?back=1`);
}
