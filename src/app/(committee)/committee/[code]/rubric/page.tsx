import type { Metadata } from 'next';
import { pageCycle } from '@/auth/guard';
import { RubricPage } from '@/features/reviews/rubrics/components/rubric-page';
import { getRubricDesk } from '@/features/reviews/rubrics/queries';
import { paths } from '@/lib/paths';

export const metadata: Metadata = { title: 'How we review' };

type Props = { params: Promise<{ code: string }>; searchParams: Promise<{ saved?: string }> };

export default async function Page({ params, searchParams }: Props) {
  const { code } = await params;
  const { user, cycle } = await pageCycle(code, 'review.arrange', paths.rubric(code));
  const { saved = '' } = await searchParams;
  return <RubricPage cycle={cycle} desk={await getRubricDesk(cycle.id, user)} saved={String(saved)} />;
}
