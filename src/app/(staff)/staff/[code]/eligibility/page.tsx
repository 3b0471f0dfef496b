import { pageCycle } from '@/auth/guard';
import { may } from '@/domain/permissions';
import { LateSection } from '@/features/applications/late/components/late-section';
import { listLatePermits } from '@/features/applications/late/queries';
import { EligibilityPage } from '@/features/eligibility/components/eligibility-page';
import { getEligibility } from '@/features/eligibility/queries';
import { paths } from '@/lib/paths';

type Props = { params: Promise<{ code: string }>; searchParams: Promise<{ done?: string }> };

export const metadata = { title: 'Who can take part' };

export default async function Page({ params, searchParams }: Props) {
  const { code } = await params;
  const { user, cycle, now } = await pageCycle(code, 'eligibility.view', paths.eligibility(code));
  const mayEdit = may(user, 'eligibility.edit', { programId: cycle.programId }, now);
  const { done = '' } = await searchParams;
  return (
    <div className="stack-xl">
      <EligibilityPage cycle={cycle} desk={await getEligibility(cycle, now)} mayEdit={mayEdit} done={String(done)} />
      {mayEdit ? <LateSection cycle={cycle} permits={await listLatePermits(cycle.id)} /> : null}
    </div>
  );
}
