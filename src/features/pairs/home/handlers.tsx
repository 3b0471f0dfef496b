import { postWait } from '@/auth/post-limit';
import { participantSession } from '@/auth/sessions';
import { calendarFile } from '@/domain/calendar';
import { openCheckIns, waitingCheckIn } from '@/domain/check-in';
import { closingPhase, isAssessed } from '@/domain/closing';
import { pairNext } from '@/domain/pair-next';
import { Refusal } from '@/domain/refusal';
import { listOwnEvents } from '@/features/events/queries';
import { clock } from '@/lib/clock';
import { appUrl } from '@/lib/env';
import { paths } from '@/lib/paths';
import { pairDatesInWords } from '@/lib/words/pair-dates';
import { refusalInWords } from '@/lib/words/refusals';
import { say } from '@/lib/words/say';
import { html, messagePage, notFound, readForm, seeOther } from '@/ui/http';
import { waitPage, waitText } from '@/ui/wait';
import { answerMatch } from '../commands';
import { answerSchema } from '../schema';
import { wantsNudges } from '../quiet/queries';
import { saveAgreement } from './commands';
import { AgreementPage } from './components/static/agreement-page';
import { nameOf } from './components/static/pair-frame';
import { PairOverPage, PairPage } from './components/static/pair-page';
import { findPair, type Pair } from './queries';
import { agreementSchema, type AgreementTyped } from './schema';

const DAY_MS = 86_400_000;
const SAID = ['agreed', 'goal', 'removed', 'met', 'answered', 'checked', 'quiet', 'loud'] as const;

/** The pair of the person behind a request, or the answer to give instead: a pair of others looks like none. */
export async function pairAt(request: Request, name: string): Promise<Pair | Response> {
  const session = await participantSession(request, clock.now());
  if (!session) return seeOther(paths.resume());
  if (session.personId === null)
    return messagePage(say('status.confirmYourAddressFirst'), say('pair.confirmFirst'), 403);
  return (await findPair(session.personId, name)) ?? notFound();
}

/** The same for pages on which something is written: a pair that is over has none. */
export async function openPairAt(request: Request, name: string): Promise<Pair | Response> {
  const pair = await pairAt(request, name);
  return pair instanceof Response || pair.phase !== 'over'
    ? pair
    : html(<PairOverPage pair={pair} closing={isAsked(pair, clock.now())} />, 410);
}

export const yearOf = ({ cycle, startedAt }: Pair) => ({
  startsAt: cycle.startsAt,
  endsAt: cycle.endsAt,
  archivesAt: cycle.archivesAt,
  assessmentOpensAt: cycle.assessmentOpensAt,
  timeZone: cycle.timeZone,
  startedAt,
});

/** The check-in that waits for this person, by its key. */
const waitingOf = (pair: Pair, now: Date): string | null =>
  waitingCheckIn(
    yearOf(pair),
    pair.checkIns.map(({ key }) => key),
    now,
  )?.key ?? null;

/** Whether the closing questions are open to this person. */
const isAsked = ({ state, closing }: Pair, now: Date): boolean =>
  isAssessed(state) && closingPhase(closing, now) === 'open';

const standingOf = (pair: Pair, now: Date) => ({
  phase: pair.phase,
  answered: pair.answer === 'yes',
  checkIn: pair.phase === 'at_work' ? waitingOf(pair, now) : null,
  assess: isAsked(pair, now) && pair.closing.answered !== 'answered',
  agreed: pair.agreement !== null,
  goals: pair.goals.length,
  openGoals: pair.goals.filter(({ progress }) => progress === 'begun' || progress === 'half').length,
  daysSinceContact: pair.meetings[0] ? (now.getTime() - pair.meetings[0].day.getTime()) / DAY_MS : null,
});

