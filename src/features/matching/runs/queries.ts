import { db } from '@/db/client';
import { RUN_STAGES, RUN_STATES } from '@/domain/plan';
import type { Viewer } from '../inputs/queries';
import { namesOf } from '../plans/queries';

const LATEST = 12;

/** A cycle's latest runs. To a viewer who applied in this cycle a problem's names stay closed. */
export async function listRuns(cycleId: string, { fenced }: { fenced: boolean }) {
  const rows = await db.matchRun.findMany({
    where: { cycleId },
    orderBy: { queuedAt: 'desc' },
    take: LATEST,
    select: {
      id: true,
      state: true,
      stage: true,
      stepsDone: true,
      stepsTotal: true,
      bound: true,
      requestedById: true,
      queuedAt: true,
      startedAt: true,
      finishedAt: true,
      heartbeatAt: true,
      durationMs: true,
      problem: true,
      plan: { select: { number: true } },
    },
  });
  const names = await namesOf(rows.map(({ requestedById }) => requestedById));
  return rows.map(({ state, stage, requestedById, plan, problem, ...run }) => ({
    ...run,
    ...(fenced ? { stepsDone: 0, stepsTotal: 0, bound: null } : {}),
    state: RUN_STATES.find((known) => known === state) ?? 'failed',
    stage: RUN_STAGES.find((known) => known === stage) ?? null,
    problem: fenced && problem ? 'It ended without a plan. The chair can read why.' : problem,
    requester: names.get(requestedById) ?? '',
    planNumber: plan?.number ?? null,
  }));
}
export type RunRow = Awaited<ReturnType<typeof listRuns>>[number];

/** Who is there to be matched, without the viewer's own applications. */
export async function countPeople(cycleId: string, { closed }: Viewer) {
  const groups = await db.application.groupBy({
    by: ['role', 'state'],
    where: { cycleId, personId: { notIn: [...closed] } },
    _count: true,
    _sum: { places: true },
  });
  const of = (states: readonly string[], role?: string) =>
    groups.filter((group) => states.includes(group.state) && (!role || group.role === role));
  const count = (rows: typeof groups) => rows.reduce((sum, { _count }) => sum + _count, 0);
  return {
    mentors: count(of(['accepted'], 'mentor')),
    mentees: count(of(['accepted'], 'mentee')),
    places: of(['accepted'], 'mentor').reduce((sum, { _sum }) => sum + (_sum.places ?? 0), 0),
    undecided: count(of(['submitted', 'needs_information'])),
    onHold: count(of(['hold'])),
  };
}
export type PeopleCounts = Awaited<ReturnType<typeof countPeople>>;
