import type { GuardedCycle } from '@/auth/guard';
import { formatInstant } from '@/domain/dates';
import { paths } from '@/lib/paths';
import { ActionForm } from '@/ui/staff/action-form';
import { EmptyState, Notice } from '@/ui/static/notice';
import { stageFundingAction } from '../actions';
import type { FundingDesk } from '../queries';
import { RequestsTable } from './requests-table';
import { Said } from './said';
import { SlotsView } from './slots-view';

type Props = { cycle: GuardedCycle; desk: FundingDesk; done: string; now: Date };

/** The requests of a cycle, fewest-reviewed first, with the slots there are and the decisions that wait to be told. */
export function DeskPage({ cycle, desk, done, now }: Props) {
  const { offer, open, settled } = desk;
  const isAsking = now < offer.closesAt;
  const at = (when: Date) => formatInstant(when, cycle.timeZone);
  return (
    <div className="stack-xl">
      <Said done={done} />
      <header className="stack-s">
        <h1>{offer.name}</h1>
        <p className="soft reading">
          Read by funding reviewers only. Chair, reviewers, liaisons and staff see neither requests nor awards; please
          do not speak of them.
        </p>
      </header>
      <div className="two">
        <div className="stack-l">
          {isAsking ? (
            <Notice heading="People can still change their requests">
              <p>Asking closes on {at(offer.closesAt)}. Reviews and decisions begin then.</p>
            </Notice>
          ) : null}
          {now >= offer.waitlistUntil && open.some(({ state, staged }) => state === 'waitlisted' && staged === null) ? (
            <Notice tone="warning" heading="The waitlist has ended">
              <p>
                Those who still wait were promised word by {at(offer.waitlistUntil)}: award or decline, and tell them.
              </p>
            </Notice>
          ) : null}
          {open.length === 0 ? (
            <EmptyState heading="No request waits">
              <p>Requests stand here from the moment somebody asks until it is settled.</p>
            </EmptyState>
          ) : (
            <RequestsTable code={cycle.code} caption="Open requests, fewest reviews first" rows={open} />
          )}
          {settled.length > 0 ? <RequestsTable code={cycle.code} caption="Settled" rows={settled} /> : null}
        </div>
        <aside className="stack" aria-label="Slots and decisions">
          <section className="card" aria-labelledby="slots">
            <h2 id="slots">Memberships</h2>
            <SlotsView slots={desk.slots} />
            <p className="small quiet mt-2">
              Decide by {at(offer.decideBy)}. The waitlist ends on {at(offer.waitlistUntil)}.
            </p>
          </section>
          <NextUp cycle={cycle} desk={desk} />
          <StagedCard cycle={cycle} desk={desk} />
        </aside>
      </div>
    </div>
  );
}

/** A slot came back: whose turn it is, by the mean of the reviews. */
function NextUp({ cycle, desk: { next, slots } }: Pick<Props, 'cycle' | 'desk'>) {
  if (next === null || slots.free === 0) return null;
  return (
    <section className="card stack-s" aria-labelledby="next-up">
      <h2 id="next-up">Next on the waitlist</h2>
      <p>
        <strong>{next.name}</strong> has the highest mean of those who wait.
      </p>
      <ActionForm
        action={stageFundingAction}
        fields={{ cycle: cycle.code, from: 'list', requestId: next.id, version: next.version, decision: 'award' }}
        label={`Stage an award for ${next.name}`}
      />
    </section>
  );
}

function StagedCard({ cycle, desk: { staged } }: Pick<Props, 'cycle' | 'desk'>) {
  return (
    <section className="card stack-s" aria-labelledby="staged">
      <h2 id="staged">Decisions to tell</h2>
      {staged.length === 0 ? (
        <p>None is staged. A decision is told to nobody before you say so here.</p>
      ) : (
        <>
          <p>
            {staged.length === 1
              ? 'One decision waits to be told, by a mail.'
              : `${staged.length} decisions wait to be told, each by one mail.`}
          </p>
          <p>
            <a className="button primary" href={paths.fundingRelease(cycle.code)}>
              Look at them and tell
            </a>
          </p>
        </>
      )}
    </section>
  );
}
