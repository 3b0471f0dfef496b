import type { GuardedCycle } from '@/auth/guard';
import type { UserActor } from '@/domain/actor';
import { MESSAGE_LABELS, MESSAGE_STATES } from '@/domain/message';
import { may } from '@/domain/permissions';
import { hasLetters } from '@/domain/release';
import { paths } from '@/lib/paths';
import { Done, Pages, Tabs } from '@/ui/staff/parts';
import { RefreshEvery } from '@/ui/staff/refresh';
import { EmptyState } from '@/ui/static/notice';
import { listSuppressed } from '../addresses/queries';
import { countProblems, findUncertain, listDeliveries, PAGE } from '../deliveries/queries';
import { countByState, findRelease } from '../releases/queries';
import { BreakerNotice } from './breaker-notice';
import { DeliveriesTable } from './deliveries-table';
import { DeliveryProgress } from './delivery-progress';

type Props = {
  user: UserActor;
  cycle: GuardedCycle;
  now: Date;
  filter: { state: string; page: number };
  saved: boolean;
};

type Tabbed = { current: string; problems: number };

function stateTabs(code: string, counts: Partial<Record<string, number>>, { current, problems }: Tabbed) {
  const all = Object.values(counts).reduce<number>((sum, count) => sum + (count ?? 0), 0);
  const tab = (state: string, text: string, count: number) => ({
    href: paths.deliveries(code, state ? `?state=${state}` : ''),
    text,
    count,
    current: current === state,
  });
  const states = MESSAGE_STATES.filter((state) => (counts[state] ?? 0) > 0);
  return [
    tab('', 'All', all),
    ...(problems > 0 || current === 'problem' ? [tab('problem', 'Need a look', problems)] : []),
    ...states.map((state) => tab(state, MESSAGE_LABELS[state], counts[state] ?? 0)),
  ];
}

/** The delivery log of a release: a row per person, filtered by state in the address; what needs a person is of the whole cycle. */
export async function DeliveriesPage({ user, cycle, now, filter, saved }: Props) {
  const found = await findRelease(cycle.id);
  const release = found && hasLetters(found.state) ? found : null;
  const problems = await countProblems(cycle.id, user.closed);
  if (!release && problems === 0) return <Nothing code={cycle.code} />;
  const counts = release ? await countByState(release.id) : {};
  const which = { cycleId: cycle.id, releaseId: release?.id ?? null };
  const { rows, total } = await listDeliveries({
    ...which,
    ...filter,
    state: release ? filter.state : 'problem',
    closed: user.closed,
  });
  return (
    <div className="stack-l">
      {release?.state === 'sending' && !release.paused ? <RefreshEvery seconds={2} /> : null}
      {saved ? <Done>The letter goes again.</Done> : null}
      <header className="stack-s">
        <p className="crumbs">
          <a href={paths.announcement(cycle.code)}>Announcement</a>
        </p>
        <h1>Delivery log</h1>
        <p className="soft">
          “Accepted” means that the mail server took the letter; whether it was read nobody can know.
        </p>
      </header>
      <Links cycle={cycle} user={user} />
      {release ? (
        <>
          <BreakerNotice kind="outcome" now={now} timeZone={cycle.timeZone} />
          <DeliveryProgress counts={counts} total={release.letterCount} />
          <Tabs
            label="State"
            tabs={stateTabs(cycle.code, await countByState(release.id, 'every'), { current: filter.state, problems })}
          />
        </>
      ) : null}
      <DeliveriesTable
        code={cycle.code}
        timeZone={cycle.timeZone}
        rows={rows}
        mayMend={may(user, 'delivery.mend', { programId: cycle.programId }, now)}
      />
      <Pages
        page={filter.page}
        size={PAGE}
        total={total}
        noun="letters"
        href={(page) => paths.deliveries(cycle.code, `?state=${filter.state}&page=${page}`)}
      />
    </div>
  );
}

const Nothing = ({ code }: { code: string }) => (
  <EmptyState heading="No letter has been queued yet">
    <p>
      Letters appear here when a release was confirmed. <a href={paths.announcement(code)}>Go to the announcement</a> or
      look at <a href={paths.badAddresses(code)}>bad addresses</a>.
    </p>
  </EmptyState>
);

/** What waits for a person. */
async function Links({ cycle, user }: Pick<Props, 'cycle' | 'user'>) {
  const doubted = (await findUncertain(cycle.id, user.closed)).length;
  const bad = (await listSuppressed(cycle, user)).length;
  return (
    <p className="row">
      {doubted > 0 ? (
        <a className="button" href={paths.uncertain(cycle.code)}>
          Letters in doubt: {doubted}
        </a>
      ) : null}
      <a href={paths.badAddresses(cycle.code)}>Bad addresses: {bad}</a>
    </p>
  );
}
