import { STATE_LABELS } from '@/domain/application';
import { paths } from '@/lib/paths';
import { FilterSelect, Pages, Tabs } from '@/ui/staff/parts';
import { EmptyState } from '@/ui/static/notice';
import type { countInbox, InboxRow } from '../queries';
import { INBOX_STATES, PAGE_SIZE, writeFilter, type InboxFilter } from '../schema';
import { InboxTable } from './inbox-table';

type Counts = Awaited<ReturnType<typeof countInbox>>;
type Cycle = { code: string; timeZone: string };
type Props = {
  cycle: Cycle;
  filter: InboxFilter;
  counts: Counts;
  rows: readonly InboxRow[];
  reviews: boolean;
  /** The viewer is the chair: may decide. */
  decides: boolean;
  now: Date;
};

export function InboxView({ cycle, filter, counts, rows, reviews, decides, now }: Props) {
  const href = (change: Partial<InboxFilter>) => paths.inbox(cycle.code, writeFilter(filter, change));
  const tabs = (['todo', 'done', 'all'] as const).map((mine) => ({
    href: href({ mine }),
    text: { todo: 'To review by me', done: 'Reviewed by me', all: 'All' }[mine],
    count: counts.count({ mine }),
    current: filter.mine === mine,
  }));
  return (
    <div className="stack">
      {reviews ? <Tabs label="Applications by my review" tabs={tabs} /> : null}
      {decides ? (
        <p>
          <a href={paths.acceptSeveral(cycle.code)}>Accept several at once</a>
        </p>
      ) : null}
      <Filters code={cycle.code} filter={filter} counts={counts} />
      {rows.length === 0 ? (
        <NoRows filter={filter} allHref={href({ mine: 'all', role: '', state: '', q: '' })} />
      ) : (
        <>
          <InboxTable cycle={cycle} filter={filter} rows={rows} reviews={reviews} now={now} />
          <Pages
            page={filter.page}
            size={PAGE_SIZE}
            total={counts.total}
            href={(page) => href({ page })}
            noun="applications"
          />
        </>
      )}
    </div>
  );
}

const SORT_WORDS = [
  { value: 'fewest', label: 'Fewest reviews first' },
  { value: 'newest', label: 'Newest first' },
  { value: 'name', label: 'Name' },
  { value: 'reference', label: 'Reference' },
] as const;

function Filters({ code, filter, counts: { count } }: { code: string; filter: InboxFilter; counts: Counts }) {
  const roles = [
    { value: '', label: `Both roles (${count({ role: '' })})` },
    { value: 'mentor', label: `Mentors (${count({ role: 'mentor' })})` },
    { value: 'mentee', label: `Mentees (${count({ role: 'mentee' })})` },
  ];
  const states = [
    { value: '', label: `All but withdrawn (${count({ state: '' })})` },
    ...INBOX_STATES.map((state) => ({ value: state, label: `${STATE_LABELS[state]} (${count({ state })})` })),
  ];
  return (
    <form className="filters" method="get" action={paths.inbox(code)} aria-label="Filter applications">
      <input type="hidden" name="mine" value={filter.mine} />
      <FilterSelect name="role" label="Role" value={filter.role} options={roles} />
      <FilterSelect name="state" label="State" value={filter.state} options={states} />
      <FilterSelect name="sort" label="Order" value={filter.sort} options={SORT_WORDS} />
      <div className="field">
        <label className="label small" htmlFor="filter-q">
          Name or reference
        </label>
        <input className="input" id="filter-q" name="q" type="search" defaultValue={filter.q} />
      </div>
      <button className="button" type="submit">
        Show
      </button>
    </form>
  );
}

function NoRows({ filter, allHref }: { filter: InboxFilter; allHref: string }) {
  const plain = !filter.role && !filter.state && !filter.q;
  const finished = filter.mine === 'todo' && plain;
  return (
    <EmptyState heading={finished ? 'Nothing waits for your review' : 'No application fits'}>
      <p>
        {finished
          ? 'You have read everything that was asked of you and is open to you. What is new appears here by itself; “All” has the rest.'
          : 'No application has all of what you chose. Your own application is never in this list.'}
      </p>
      <p>
        <a className="button" href={allHref}>
          Show all applications
        </a>
      </p>
    </EmptyState>
  );
}
