import { formatDay, formatInstant } from '@/domain/dates';
import { canMoveFunding, isAskingOpen, owes } from '@/domain/funding';
import type { Asking, OwnRequest } from '@/features/funding/asking/queries';
import type { AskTyped } from '@/features/funding/asking/schema';
import type { CycleView } from '@/features/programs/queries';
import { paths } from '@/lib/paths';
import { ErrorSummary, titleWith, type Problems } from '@/ui/static/error-summary';
import { Notice } from '@/ui/static/notice';
import { SummaryList } from '@/ui/static/task-list';
import { FormFrame } from '../../../components/static/form-frame';
import { AskForm } from './ask-form';
import { ObligationsDue } from './obligations-due';
import { ASK, inWords, TOLD, WHO_READS } from './words';

export type FundingPageProps = {
  cycle: CycleView;
  asking: Asking;
  /** What stands in the form. */
  typed: AskTyped;
  /** What was written of an obligation, when it comes back. */
  report?: string;
  problems?: Problems;
  said?: string;
  /** Why nothing was saved, when no field is wrong. */
  notice?: { heading: string; text: string } | undefined;
  /** Another tab saved other words meanwhile: they are shown, none is lost. */
  clash?: boolean;
  now: Date;
};

/** Whether the form is open to this person: nothing asked yet, or still to change. */
const mayWrite = ({ offer, request, applied }: Asking, now: Date): boolean =>
  applied && isAskingOpen(offer, now) && (request === null || ['requested', 'withdrawn'].includes(request.state));

const Written = ({ request, heading }: { request: OwnRequest; heading: string }) => (
  <section className="stack-s">
    <h2>{heading}</h2>
    <SummaryList entries={inWords(request)} />
  </section>
);

function About({ cycle, asking: { offer, request }, now }: Pick<FundingPageProps, 'cycle' | 'asking' | 'now'>) {
  const at = (when: Date) => formatInstant(when, cycle.timeZone);
  const isNew = request === null || request.state === 'withdrawn';
  return (
    <div className="stack">
      <p className="small">
        <a href={paths.status()}>My applications</a>
      </p>
      <h1>{isNew ? ASK : 'Your request for a funded membership'}</h1>
      {request ? (
        <p className="lead">
          {TOLD[request.state]({
            decide: formatDay(offer.decideBy, cycle.timeZone),
            waitlist: formatDay(offer.waitlistUntil, cycle.timeZone),
          })}
        </p>
      ) : null}
      {isNew ? (
        <p>
          {offer.name}: there {offer.slots === 1 ? 'is one' : `are ${offer.slots}`} in this cycle, each for a year. You
          pay nothing; in return you promise {offer.obligations.length === 1 ? 'one thing' : 'the things'} named below,
          with {offer.obligations.length === 1 ? 'its day' : 'their days'}.{' '}
          {isAskingOpen(offer, now)
            ? `Ask until ${at(offer.closesAt)}; we write to you by ${formatDay(offer.decideBy, cycle.timeZone)}.`
            : ''}
        </p>
      ) : null}
      <Notice heading="Who reads this">
        <p>{WHO_READS}</p>
      </Notice>
    </div>
  );
}

/** One button each: nothing here needs a reason. */
function Ways({ code, request }: { code: string; request: OwnRequest }) {
  return (
    <div className="stack-s">
      {request.selfDescription ? (
        <form method="post" action={paths.statusFunding(code)}>
          <input type="hidden" name="step" value="erase" />
          <button className="button quiet px-0! font-normal!" type="submit">
            Erase what I wrote about myself
          </button>
        </form>
      ) : null}
      {canMoveFunding(request.state, 'withdraw') ? (
        <p>
          <a href={paths.statusFundingWithdraw(code)}>
            {request.state === 'awarded' ? 'Give the membership back' : 'Take my request back'}
          </a>
        </p>
      ) : null}
    </div>
  );
}

/** Everything about one person's request in a cycle: asking, what became of it, and what they promised. */
export function FundingPage(props: FundingPageProps) {
  const { cycle, asking, typed, report = '', problems = {}, said = '', notice, clash = false, now } = props;
  const { request } = asking;
  const writes = mayWrite(asking, now);
  return (
    <FormFrame cycle={cycle} title={titleWith(ASK, problems)}>
      <div className="form-column stack-l">
        <ErrorSummary problems={problems} />
        {said ? <Notice tone="good" heading={said} /> : null}
        {notice ? (
          <Notice tone="warning" heading={notice.heading}>
            <p>{notice.text}</p>
          </Notice>
        ) : null}
        <About cycle={cycle} asking={asking} now={now} />
        {clash && request ? <Written request={request} heading="What is saved now" /> : null}
        {request && owes(request.state) ? (
          <ObligationsDue
            code={cycle.code}
            obligations={request.obligations}
            timeZone={cycle.timeZone}
            typed={report}
            problems={problems}
          />
        ) : null}
        {writes ? <AskForm cycle={cycle} asking={asking} typed={typed} problems={problems} /> : null}
        {request && !writes && request.state !== 'withdrawn' ? (
          <Written request={request} heading="What you wrote" />
        ) : null}
        {request ? <Ways code={cycle.code} request={request} /> : null}
      </div>
    </FormFrame>
  );
}
