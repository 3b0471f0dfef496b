import type { Metadata } from 'next';
import { pageCycle } from '@/auth/guard';
import { StrengthsPage } from '@/features/reviews/strengths/components/strengths-page';
import { listAreas, strengthsOf } from '@/features/reviews/strengths/queries';
import { paths } from '@/lib/paths';

export const metadata: Metadata = { title: 'What I know well' };

type Props = { params: Promise<{ code: string }>; searchParams: Promise<{ saved?: string }> };

export default async function Page({ params, searchParams }: Props) {
  const { code } = await params;
  const { user, cycle } = await pageCycle(code, 'review.write', paths.strengths(code));
  const [areas, mine] = [await listAreas(cycle.id), await strengthsOf(cycle.programId, user.userId)];
  const { saved } = await searchParams;
  return <StrengthsPage cycle={cycle} areas={areas} mine={mine} saved={saved === 'yes'} />;
}
