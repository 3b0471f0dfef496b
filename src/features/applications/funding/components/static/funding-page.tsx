import { canMoveFunding, isAskingOpen, owes } from '@/domain/funding';
import type { Asking, OwnRequest } from '@/features/funding/asking/queries';
import type { AskTyped } from '@/features/funding/asking/schema';
import type { CycleView } from '@/features/programs/queries';
import { otherThanHere } from '@/lib/language';
import { paths } from '@/lib/paths';
import { formatDay, formatInstant } from '@/lib/words/dates';
import { say } from '@/lib/words/say';
import { ErrorSummary, titleWith, type Problems } from '@/ui/static/error-summary';
import { Notice } from '@/ui/static/notice';
import { rich } from '@/ui/static/rich';
import { SummaryList } from '@/ui/static/task-list';
import { FormFrame } from '../../../components/static/form-frame';
import { AskForm } from './ask-form';
import { ObligationsDue } from './obligations-due';
import { inWords, told } from './words';

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
  const { timeZone } = cycle;
  const isNew = request === null || request.state === 'withdrawn';
  const [at, decide] = [formatInstant(offer.closesAt, timeZone), formatDay(offer.decideBy, timeZone)];
  return (
    <div className="stack">
      <p className="small">
        <a href={paths.status()}>{say('status.myApplications')}</a>
      </p>
      <h1>{say(isNew ? 'funding.ask' : 'funding.yourRequest')}</h1>
      {request ? <p className="lead">{told(request.state, offer, timeZone)}</p> : null}
      {isNew ? (
        <p>
          {rich('funding.offered', {
            name: () => <span lang={otherThanHere('en')}>{offer.name}</span>,
            slots: offer.slots,
            things: offer.obligations.length,
          })}{' '}
          {isAskingOpen(offer, now) ? say('funding.askUntil', { at, decide }) : ''}
        </p>
      ) : null}
      <Notice heading={say('funding.whoReadsThis')}>
        <p>{say('funding.whoReads')}</p>
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
            {say('funding.eraseSelf')}
          </button>
        </form>
      ) : null}
      {canMoveFunding(request.state, 'withdraw') ? (
        <p>
          <a href={paths.statusFundingWithdraw(code)}>{say('funding.giveBack', { state: request.state })}</a>
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
    <FormFrame cycle={cycle} title={titleWith(say('funding.ask'), problems)}>
      <div className="form-column stack-l">
        <ErrorSummary problems={problems} />
        {said ? <Notice tone="good" heading={said} /> : null}
        {notice ? (
          <Notice tone="warning" heading={notice.heading}>
            <p>{notice.text}</p>
          </Notice>
        ) : null}
        <About cycle={cycle} asking={asking} now={now} />
        {clash && request ? <Written request={request} heading={say('funding.savedNow')} /> : null}
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
          <Written request={request} heading={say('funding.whatYouWrote')} />
        ) : null}
        {request ? <Ways code={cycle.code} request={request} /> : null}
      </div>
    </FormFrame>
  );
}
