import type { Metadata } from 'next';
import { pageCycle } from '@/auth/guard';
import { CoveragePage } from '@/features/reviews/coverage/components/coverage-page';
import { getCoverage } from '@/features/reviews/coverage/queries';
import { readShow } from '@/features/reviews/coverage/schema';
import { getStrictness } from '@/features/reviews/strictness/queries';
import { paths } from '@/lib/paths';

export const metadata: Metadata = { title: 'Coverage' };

type Props = { params: Promise<{ code: string }>; searchParams: Promise<{ show?: string; saved?: string }> };

export default async function Page({ params, searchParams }: Props) {
  const { code } = await params;
  const { user, cycle, now } = await pageCycle(code, 'review.arrange', paths.coverage(code));
  const { show, saved = '' } = await searchParams;
  const coverage = await getCoverage(cycle, user, now);
  return (
    <CoveragePage
      cycle={cycle}
      coverage={coverage}
      strictness={await getStrictness(cycle.id, user)}
      show={readShow(show)}
      saved={String(saved)}
    />
  );
}
