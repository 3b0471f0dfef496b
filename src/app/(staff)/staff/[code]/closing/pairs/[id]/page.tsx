import { notFound } from 'next/navigation';
import { pageCycle } from '@/auth/guard';
import { ClosingPairPage } from '@/features/closing/reading/components/pair-page';
import { findClosingPair } from '@/features/closing/reading/queries';
import { isId } from '@/lib/id';
import { paths } from '@/lib/paths';

type Props = { params: Promise<{ code: string; id: string }> };

export const metadata = { title: 'What the two say at the end' };

export default async function Page({ params }: Props) {
  const { code, id } = await params;
  const { user, cycle } = await pageCycle(code, 'closing.view', paths.closingPair(code, id));
  const pair = isId(id) ? await findClosingPair(cycle.id, id, user) : null;
  if (!pair) notFound();
  return <ClosingPairPage cycle={cycle} pair={pair} />;
}
