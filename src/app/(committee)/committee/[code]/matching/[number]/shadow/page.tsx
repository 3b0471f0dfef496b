import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { pageCycle } from '@/auth/guard';
import { may } from '@/domain/permissions';
import { PairingForm } from '@/features/matching/shadow/components/pairing-form';
import { paths } from '@/lib/paths';

export const metadata: Metadata = { title: 'Your own pairing' };

type Props = { params: Promise<{ code: string; number: string }> };

export default async function Page({ params }: Props) {
  const { code, number: typed } = await params;
  const number = /^[1-9]\d{0,5}$/.test(typed) ? Number(typed) : notFound();
  const { user, cycle, now } = await pageCycle(code, 'matching.view', paths.planShadow(code, number));
  const mayChange = may(user, 'matching.change', { programId: cycle.programId }, now) && cycle.releasedAt === null;
  return <PairingForm code={cycle.code} number={number} cycleId={cycle.id} mayChange={mayChange} />;
}
