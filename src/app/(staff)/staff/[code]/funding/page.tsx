import type { Metadata } from 'next';
import { pageCycle } from '@/auth/guard';
import { OfferPage } from '@/features/funding/offers/components/offer-page';
import { findOfferForm, listMissed } from '@/features/funding/offers/queries';
import { paths } from '@/lib/paths';

type Props = { params: Promise<{ code: string }>; searchParams: Promise<{ done?: string }> };

export const metadata: Metadata = { title: 'Funded memberships' };

export default async function Page({ params, searchParams }: Props) {
  const { code } = await params;
  const { cycle, now } = await pageCycle(code, 'funding.set_up', paths.fundingOffer(code));
  const [offer, missed] = await Promise.all([findOfferForm(cycle), listMissed(cycle, now)]);
  return <OfferPage cycle={cycle} offer={offer} missed={missed} done={Boolean((await searchParams).done)} now={now} />;
}
