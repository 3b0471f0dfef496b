import type { Metadata } from 'next';
import { pageCycle } from '@/auth/guard';
import { FilePage } from '@/features/reviews/assigning/file/components/file-page';
import { paths } from '@/lib/paths';

export const metadata: Metadata = { title: 'Assign from a file' };

export default async function Page({ params }: { params: Promise<{ code: string }> }) {
  const { code } = await params;
  const { cycle } = await pageCycle(code, 'review.arrange', paths.assignFile(code));
  return <FilePage cycle={cycle} />;
}
