import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { pageCycle } from '@/auth/guard';
import { ReleasePage } from '@/features/funding/components/release-page';
import { findFundingDesk } from '@/features/funding/queries';
import { paths } from '@/lib/paths';

type Props = { params: Promise<{ code: string }> };

export const metadata: Metadata = { title: 'Tell the decisions' };

export default async function Page({ params }: Props) {
  const { code } = await params;
  const { user, cycle } = await pageCycle(code, 'funding.decide', paths.fundingRelease(code));
  const desk = await findFundingDesk(cycle, user);
  if (!desk) notFound();
  return <ReleasePage cycle={cycle} desk={desk} />;
}
