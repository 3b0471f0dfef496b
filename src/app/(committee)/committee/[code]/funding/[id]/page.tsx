import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { pageCycle } from '@/auth/guard';
import { RequestPage } from '@/features/funding/components/request-page';
import { findFundingDesk, findFundingRequest } from '@/features/funding/queries';
import { isId } from '@/lib/id';
import { paths } from '@/lib/paths';

type Props = { params: Promise<{ code: string; id: string }>; searchParams: Promise<{ done?: string }> };

export const metadata: Metadata = { title: 'A request for a funded membership' };

export default async function Page({ params, searchParams }: Props) {
  const { code, id } = await params;
  const { user, cycle, now } = await pageCycle(code, 'funding.review', paths.fundingRequest(code, id));
  const desk = isId(id) ? await findFundingDesk(cycle, user) : null;
  const request = desk && (await findFundingRequest(desk, cycle, id, user));
  if (!desk || !request) notFound();
  return <RequestPage cycle={cycle} desk={desk} request={request} done={(await searchParams).done ?? ''} now={now} />;
}
