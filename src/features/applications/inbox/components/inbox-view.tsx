import { paths } from '@/lib/paths';
import { Tabs } from '@/ui/staff/parts';
import { EmptyState } from '@/ui/static/notice';
import type { Viewer } from '../choosing/schema';
import type { InboxCounts } from '../counting/queries';
import type { InboxPage } from '../queries';
import { MINE, PAGE_SIZE, writeFilter, type InboxFilter } from '../schema';
import { TakeOut } from '../../export/components/take-out';
import { ViewsBar } from '../views/components/views-bar';
import type { View } from '../views/queries';
import { Filters } from './filters';
import { Several } from './several';
import { InboxTable } from './inbox-table';

type Props = {
  cycle: { id: string; code: string; timeZone: string };
  viewer: Viewer;
  filter: InboxFilter;
  /** Choices of the address that do not exist. */
  unknown: readonly string[];
  counts: InboxCounts;
  page: InboxPage;
  views: readonly View[];
  /** The viewer is the chair: may decide. */
  decides: boolean;
  /** May take the applications out as a file. */
  exports: boolean;
  now: Date;
};

const TABS = { todo: 'To review by me', done: 'Reviewed by me', discuss: 'Needs discussion', all: 'All' } as const;

export function InboxView({ cycle, viewer, filter, unknown, counts, page, views, decides, exports, now }: Props) {
  const href = (change: Partial<InboxFilter>) => paths.inbox(cycle.code, writeFilter(filter, change));
  const tabs = MINE.filter((mine) => viewer.reviews || mine === 'all' || mine === 'discuss').map((mine) => ({
    href: href({ mine }),
    text: TABS[mine],
    count: counts.count({ mine }),
    current: filter.mine === mine,
  }));
  return (
    <div className="stack">
      <Tabs label="Applications by what waits" tabs={tabs} />
      <ViewsBar cycle={cycle} filter={filter} views={views} />
      <Filters code={cycle.code} filter={filter} counts={counts} names={viewer.names} />
      <Told unknown={unknown} lost={page.lost} />
      {page.rows.length === 0 ? (
        <NoRows filter={filter} allHref={paths.inbox(cycle.code, '?mine=all')} />
      ) : (
        <>
          <Several code={cycle.code} filter={filter} total={counts.total} decides={decides} reviews={viewer.reviews}>
            <InboxTable
              cycle={cycle}
              filter={filter}
              rows={page.rows}
              reviews={viewer.reviews}
              ticks={decides || viewer.reviews}
              now={now}
            />
          </Several>
          <TakeOut code={cycle.code} filter={filter} total={counts.total} exports={exports} />
          <KeyPages page={page} counts={counts} isBack={filter.before !== '' && filter.after === ''} href={href} />
        </>
      )}
    </div>
  );
}

const WORDS: Record<string, string> = {
  mine: 'tab',
  role: 'role',
  state: 'state',
  sort: 'order',
  reviews: 'number of reviews',
  asked: 'question',
  later: 'day',
};

const Told = ({ unknown, lost }: { unknown: readonly string[]; lost: boolean }) => (
  <>
    {unknown.length > 0 ? (
      <p className="notice warning">
        This address or view asks for something that does not exist (any more), which was left out:{' '}
        {unknown.map((name) => WORDS[name]).join(', ')}.
      </p>
    ) : null}
    {lost ? (
      <p className="notice warning">The place this page was at is gone, so this is the beginning of the list.</p>
    ) : null}
  </>
);

type PagesProps = {
  page: InboxPage;
  counts: InboxCounts;
  /** The page ends before its place, rather than beginning after it. */
  isBack: boolean;
  href: (change: Partial<InboxFilter>) => string;
};

/** "51–100 of 10,000", with the pages beside it; a page begins where its neighbour ended, whatever was sent in between. */
function KeyPages({ page: { rows, previous, next }, counts: { total, ahead }, isBack, href }: PagesProps) {
  // Going back, what comes before the place are the rows of this page too.
  const before = !previous ? 0 : isBack ? ahead - rows.length : ahead;
  const number = new Intl.NumberFormat('en-US');
  const [first, last] = [number.format(before + 1), number.format(before + rows.length)];
  return (
    <nav className="pager" aria-label="Pages of applications">
      <span>
        {first}–{last} of {number.format(total)} {total === 1 ? 'application' : 'applications'}
      </span>
      {previous ? (
        <a href={href({ before: previous })} rel="prev">
          Previous {PAGE_SIZE}
        </a>
      ) : null}
      {next ? (
        <a href={href({ after: next })} rel="next">
          Next {Math.min(PAGE_SIZE, Math.max(1, total - before - rows.length))}
        </a>
      ) : null}
    </nav>
  );
}

function NoRows({ filter, allHref }: { filter: InboxFilter; allHref: string }) {
  const finished = filter.mine === 'todo' && writeFilter(filter) === '?mine=todo';
  const quiet = filter.mine === 'discuss' && writeFilter(filter) === '?mine=discuss';
  return (
    <EmptyState
      heading={finished ? 'Nothing waits for your review' : quiet ? 'Nothing to talk about' : 'No application fits'}
    >
      <p>
        {finished
          ? 'You have read every application that is open to you. New ones appear here by themselves.'
          : quiet
            ? 'Whoever is not sure of an application marks it under “Discussion” on its page; it then waits here.'
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
