import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { pageCycle } from '@/auth/guard';
import { may } from '@/domain/permissions';
import { BallotEntry } from '@/features/ballots/components/ballot-entry';
import { ballotUnderWay, listBallots } from '@/features/ballots/waiting/queries';
import { DoneNote, FencedNote } from '@/features/matching/components/words';
import { PlanHistory } from '@/features/matching/history/components/plan-history';
import { findNextUndo, listPlanHistory } from '@/features/matching/history/queries';
import { hasClosedApplication } from '@/features/matching/plans/queries';
import { PlanHead } from '@/features/matching/workbench/components/plan-head';
import { WorkbenchView } from '@/features/matching/workbench/components/workbench-view';
import { findWorkbench } from '@/features/matching/workbench/queries';
import { paths } from '@/lib/paths';

type Props = {
  params: Promise<{ code: string; number: string }>;
  searchParams: Promise<{ mentee?: string; done?: string; all?: string }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Plan ${(await params).number}` };
}

export default async function Page({ params, searchParams }: Props) {
  const [{ code, number: typed }, { mentee, done, all }] = [await params, await searchParams];
  const number = /^[1-9]\d{0,5}$/.test(typed) ? Number(typed) : notFound();
  const { user, cycle, now } = await pageCycle(code, 'matching.view', paths.plan(code, number));
  const subject = { programId: cycle.programId };
  const viewer = { closed: user.closed, readsVetoes: may(user, 'participant_veto.read', subject, now) };
  const bench = await findWorkbench(cycle.id, { number, viewer, menteeId: String(mentee ?? '') });
  if (!bench) notFound();
  const { id: planId, version, state, createdAt } = bench.plan;
  const place = { cycleId: cycle.id, planId };
  const released = cycle.releasedAt !== null;
  const mayChange = may(user, 'matching.change', subject, now) && !released;
  const ballot = await ballotUnderWay(cycle.id);
  const desk = {
    code: cycle.code,
    number,
    cycleId: cycle.id,
    planId,
    version,
    mayChange,
    open: state === 'proposed',
    ballot: ballot?.number ?? null,
  };
  const ofPair = mentee !== undefined;
  return (
    <div className="stack-l">
      {ofPair ? null : <DoneNote done={String(done ?? '')} />}
      <PlanHead
        bench={bench}
        desk={desk}
        timeZone={cycle.timeZone}
        released={released}
        leads={may(user, 'plan.approve', subject, now)}
      />
      <BallotEntry
        code={cycle.code}
        plan={{ number, state }}
        ballots={await listBallots(cycle.id, planId)}
        mayOpen={may(user, 'ballot.lead', subject, now) && !released && ballot === null}
        timeZone={cycle.timeZone}
      />
      {(await hasClosedApplication(cycle.id, viewer)) ? <FencedNote /> : null}
      <WorkbenchView bench={bench} desk={desk} all={all === '1'} done={ofPair ? String(done ?? '') : ''} />
      <PlanHistory
        events={await listPlanHistory({ ...place, createdAt }, viewer)}
        next={await findNextUndo(place, viewer)}
        desk={desk}
        timeZone={cycle.timeZone}
      />
    </div>
  );
}
