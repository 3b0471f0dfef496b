import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { pageCycle } from '@/auth/guard';
import { DeskPage } from '@/features/funding/components/desk-page';
import { findFundingDesk } from '@/features/funding/queries';
import { paths } from '@/lib/paths';

type Props = { params: Promise<{ code: string }>; searchParams: Promise<{ done?: string }> };

export const metadata: Metadata = { title: 'Funded memberships' };

export default async function Page({ params, searchParams }: Props) {
  const { code } = await params;
  const { user, cycle, now } = await pageCycle(code, 'funding.review', paths.funding(code));
  const desk = await findFundingDesk(cycle, user);
  if (!desk) notFound();
  return <DeskPage cycle={cycle} desk={desk} done={(await searchParams).done ?? ''} now={now} />;
}
