import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { pageCycle } from '@/auth/guard';
import { may } from '@/domain/permissions';
import { Aftermath, isLockable, LockIt } from '@/features/ballots/components/aftermath';
import { BallotHead } from '@/features/ballots/components/ballot-head';
import { ChairSide } from '@/features/ballots/components/chair-side';
import { DoneNote, FencedNote } from '@/features/ballots/components/words';
import { powersOn } from '@/features/ballots/queries';
import { BallotView, SHOWN } from '@/features/ballots/voting/components/ballot-view';
import { findBallot } from '@/features/ballots/voting/queries';
import { hasClosedApplication } from '@/features/matching/plans/queries';
import { paths } from '@/lib/paths';

type Props = {
  params: Promise<{ code: string; number: string }>;
  searchParams: Promise<{ done?: string; show?: string }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Ballot ${(await params).number}` };
}

export default async function Page({ params, searchParams }: Props) {
  const [{ code, number: typed }, { done, show }] = [await params, await searchParams];
  const number = /^[1-9]\d{0,5}$/.test(typed) ? Number(typed) : notFound();
  const { user, cycle, now } = await pageCycle(code, 'ballot.view', paths.ballot(code, number));
  const viewer = powersOn(user, cycle.programId, now);
  const ballot = await findBallot(cycle.id, number, viewer, now);
  if (!ballot) notFound();
  const { timeZone } = cycle;
  const mayChange = may(user, 'matching.change', { programId: cycle.programId }, now) && cycle.releasedAt === null;
  const fenced = await hasClosedApplication(cycle.id, { closed: user.closed, readsVetoes: false });
  const place = { cycle: cycle.code, number, page: 'ballot', cycleId: cycle.id };
  return (
    <div className="stack-l">
      <DoneNote done={String(done ?? '')} />
      <BallotHead ballot={ballot} code={cycle.code} timeZone={timeZone} votes={viewer.votes}>
        {fenced ? <FencedNote /> : null}
      </BallotHead>
      {viewer.leads ? <ChairSide ballot={ballot} code={cycle.code} timeZone={timeZone} now={now} /> : null}
      <Aftermath ballot={ballot} code={cycle.code} cycleId={cycle.id} mayChange={mayChange} />
      <BallotView
        ballot={ballot}
        code={cycle.code}
        shown={SHOWN.find((one) => one === show) ?? 'all'}
        votes={viewer.votes}
        beside={(item) => (mayChange && isLockable(ballot.state, item) ? <LockIt item={item} place={place} /> : null)}
      />
    </div>
  );
}
