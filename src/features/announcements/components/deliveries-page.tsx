import type { GuardedCycle } from '@/auth/guard';
import type { UserActor } from '@/domain/actor';
import { MESSAGE_LABELS, MESSAGE_STATES } from '@/domain/message';
import { may } from '@/domain/permissions';
import { paths } from '@/lib/paths';
import { Done, Pages, Tabs } from '@/ui/staff/parts';
import { RefreshEvery } from '@/ui/staff/refresh';
import { EmptyState } from '@/ui/static/notice';
import { listSuppressed } from '../addresses/queries';
import { listDeliveries, PAGE } from '../deliveries/queries';
import { countByState, findRelease } from '../releases/queries';
import { DeliveriesTable } from './deliveries-table';
import { DeliveryProgress } from './delivery-progress';

type Props = {
  user: UserActor;
  cycle: GuardedCycle;
  now: Date;
  filter: { state: string; page: number };
  saved: boolean;
};

function stateTabs(code: string, counts: Partial<Record<string, number>>, current: string) {
  const all = Object.values(counts).reduce<number>((sum, count) => sum + (count ?? 0), 0);
  const states = MESSAGE_STATES.filter((state) => (counts[state] ?? 0) > 0);
  return [
    { href: paths.deliveries(code), text: 'All', count: all, current: current === '' },
    ...states.map((state) => ({
      href: paths.deliveries(code, `?state=${state}`),
      text: MESSAGE_LABELS[state],
      count: counts[state] ?? 0,
      current: current === state,
    })),
  ];
}

/** The delivery log of a release: a row per person, filtered by state in the address. */
export async function DeliveriesPage({ user, cycle, now, filter, saved }: Props) {
  const release = await findRelease(cycle.id);
  if (!release || release.state === 'requested')
    return (
      <EmptyState heading="No letter has been queued yet">
        <p>
          Letters appear here when a release was confirmed.{' '}
          <a href={paths.announcement(cycle.code)}>Go to the announcement</a> or look at{' '}
          <a href={paths.badAddresses(cycle.code)}>bad addresses</a>.
        </p>
      </EmptyState>
    );
  const counts = await countByState(release.id);
  const { rows, total } = await listDeliveries({ releaseId: release.id, ...filter, closed: user.closed });
  return (
    <div className="stack-l">
      {release.state === 'sending' && !release.paused ? <RefreshEvery seconds={2} /> : null}
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
      <Links code={cycle.code} doubted={counts.uncertain ?? 0} bad={(await listSuppressed(cycle, user)).length} />
      <DeliveryProgress counts={counts} total={release.letterCount} />
      <Tabs label="State" tabs={stateTabs(cycle.code, await countByState(release.id, 'every'), filter.state)} />
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

/** What waits for a person. */
const Links = ({ code, doubted, bad }: { code: string; doubted: number; bad: number }) => (
  <p className="row">
    {doubted > 0 ? (
      <a className="button" href={paths.uncertain(code)}>
        Letters in doubt: {doubted}
      </a>
    ) : null}
    <a href={paths.badAddresses(code)}>Bad addresses: {bad}</a>
  </p>
);
