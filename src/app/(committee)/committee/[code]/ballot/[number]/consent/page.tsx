import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { pageCycle } from '@/auth/guard';
import { may } from '@/domain/permissions';
import { ConsentView } from '@/features/ballots/components/consent-view';
import { DoneNote, FencedNote } from '@/features/ballots/components/words';
import { powersOn } from '@/features/ballots/queries';
import { findBallot } from '@/features/ballots/voting/queries';
import { hasClosedApplication } from '@/features/matching/plans/queries';
import { paths } from '@/lib/paths';

export const metadata: Metadata = { title: 'Consent agenda' };

type Props = { params: Promise<{ code: string; number: string }>; searchParams: Promise<{ done?: string }> };

export default async function Page({ params, searchParams }: Props) {
  const [{ code, number: typed }, { done }] = [await params, await searchParams];
  const number = /^[1-9]\d{0,5}$/.test(typed) ? Number(typed) : notFound();
  const { user, cycle, now } = await pageCycle(code, 'ballot.view', paths.ballotConsent(code, number));
  const viewer = powersOn(user, cycle.programId, now);
  const ballot = await findBallot(cycle.id, number, viewer, now);
  if (!ballot) notFound();
  const mayLock =
    may(user, 'matching.change', { programId: cycle.programId }, now) &&
    cycle.releasedAt === null &&
    (ballot.state === 'closed' || ballot.state === 'approved');
  return (
    <div className="stack-l">
      <DoneNote done={String(done ?? '')} />
      {(await hasClosedApplication(cycle.id, { closed: user.closed, readsVetoes: false })) ? <FencedNote /> : null}
      <ConsentView
        ballot={ballot}
        place={{ cycle: cycle.code, number, page: 'consent', cycleId: cycle.id }}
        leads={viewer.leads}
        mayLock={mayLock}
      />
    </div>
  );
}
