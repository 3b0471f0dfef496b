import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { pageCycle } from '@/auth/guard';
import { may } from '@/domain/permissions';
import { ComparisonView } from '@/features/matching/comparing/components/comparison-view';
import { findComparison, MOST_PLANS } from '@/features/matching/comparing/queries';
import { FencedNote } from '@/features/matching/components/words';
import { hasClosedApplication } from '@/features/matching/plans/queries';
import { getSettings } from '@/features/matching/weights/queries';
import { paths } from '@/lib/paths';
import { Notice } from '@/ui/static/notice';

export const metadata: Metadata = { title: 'Plans compared' };

type Props = { params: Promise<{ code: string }>; searchParams: Promise<{ p?: string | string[] }> };

export default async function Page({ params, searchParams }: Props) {
  const [{ code }, { p = [] }] = [await params, await searchParams];
  const typed = [...new Set([p].flat())];
  if (typed.some((number) => !/^[1-9]\d{0,5}$/.test(number))) notFound();
  const numbers = typed.map(Number);
  const { user, cycle, now } = await pageCycle(code, 'matching.view', paths.plansCompared(code, numbers));
  if (numbers.length < 2 || numbers.length > MOST_PLANS) return <WrongCount code={cycle.code} />;
  const readsVetoes = may(user, 'participant_veto.read', { programId: cycle.programId }, now);
  const viewer = { closed: user.closed, readsVetoes };
  const compared = await findComparison(cycle.id, numbers, viewer);
  if (!compared) notFound();
  const { wishes } = await getSettings(cycle.id);
  return (
    <div className="stack-l">
      {(await hasClosedApplication(cycle.id, viewer)) ? <FencedNote /> : null}
      <ComparisonView code={cycle.code} wishes={wishes} compared={compared} />
    </div>
  );
}

const WrongCount = ({ code }: { code: string }) => (
  <div className="stack">
    <h1>Compare plans</h1>
    <Notice tone="warning" heading={`Choose two to ${MOST_PLANS} plans`}>
      <p>
        <a href={paths.matching(code)}>Go back and choose</a>
      </p>
    </Notice>
  </div>
);
