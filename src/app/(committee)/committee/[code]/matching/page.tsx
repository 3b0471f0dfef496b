import type { Metadata } from 'next';
import { pageCycle } from '@/auth/guard';
import { may } from '@/domain/permissions';
import { DoneNote, FencedNote } from '@/features/matching/components/words';
import { Overview } from '@/features/matching/plans/components/overview';
import { hasClosedApplication, listPlans } from '@/features/matching/plans/queries';
import { countPeople, listRuns } from '@/features/matching/runs/queries';
import { getSettings } from '@/features/matching/weights/queries';
import { paths } from '@/lib/paths';

export const metadata: Metadata = { title: 'Matching' };

type Props = { params: Promise<{ code: string }>; searchParams: Promise<{ done?: string }> };

export default async function Page({ params, searchParams }: Props) {
  const [{ code }, { done }] = [await params, await searchParams];
  const { user, cycle, now } = await pageCycle(code, 'matching.view', paths.matching(code));
  const subject = { programId: cycle.programId };
  const viewer = { closed: user.closed, readsVetoes: may(user, 'participant_veto.read', subject, now) };
  const fenced = await hasClosedApplication(cycle.id, viewer);
  const [people, plans, runs, settings] = await Promise.all([
    countPeople(cycle.id, viewer),
    listPlans(cycle.id, viewer),
    listRuns(cycle.id, { fenced }),
    getSettings(cycle.id),
  ]);
  const mayChange = may(user, 'matching.run', subject, now) && cycle.releasedAt === null;
  return (
    <div className="stack">
      <h1>Matching</h1>
      {done === 'queued' ? null : <DoneNote done={String(done ?? '')} />}
      {fenced ? <FencedNote /> : null}
      <Overview
        cycle={cycle}
        people={people}
        plans={plans}
        runs={runs}
        settings={settings}
        mayChange={mayChange}
        now={now}
      />
    </div>
  );
}
