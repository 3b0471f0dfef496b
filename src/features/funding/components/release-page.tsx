import type { GuardedCycle } from '@/auth/guard';
import { FUNDING_DECISIONS, type FundingDecision } from '@/domain/funding';
import { paths } from '@/lib/paths';
import { ActionForm } from '@/ui/staff/action-form';
import { EmptyState } from '@/ui/static/notice';
import { Reference } from '@/ui/static/shapes';
import { releaseFundingAction } from '../actions';
import type { FundingDesk } from '../queries';

const HEADINGS = {
  award: 'Awarded',
  waitlist: 'On the waitlist',
  decline: 'Declined',
} as const satisfies Record<FundingDecision, string>;

type Props = { cycle: GuardedCycle; desk: FundingDesk };

/** Names everybody who is about to be told, and what, before a mail goes. */
export function ReleasePage({ cycle, desk }: Props) {
  const { staged, offer, expected, slots } = desk;
  return (
    <div className="stack-l reading">
      <header className="stack-s">
        <p className="crumbs">
          <a href={paths.funding(cycle.code)}>Back to the requests</a>
        </p>
        <h1>Tell the decisions</h1>
      </header>
      {staged.length === 0 ? (
        <EmptyState heading="No decision waits">
          <p>Stage decisions at the requests first.</p>
        </EmptyState>
      ) : (
        <>
          <p>
            {staged.length === 1
              ? 'One person gets a mail as soon as you press the button, and sees the decision on their own page. '
              : `${staged.length} people get one mail each as soon as you press the button, and see the decision on their own pages. `}
            It cannot be called back. After it {slots.free} of {slots.all} memberships are free.
          </p>
          {FUNDING_DECISIONS.map((decision) => (
            <Group key={decision} heading={HEADINGS[decision]} rows={staged.filter((row) => row.staged === decision)} />
          ))}
          <ActionForm
            action={releaseFundingAction}
            fields={{ cycle: cycle.code, offerId: offer.id, expected }}
            label={staged.length === 1 ? 'Send one mail' : `Send ${staged.length} mails`}
            tone="primary"
          />
        </>
      )}
    </div>
  );
}

function Group({ heading, rows }: { heading: string; rows: FundingDesk['staged'] }) {
  if (rows.length === 0) return null;
  return (
    <section className="stack-s">
      <h2>
        {heading}: {rows.length}
      </h2>
      <ul className="bullets">
        {rows.map(({ id, name, references }) => (
          <li key={id}>
            {name} <Reference>{references.join(' ')}</Reference>
          </li>
        ))}
      </ul>
    </section>
  );
}
