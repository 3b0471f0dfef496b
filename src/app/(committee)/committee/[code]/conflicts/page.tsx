import type { Metadata } from 'next';
import { pageCycle } from '@/auth/guard';
import { may } from '@/domain/permissions';
import { ConflictsPage } from '@/features/conflicts/components/conflicts-page';
import { getAboutMe, getConflictDesk } from '@/features/conflicts/queries';
import { paths } from '@/lib/paths';

export const metadata: Metadata = { title: 'Conflicts of interest' };

type Props = { params: Promise<{ code: string }>; searchParams: Promise<{ done?: string }> };

export default async function Page({ params, searchParams }: Props) {
  const { code } = await params;
  const { user, cycle, now } = await pageCycle(code, 'application.list', paths.conflicts(code));
  const { done = '' } = await searchParams;
  const settles = may(user, 'conflict.settle', { programId: cycle.programId }, now);
  return (
    <ConflictsPage
      cycle={cycle}
      desk={settles ? await getConflictDesk(cycle, user, now) : null}
      me={await getAboutMe(user)}
      done={String(done)}
    />
  );
}
