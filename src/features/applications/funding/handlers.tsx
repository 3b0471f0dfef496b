import { postWait } from '@/auth/post-limit';
import { participantSession } from '@/auth/sessions';
import { canMoveFunding, isAskingOpen } from '@/domain/funding';
import { Refusal } from '@/domain/refusal';
import {
  askForFunding,
  eraseSelfDescription,
  reportObligation,
  withdrawRequest,
} from '@/features/funding/asking/commands';
import { findAsking, type OwnRequest } from '@/features/funding/asking/queries';
import { readRequest, reportSchema, type AskTyped } from '@/features/funding/asking/schema';
import { findCycle } from '@/features/programs/queries';
import { clock } from '@/lib/clock';
import { isCode, isId } from '@/lib/id';
import { paths } from '@/lib/paths';
import { refusalInWords } from '@/lib/words/refusals';
import { say } from '@/lib/words/say';
import { html, messagePage, notFound, readForm, seeOther, type PostedForm } from '@/ui/http';
import { waitText } from '@/ui/wait';
import { FundingPage, type FundingPageProps } from './components/static/funding-page';
import { GiveBackPage } from './components/static/give-back-page';

const SAID = ['asked', 'withdrawn', 'erased', 'reported'] as const;

const typedOf = (request: OwnRequest | null): AskTyped => ({
  why: request?.why ?? '',
  use: request?.use ?? '',
  could_join: request?.couldJoin ?? '',
  self_description: request?.selfDescription ?? '',
  self_consent: request?.selfConsentAt ? 'yes' : '',
  promise: request?.state === 'requested' ? 'yes' : '',
  version: String(request?.version ?? 0),
});

const typedIn = (posted: PostedForm): AskTyped => ({
  why: posted.text('why'),
  use: posted.text('use'),
  could_join: posted.text('could_join'),
  self_description: posted.text('self_description'),
  self_consent: posted.text('self_consent') === 'yes' ? 'yes' : '',
  promise: posted.text('promise'),
  version: posted.text('version'),
});

/** The proven person, the cycle and its offer behind an address, or the answer to give instead. */
async function standAt(request: Request, code: string) {
  const now = clock.now();
  const session = await participantSession(request, now);
  if (!session) return seeOther(paths.resume());
  if (session.personId === null)
    return messagePage(say('status.confirmYourAddressFirst'), say('funding.confirmFirst'), 403);
  const cycle = isCode(code) ? await findCycle(code, now) : null;
  const asking = cycle && (await findAsking(cycle.id, session.personId));
  if (!cycle || !asking) return notFound();
  if (asking.request === null && !asking.applied)
    return messagePage(say('funding.sendFirst'), refusalInWords(new Refusal('funding.no_application')), 403);
  if (asking.request === null && !isAskingOpen(asking.offer, now))
    return messagePage(say('funding.notOpen'), refusalInWords(new Refusal('funding.not_open')), 403);
  return { cycle, asking, person: { personId: session.personId }, now };
}
type Stand = Exclude<Awaited<ReturnType<typeof standAt>>, Response>;

const page = ({ cycle, asking, now }: Stand, shown: Partial<FundingPageProps>, status = 200) =>
  html(<FundingPage cycle={cycle} asking={asking} typed={typedOf(asking.request)} now={now} {...shown} />, status);

export async function showFunding(request: Request, code: string): Promise<Response> {
  const stand = await standAt(request, code);
  if (stand instanceof Response) return stand;
  const said = SAID.find((key) => new URL(request.url).searchParams.has(key));
  return page(stand, { said: said ? say(`funding.said_${said}`) : '' });
}

/** A refusal gives the page back as things stand now, with every word that was typed. */
async function refusedPage(request: Request, stand: Stand, error: unknown, typed: AskTyped): Promise<Response> {
  if (!(error instanceof Refusal)) throw error;
  const again = await standAt(request, stand.cycle.code);
  if (again instanceof Response) return again;
  const clash = error.code === 'funding.changed';
  const why = refusalInWords(error);
  const text = clash ? `${why} ${say('funding.clash')}` : why;
  const version = String(again.asking.request?.version ?? 0);
  return page(again, { typed: { ...typed, version }, notice: { heading: say('funding.notSaved'), text }, clash }, 409);
}

async function takeRequest(request: Request, stand: Stand, posted: PostedForm): Promise<Response> {
  const typed = typedIn(posted);
  const read = readRequest(typed);
  if ('problems' in read) return page(stand, { typed, problems: read.problems }, 422);
  const { person, cycle, now } = stand;
  try {
    await askForFunding({ person, cycleId: cycle.id, input: read.input }, now);
    return seeOther(paths.statusFunding(cycle.code, '?asked=1'));
  } catch (error) {
    return refusedPage(request, stand, error, typed);
  }
}

async function takeReport(stand: Stand, posted: PostedForm): Promise<Response> {
  const [obligationId, text] = [posted.text('obligation'), posted.text('done')];
  const { person, cycle, now } = stand;
  if (!isId(obligationId)) return notFound();
  const read = reportSchema.safeParse(text);
  if (!read.success) {
    const problems = { [`done-${obligationId}`]: read.error.issues[0]?.message ?? '' };
    return page(stand, { report: text, problems }, 422);
  }
  return settled(
    reportObligation({ person, obligationId, text: read.data }, now),
    paths.statusFunding(cycle.code, '?reported=1'),
  );
}

const settled = (work: Promise<void>, onward: string): Promise<Response> =>
  work.then(
    () => seeOther(onward),
    (error: unknown) => {
      if (error instanceof Refusal) return messagePage(say('status.thisCouldNotBeDone'), refusalInWords(error), 409);
      throw error;
    },
  );

/** Asks, tells that an obligation is met, or erases the self-description: as `step` says. */
export async function takeFunding(request: Request, code: string): Promise<Response> {
  const posted = await readForm(request);
  const stand = await standAt(request, code);
  if (stand instanceof Response) return stand;
  const step = posted.text('step');
  const wait = await postWait(request);
  if (wait > 0) {
    const typed = step === '' ? { typed: typedIn(posted) } : {};
    return page(stand, { ...typed, notice: { heading: say('common.pleaseWaitALittle'), text: waitText(wait) } }, 429);
  }
  const { person, cycle, now } = stand;
  if (step === 'report') return takeReport(stand, posted);
  if (step !== 'erase') return takeRequest(request, stand, posted);
  return settled(
    eraseSelfDescription({ person, cycleId: cycle.id }, now),
    paths.statusFunding(cycle.code, '?erased=1'),
  );
}

export async function showGiveBack(request: Request, code: string): Promise<Response> {
  const stand = await standAt(request, code);
  if (stand instanceof Response) return stand;
  const own = stand.asking.request;
  return own && canMoveFunding(own.state, 'withdraw')
    ? html(<GiveBackPage cycle={stand.cycle} request={own} />)
    : notFound();
}

export async function takeGiveBack(request: Request, code: string): Promise<Response> {
  await readForm(request);
  const stand = await standAt(request, code);
  if (stand instanceof Response) return stand;
  const { person, cycle, now } = stand;
  return settled(withdrawRequest({ person, cycleId: cycle.id }, now), paths.statusFunding(cycle.code, '?withdrawn=1'));
}
