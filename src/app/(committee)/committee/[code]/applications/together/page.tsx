import { pageCycle } from '@/auth/guard';
import { BULK_LABELS } from '@/domain/bulk';
import { readFilter, searchOf, writeFilter } from '@/features/applications/inbox/schema';
import { MoveTabs, PreviewView } from '@/features/reviews/bulk/components/preview-view';
import { isTold, movesOf, previewTogether } from '@/features/reviews/bulk/queries';
import { previewSchema, writePreview } from '@/features/reviews/bulk/schema';
import { powersOf, viewerOf } from '@/features/reviews/queries';
import { notFound } from 'next/navigation';
import { paths } from '@/lib/paths';

type Props = {
  params: Promise<{ code: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const metadata = { title: 'Several applications at once' };

export default async function Page({ params, searchParams }: Props) {
  const [{ code }, typed] = [await params, await searchParams];
  const { user, cycle, now } = await pageCycle(code, 'application.list', paths.inbox(code));
  const powers = powersOf(user, cycle, now);
  const moves = movesOf(powers);
  const asked = previewSchema.parse({ ...typed, ids: [typed.ids ?? []].flat() });
  const move = moves.find((one) => one === asked.move) ?? moves[0];
  if (!move) notFound();
  const filter = readFilter(searchOf(typed), powers.reviews);
  const preview = await previewTogether(cycle.id, viewerOf(user, powers), filter, { ...asked, move });
  const told = await isTold(cycle.id);
  const back = paths.inbox(cycle.code, writeFilter(filter));
  return (
    <div className="stack-l reading">
      <header className="stack-s">
        <p className="crumbs">
          <a href={back}>Applications</a>
        </p>
        <h1>{BULK_LABELS[move]}</h1>
        <p className="soft">
          {move === 'discuss'
            ? 'The committee sees the mark; the applicants never do.'
            : 'Each decision is staged: nothing is mailed, and all of it can be undone until the release.'}
        </p>
      </header>
      <MoveTabs
        moves={moves}
        current={move}
        href={(other) => paths.together(cycle.code, writePreview(filter, { ...asked, move: other }))}
      />
      {told ? (
        <p className="notice warning">
          The outcomes of this cycle have been released. Nothing of this can change any more.
        </p>
      ) : (
        <PreviewView code={cycle.code} cycleId={cycle.id} move={move} preview={preview} backHref={back} />
      )}
    </div>
  );
}