export async function showPair(request: Request, name: string): Promise<Response> {
  const pair = await openPairAt(request, name);
  if (pair instanceof Response) return pair;
  const now = clock.now();
  const said = SAID.find((key) => new URL(request.url).searchParams.has(key));
  const standing = standingOf(pair, now);
  return html(
    <PairPage
      pair={pair}
      act={pairNext(standing)}
      checkIn={standing.checkIn}
      closing={isAsked(pair, now)}
      asked={pair.phase === 'at_work' ? openCheckIns(yearOf(pair), now) : []}
      reminded={await wantsNudges(pair.personId)}
      dates={pairDatesInWords(yearOf(pair), now)}
      events={await listOwnEvents(pair.personId, now, pair.cycleId)}
      said={said ? say(`pair.said_${said}`) : ''}
      now={now}
    />,
  );
}

/** The dates of the pair for a calendar. */
export async function sendPairCalendar(request: Request, name: string): Promise<Response> {
  const pair = await openPairAt(request, name);
  if (pair instanceof Response) return pair;
  const now = clock.now();
  const host = new URL(appUrl()).hostname;
  const entries = pairDatesInWords(yearOf(pair), now).map(({ key, at, title }) => ({
    uid: `${nameOf(pair)}-${key}@${host}`,
    at,
    title: `${pair.cycle.program.name}: ${title}`,
  }));
  const url = `${appUrl()}${paths.pair(nameOf(pair))}`;
  const file = calendarFile({ name: pair.cycle.name, url, entries, sequence: pair.cycle.version - 1 }, now);
  return new Response(file, {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': `attachment; filename="${nameOf(pair)}.ics"`,
      'Cache-Control': 'private, no-store',
    },
  });
}

/** Yes or no to the match, by button. */
export async function takePairAnswer(request: Request, name: string): Promise<Response> {
  const posted = await readForm(request);
  const pair = await openPairAt(request, name);
  if (pair instanceof Response) return pair;
  const wait = await postWait(request);
  if (wait > 0) return waitPage(wait);
  const parsed = answerSchema.safeParse({ answer: posted.text('answer') });
  if (!parsed.success) return seeOther(paths.pair(name));
  try {
    await answerMatch(pair, parsed.data, clock.now());
  } catch (error) {
    if (error instanceof Refusal) return messagePage(say('match.thisMatchHasMovedOn'), refusalInWords(error), 409);
    throw error;
  }
  return seeOther(paths.pair(name, '?answered=1'));
}

const typedOf = ({ agreement, suggested }: Pair): AgreementTyped => ({
  ...(agreement ?? suggested),
  version: String(agreement?.version ?? 0),
});

export async function showAgreement(request: Request, name: string): Promise<Response> {
  const pair = await openPairAt(request, name);
  return pair instanceof Response ? pair : html(<AgreementPage pair={pair} typed={typedOf(pair)} />);
}

/** Keeps the agreement; where the partner was faster, both are shown and what was chosen here stays chosen. */
export async function takeAgreement(request: Request, name: string): Promise<Response> {
  const posted = await readForm(request);
  const pair = await openPairAt(request, name);
  if (pair instanceof Response) return pair;
  const typed = { frequency: posted.text('frequency'), modes: posted.all('modes'), version: posted.text('version') };
  const wait = await postWait(request);
  if (wait > 0) return html(<AgreementPage pair={pair} typed={typed} refused={waitText(wait)} />, 429);
  const parsed = agreementSchema.safeParse(typed);
  if (!parsed.success) {
    const problems = Object.fromEntries(parsed.error.issues.map(({ path, message }) => [String(path[0]), message]));
    return html(<AgreementPage pair={pair} typed={typed} problems={problems} />, 422);
  }
  try {
    await saveAgreement(pair, parsed.data, clock.now());
    return seeOther(paths.pair(name, '?agreed=1'));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const now = await openPairAt(request, name);
    if (now instanceof Response) return now;
    const again = { ...typed, version: String(now.agreement?.version ?? 0) };
    return html(<AgreementPage pair={now} typed={again} refused={refusalInWords(error)} />, 409);
  }
}
