import type { Metadata } from 'next';
import { pageCycle } from '@/auth/guard';
import { ListPage } from '@/features/reviews/assigning/components/list-page';
import { loadReading } from '@/features/reviews/assigning/queries';
import { paths } from '@/lib/paths';

export const metadata: Metadata = { title: 'Assign by hand' };

type Props = { params: Promise<{ code: string }>; searchParams: Promise<{ reviewer?: string; saved?: string }> };

export default async function Page({ params, searchParams }: Props) {
  const { code } = await params;
  const { user, cycle, now } = await pageCycle(code, 'review.arrange', paths.assignList(code));
  const { reviewer = '', saved } = await searchParams;
  const reading = await loadReading(cycle, user, now);
  return <ListPage cycle={cycle} reading={reading} reviewerId={String(reviewer)} saved={saved === 'list'} />;
}
