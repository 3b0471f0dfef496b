import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { pageCycle } from '@/auth/guard';
import { may } from '@/domain/permissions';
import { ComparisonView } from '@/features/matching/comparing/components/comparison-view';
import { findComparison } from '@/features/matching/comparing/queries';
import { FencedNote } from '@/features/matching/components/words';
import { hasOwnApplication } from '@/features/matching/plans/queries';
import { getSettings } from '@/features/matching/weights/queries';
import { paths } from '@/lib/paths';

export const metadata: Metadata = { title: 'Plans compared' };

type Props = { params: Promise<{ code: string }>; searchParams: Promise<{ a?: string; b?: string }> };

const numberOf = (typed: string | undefined): number =>
  /^[1-9]\d{0,5}$/.test(String(typed)) ? Number(typed) : notFound();

export default async function Page({ params, searchParams }: Props) {
  const [{ code }, { a, b }] = [await params, await searchParams];
  const numbers = [numberOf(a), numberOf(b)] as const;
  const { user, cycle, now } = await pageCycle(code, 'matching.view', paths.plansCompared(code, ...numbers));
  const readsVetoes = may(user, 'participant_veto.read', { programId: cycle.programId }, now);
  const viewer = { personId: user.personId, readsVetoes };
  const compared = await findComparison(cycle.id, numbers, viewer);
  if (!compared) notFound();
  const { hasIdentity } = await getSettings(cycle.id);
  return (
    <div className="stack-l">
      {(await hasOwnApplication(cycle.id, viewer)) ? <FencedNote /> : null}
      <ComparisonView code={cycle.code} hasIdentity={hasIdentity} compared={compared} />
    </div>
  );
}
