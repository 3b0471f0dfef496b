import type { Metadata } from 'next';
import { pageCycle } from '@/auth/guard';
import { BlindNote } from '@/features/applications/inbox/components/blind-note';
import { InboxView } from '@/features/applications/inbox/components/inbox-view';
import { countInbox, listInbox } from '@/features/applications/inbox/queries';
import { readFilter, searchOf, writeFilter } from '@/features/applications/inbox/schema';
import { powersOf } from '@/features/reviews/queries';
import { paths } from '@/lib/paths';
import { Done } from '@/ui/staff/parts';

export const metadata: Metadata = { title: 'Applications' };

type Props = {
  params: Promise<{ code: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function Page({ params, searchParams }: Props) {
  const { code } = await params;
  const search = searchOf(await searchParams);
  const { user, cycle, now } = await pageCycle(
    code,
    'application.list',
    paths.inbox(code, search.size > 0 ? `?${search}` : ''),
  );
  const { reviews, decides, arranges, blind } = powersOf(user, cycle, now);
  const filter = readFilter(search, reviews);
  const viewer = { userId: user.userId, closed: user.closed, reviews, blind };
  const [counts, rows] = [await countInbox(cycle.id, viewer, filter), await listInbox(cycle.id, viewer, filter)];
  return (
    <div className="stack">
      <div className="between">
        <h1>Applications</h1>
        <span className="row">
          {arranges ? <a href={paths.coverage(code)}>Coverage</a> : null}
          {arranges ? <a href={paths.rubric(code)}>How we review</a> : null}
          <a href={paths.conflicts(code)}>Conflicts of interest</a>
        </span>
      </div>
      {blind ? <BlindNote /> : null}
      {search.get('saved') === 'conflict' ? (
        <Done>Closed to you: you see nothing of this person any more. The chair and staff know why.</Done>
      ) : null}
      {search.get('saved') === 'all' ? (
        <Done>
          Saved. That was the last one of this filter:{' '}
          <a href={paths.inbox(code, writeFilter(filter, { mine: 'all', role: '', state: '', q: '' }))}>show all</a>.
        </Done>
      ) : null}
      {search.get('saved') === 'accepted' ? <Done>Accepted, and staged: nothing was mailed.</Done> : null}
      <InboxView
        cycle={cycle}
        filter={filter}
        counts={counts}
        rows={rows}
        reviews={reviews}
        decides={decides}
        now={now}
      />
    </div>
  );
}
