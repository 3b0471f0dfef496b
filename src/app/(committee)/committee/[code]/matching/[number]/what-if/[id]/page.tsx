import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { pageCycle } from '@/auth/guard';
import { may } from '@/domain/permissions';
import { FencedNote } from '@/features/matching/components/words';
import { WhatIfView } from '@/features/matching/inquiries/components/what-if-view';
import { findWhatIf } from '@/features/matching/inquiries/queries';
import { hasClosedApplication } from '@/features/matching/plans/queries';
import { getSettings } from '@/features/matching/weights/queries';
import { isId } from '@/lib/id';
import { paths } from '@/lib/paths';

export const metadata: Metadata = { title: 'What if' };

type Props = { params: Promise<{ code: string; number: string; id: string }> };

export default async function Page({ params }: Props) {
  const { code, number, id } = await params;
  if (!isId(id)) notFound();
  const { user, cycle, now } = await pageCycle(code, 'matching.view', paths.whatIf(code, Number(number) || 0, id));
  const subject = { programId: cycle.programId };
  const viewer = { closed: user.closed, readsVetoes: may(user, 'participant_veto.read', subject, now) };
  const found = await findWhatIf(cycle.id, id, viewer);
  if (!found || found.plan.number !== Number(number)) notFound();
  const { rulesOn } = await getSettings(cycle.id);
  // After the letters only a repair is kept.
  const isKept = cycle.releasedAt === null || found.question.kind === 'repair';
  const mayChange = may(user, 'matching.change', subject, now) && isKept;
  return (
    <div className="stack-l">
      <WhatIfView found={found} desk={{ code: cycle.code, cycleId: cycle.id, mayChange, rulesOn }} />
      {(await hasClosedApplication(cycle.id, viewer)) ? <FencedNote /> : null}
    </div>
  );
}
