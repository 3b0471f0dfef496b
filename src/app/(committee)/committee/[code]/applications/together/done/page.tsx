import { pageCycle } from '@/auth/guard';
import { DoneView } from '@/features/reviews/bulk/components/done-view';
import { isTold, listTogether, movesOf } from '@/features/reviews/bulk/queries';
import { powersOf, viewerOf } from '@/features/reviews/queries';
import { searchOf } from '@/features/applications/inbox/schema';
import { paths } from '@/lib/paths';

type Props = {
  params: Promise<{ code: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const metadata = { title: 'Done to several at once' };

export default async function Page({ params, searchParams }: Props) {
  const { code } = await params;
  const search = searchOf(await searchParams);
  const { user, cycle, now } = await pageCycle(code, 'application.list', paths.together(code, '/done'));
  const powers = powersOf(user, cycle, now);
  const presses = await listTogether(cycle.id, viewerOf(user, powers));
  const moves = (await isTold(cycle.id)) ? [] : movesOf(powers);
  return (
    <div className="stack-l reading">
      <header className="stack-s">
        <p className="crumbs">
          <a href={paths.inbox(cycle.code)}>Applications</a>
        </p>
        <h1>Done to several at once</h1>
        <p className="soft">
          Until the release each of these can be undone, for the applications nobody touched since.
        </p>
      </header>
      <DoneView
        code={cycle.code}
        timeZone={cycle.timeZone}
        presses={presses}
        moved={search.get('moved') ?? ''}
        undone={search.get('undone') ?? ''}
        mayUndo={(move) => moves.includes(move)}
      />
    </div>
  );
}
