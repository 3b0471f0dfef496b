import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { pageCycle } from '@/auth/guard';
import { FencedNote } from '@/features/ballots/components/words';
import { MinutesView } from '@/features/ballots/minutes/components/minutes-view';
import { findMinutes } from '@/features/ballots/minutes/queries';
import { powersOn } from '@/features/ballots/queries';
import { hasClosedApplication } from '@/features/matching/plans/queries';
import { paths } from '@/lib/paths';

type Props = { params: Promise<{ code: string; number: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Minutes of ballot ${(await params).number}` };
}

export default async function Page({ params }: Props) {
  const { code, number: typed } = await params;
  const number = /^[1-9]\d{0,5}$/.test(typed) ? Number(typed) : notFound();
  const { user, cycle, now } = await pageCycle(code, 'ballot.view', paths.ballotMinutes(code, number));
  const found = await findMinutes(cycle, number, powersOn(user, cycle.programId, now), now);
  if (!found) notFound();
  return (
    <div className="stack">
      {(await hasClosedApplication(cycle.id, { closed: user.closed, readsVetoes: false })) ? <FencedNote /> : null}
      <MinutesView minutes={found.minutes} code={cycle.code} number={number} />
    </div>
  );
}
