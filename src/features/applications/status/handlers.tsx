import { say } from '@/lib/words/say';
import { refusalInWords } from '@/lib/words/refusals';
import { postWait } from '@/auth/post-limit';
import { participantSession, type Session } from '@/auth/sessions';
import { languageIn } from '@/domain/language';
import { Refusal } from '@/domain/refusal';
import { listOwnEvents } from '@/features/events/queries';
import { listFundingFor } from '@/features/funding/asking/queries';
import { listPairsOf } from '@/features/pairs/own/queries';
import { findCycle } from '@/features/programs/queries';
import { clock } from '@/lib/clock';
import { isId } from '@/lib/id';
import { paths } from '@/lib/paths';
import { html, messagePage, notFound, readForm, seeOther } from '@/ui/http';
import { waitPage } from '@/ui/wait';
import { chooseDuplicate, withdraw } from './commands';
import { SeenPage } from './components/static/seen-page';
import { StatusPage } from './components/static/status-page';
import { LetterPage, WithdrawPage } from './components/static/withdraw-page';
import { findLetter, findOwnApplication, findSeen, listStatus } from './queries';
import { withdrawSchema } from './schema';

const SAID = ['withdrawn', 'chosen', 'removed', 'carried'] as const;

const refused = (error: unknown): Promise<Response> => {
  if (error instanceof Refusal) return messagePage(say('status.thisCouldNotBeDone'), refusalInWords(error), 409);
  throw error;
};

export async function showStatus(request: Request): Promise<Response> {
  const now = clock.now();
  const session = await participantSession(request, now);
  if (!session) return seeOther(paths.resume());
  const said = SAID.find((key) => new URL(request.url).searchParams.has(key));
  const entries = await listStatus(session, now);
  const cycleIds = [...new Set(entries.map(({ cycle }) => cycle.id))];
  return html(
    <StatusPage
      entries={entries}
      funding={session.personId === null ? [] : await listFundingFor(session.personId, cycleIds, now)}
      pairs={session.personId === null ? [] : await listPairsOf(session.personId, now)}
      events={session.personId === null ? [] : await listOwnEvents(session.personId, now)}
      email={session.email}
      proven={session.personId !== null}
      said={said ? say(`status.said_${said}`) : ''}
      now={now}
    />,
  );
}

/** The browser's session and one of its applications, or the answer to give instead. */
async function ownApplication(request: Request, id: string) {
  const now = clock.now();
  const session = await participantSession(request, now);
  if (!session) return null;
  const application = isId(id) ? await findOwnApplication(session, id) : null;
  return application && application.state !== 'withdrawn' ? { session, application, now } : null;
}

/** What others read of an application: committee, staff, a match. */
export async function showSeen(request: Request, id: string): Promise<Response> {
  const session = await participantSession(request, clock.now());
  const found = session && isId(id) ? await findSeen(session, id) : null;
  return found ? html(<SeenPage {...found} />) : notFound();
}

export async function showWithdraw(request: Request, id: string): Promise<Response> {
  const own = await ownApplication(request, id);
  return own ? html(<WithdrawPage application={own.application} />) : notFound();
}

export async function takeWithdraw(request: Request, id: string): Promise<Response> {
  const posted = await readForm(request);
  const own = await ownApplication(request, id);
  // A second press finds it withdrawn already.
  if (!own) return seeOther(paths.status());
  const wait = await postWait(request);
  if (wait > 0) return waitPage(wait);
  const { session, application, now } = own;
  const { reason } = withdrawSchema.parse({ reason: posted.text('reason').slice(0, 2000) });
  const cycle = await findCycle(application.cycle.code, now);
  if (!cycle) return notFound();
  return withdraw({ owner: session, application, cycle, reason }, now).then(
    () => seeOther(`${paths.status()}?withdrawn=1`),
    refused,
  );
}

const isProvenSession = (session: Session | null): session is Session & { personId: string } =>
  session !== null && session.personId !== null;

export async function takeChoice(request: Request, draftId: string): Promise<Response> {
  await readForm(request);
  const now = clock.now();
  const session = await participantSession(request, now);
  if (!isId(draftId) || !session) return notFound();
  if (!isProvenSession(session))
    return messagePage(say('status.confirmYourAddressFirst'), say('status.useTheLinkOrCode'), 403);
  return chooseDuplicate({ owner: session, draftId }, now).then(() => seeOther(`${paths.status()}?chosen=1`), refused);
}

export async function showLetter(request: Request, releaseId: string): Promise<Response> {
  const now = clock.now();
  const session = await participantSession(request, now);
  if (!session) return seeOther(paths.resume());
  if (!isProvenSession(session))
    return messagePage(say('status.confirmYourAddressFirst'), say('status.lettersAreShownOnceYour'), 403);
  const letter = isId(releaseId) ? await findLetter(session.personId, releaseId, now) : null;
  return letter ? html(<LetterPage {...letter} language={languageIn(letter.language)} />) : notFound();
}
