import type { Metadata } from 'next';
import { hasKeys } from '@/auth/actor';
import { pageCycle } from '@/auth/guard';
import { BlindNote } from '@/features/applications/inbox/components/blind-note';
import { InboxSaved } from '@/features/applications/inbox/components/inbox-saved';
import { InboxView } from '@/features/applications/inbox/components/inbox-view';
import { may } from '@/domain/permissions';
import { countInbox } from '@/features/applications/inbox/counting/queries';
import { listInbox } from '@/features/applications/inbox/queries';
import { readFilter, searchOf, unknownIn } from '@/features/applications/inbox/schema';
import { listViews } from '@/features/applications/inbox/views/queries';
import { KeysSection } from '@/features/keys/components/keys-section';
import { powersOf, viewerOf } from '@/features/reviews/queries';
import { paths } from '@/lib/paths';

export const metadata: Metadata = { title: 'Applications' };

type Props = {
  params: Promise<{ code: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function Page({ params, searchParams }: Props) {
  const { code } = await params;
  const typed = searchOf(await searchParams);
  const { user, cycle, now } = await pageCycle(
    code,
    'application.list',
    paths.inbox(code, typed.size > 0 ? `?${typed}` : ''),
  );
  const powers = powersOf(user, cycle, now);
  const viewer = viewerOf(user, powers);
  const keys = await hasKeys();
  const views = await listViews(user, cycle.programId);
  const start = typed.size === 0 ? views.find(({ isStart }) => isStart) : undefined;
  const search = start ? new URLSearchParams(start.query) : typed;
  const filter = readFilter(search, powers.reviews);
  const [counts, page] = [await countInbox(cycle.id, viewer, filter), await listInbox(cycle.id, viewer, filter)];
  return (
    <div className="stack">
      <div className="between">
        <h1>Applications</h1>
        <span className="row">
          {powers.arranges ? <a href={paths.coverage(code)}>Coverage</a> : null}
          {powers.arranges ? <a href={paths.rubric(code)}>How we review</a> : null}
          {powers.reviews ? <a href={paths.strengths(code)}>What I know well</a> : null}
          <a href={paths.conflicts(code)}>Conflicts of interest</a>
        </span>
      </div>
      {powers.blind ? <BlindNote /> : null}
      <InboxSaved code={code} saved={search.get('saved') ?? ''} />
      <InboxView
        cycle={cycle}
        viewer={viewer}
        filter={filter}
        unknown={unknownIn(search)}
        counts={counts}
        page={page}
        views={views}
        decides={powers.decides}
        exports={may(user, 'application.export', cycle, now)}
        now={now}
      />
      <KeysSection code={cycle.code} on={keys} />
    </div>
  );
}
