import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { pageCycle } from '@/auth/guard';
import { zoneName } from '@/domain/dates';
import { OpeningView } from '@/features/ballots/opening/components/opening-view';
import { findOpening } from '@/features/ballots/opening/queries';
import { paths } from '@/lib/paths';

export const metadata: Metadata = { title: 'Put a plan on the ballot' };

type Props = { params: Promise<{ code: string; number: string }> };

export default async function Page({ params }: Props) {
  const { code, number: typed } = await params;
  const number = /^[1-9]\d{0,5}$/.test(typed) ? Number(typed) : notFound();
  const { user, cycle, now } = await pageCycle(code, 'ballot.lead', paths.planBallot(code, number));
  const opening = await findOpening(cycle, number, user, now);
  if (!opening) notFound();
  return <OpeningView opening={opening} code={cycle.code} zone={zoneName(now, cycle.timeZone)} />;
}
