import type { GuardedCycle } from '@/auth/guard';
import { STATE_LABELS } from '@/domain/application';
import { formatSlipDay } from '@/domain/dates';
import { paths } from '@/lib/paths';
import { Pages, Tabs } from '@/ui/staff/parts';
import { EmptyState } from '@/ui/static/notice';
import { Reference, RoleTag, Tag } from '@/ui/static/shapes';
import type { Desk, DeskRow } from '../queries';
import { DESK_PAGE, DESK_SHOWS, writeDeskFilter, type DeskFilter } from '../schema';

const SHOW_WORDS = { all: 'Everybody', begun: 'Begun, not sent', sent: 'Sent', withdrawn: 'Withdrawn' } as const;

type Props = { cycle: GuardedCycle; desk: Desk; filter: DeskFilter; twins: number; now: Date };

/** Everybody of a cycle with a form, also those who have not sent it: whom to help, and how far they are. */
export function DeskPage({ cycle, desk, filter, twins, now }: Props) {
  const href = (change: Partial<DeskFilter>) => paths.people(cycle.code, writeDeskFilter(filter, change));
  const tabs = DESK_SHOWS.map((show) => ({
    href: href({ show }),
    text: SHOW_WORDS[show],
    count: desk.counts[show],
    current: filter.show === show,
  }));
  return (
    <div className="stack">
      <div className="between">
        <h1>People</h1>
        <a className="button" href={paths.enterFor(cycle.code)}>
          Write down an application
        </a>
      </div>
      <p className="soft reading">
        Of a form that is not sent you see how far it is, and nothing that stands in it.{' '}
        <a href={paths.twins(cycle.code)}>
          The same person twice?{twins > 0 ? ` ${twins} ${twins === 1 ? 'pair' : 'pairs'} to look at` : ''}
        </a>{' '}
        · <a href={paths.askBack(cycle.code)}>Ask people of earlier cycles back</a>
      </p>
      <Tabs label="People by how far they are" tabs={tabs} />
      <form className="filters" method="get" action={paths.people(cycle.code)} aria-label="Find a person">
        {filter.show === 'all' ? null : <input type="hidden" name="show" value={filter.show} />}
        <div className="field">
          <label className="label small" htmlFor="desk-q">
            Name, address or reference
          </label>
          <input className="input" id="desk-q" name="q" type="search" defaultValue={filter.q} maxLength={80} />
        </div>
        <button className="button" type="submit">
          Find
        </button>
      </form>
      {desk.rows.length === 0 ? (
        <EmptyState heading={filter.q ? 'Nobody fits this' : 'Nobody yet'}>
          <p>
            {filter.q ? (
              <a href={paths.people(cycle.code)}>Show everybody</a>
            ) : (
              'Whoever begins a form of this cycle is listed here.'
            )}
          </p>
        </EmptyState>
      ) : (
        <>
          <DeskTable cycle={cycle} rows={desk.rows} now={now} />
          <Pages page={filter.page} size={DESK_PAGE} total={desk.total} href={(page) => href({ page })} noun="forms" />
        </>
      )}
    </div>
  );
}

const DeskTable = ({ cycle, rows, now }: { cycle: GuardedCycle; rows: readonly DeskRow[]; now: Date }) => (
  <div className="table-wrap">
    <table className="table cards compact">
      <caption className="hidden-visually">People with a form in this cycle</caption>
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Address</th>
          <th scope="col">Role</th>
          <th scope="col">Where it stands</th>
          <th scope="col">Last change</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <a href={paths.helped(cycle.code, row.id)}>{row.name || 'No name yet'}</a>{' '}
              {row.reference ? <Reference>{row.reference}</Reference> : null}
            </th>
            <td data-label="Address">{row.email}</td>
            <td>
              <RoleTag shape={row.role} />
            </td>
            <td data-label="Where it stands">
              <Standing row={row} />
            </td>
            <td data-label="Last change">
              <span className="mono">{row.touchedAt ? formatSlipDay(row.touchedAt, cycle.timeZone, now) : ''}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

function Standing({ row: { state, progress } }: { row: DeskRow }) {
  if (!progress)
    return (
      <Tag tone={state === 'withdrawn' ? 'plain' : 'good'}>{state === 'withdrawn' ? STATE_LABELS[state] : 'Sent'}</Tag>
    );
  return (
    <>
      {progress.done} of {progress.of} pages done
      {progress.last ? <span className="small quiet block">last saved: {progress.last}</span> : null}
    </>
  );
}
