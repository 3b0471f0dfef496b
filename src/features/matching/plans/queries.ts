import { isClosedTo } from '@/domain/actor';
import { db } from '@/db/client';
import type { Pair } from '@/domain/matching/problem';
import { PLAN_STATES } from '@/domain/plan';
import type { Viewer } from '../inputs/queries';

export const planState = (state: string) => PLAN_STATES.find((known) => known === state) ?? 'superseded';

/** Names of users by id. */
export async function namesOf(userIds: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(userIds.filter((id) => id !== null))];
  const users = await db.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  return new Map(users.map(({ id, name }) => [id, name]));
}

async function closedIds(cycleId: string, { closed }: Viewer): Promise<string[]> {
  const rows = await db.application.findMany({
    where: { cycleId, personId: { in: [...closed] } },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** A cycle's plans, latest first, with figures over the pairs the viewer may see. Four queries, however many plans. */
export async function listPlans(cycleId: string, viewer: Viewer) {
  const notIn = await closedIds(cycleId, viewer);
  const [plans, figures] = await Promise.all([
    db.plan.findMany({
      where: { cycleId },
      orderBy: { number: 'desc' },
      select: {
        id: true,
        number: true,
        state: true,
        verified: true,
        handMade: true,
        createdById: true,
        createdAt: true,
      },
    }),
    db.match.groupBy({
      by: ['planId'],
      where: { cycleId, mentorApplicationId: { notIn }, menteeApplicationId: { notIn } },
      _count: true,
      _sum: { fit: true },
      _min: { fit: true },
    }),
  ]);
  const names = await namesOf(plans.map(({ createdById }) => createdById));
  const figuresOf = new Map(figures.map(({ planId, ...rest }) => [planId, rest]));
  return plans.map(({ id, state, createdById, ...plan }) => ({
    ...plan,
    id,
    state: planState(state),
    author: names.get(createdById) ?? '',
    matched: figuresOf.get(id)?._count ?? 0,
    totalFit: figuresOf.get(id)?._sum.fit ?? 0,
    minimumFit: figuresOf.get(id)?._min.fit ?? null,
  }));
}
export type PlanRow = Awaited<ReturnType<typeof listPlans>>[number];

const person = { select: { id: true, personId: true, name: true, reference: true, state: true } } as const;

/** A plan with its pairs; those of the viewer's own application are in `closed`, as mentees' ids, and nowhere else. */
export async function findPlan(cycleId: string, number: number, viewer: Viewer) {
  const plan = await db.plan.findUnique({
    where: { cycleId_number: { cycleId, number } },
    select: {
      id: true,
      number: true,
      state: true,
      version: true,
      verified: true,
      handMade: true,
      weights: true,
      inputsHash: true,
      createdById: true,
      createdAt: true,
      approvedById: true,
      approvedAt: true,
      run: { select: { id: true, options: true } },
      matches: {
        select: {
          id: true,
          fit: true,
          handMade: true,
          reference: true,
          menteeApplicationId: true,
          mentorApplicationId: true,
          mentor: person,
          mentee: person,
        },
        orderBy: { mentee: { reference: 'asc' } },
      },
    },
  });
  if (!plan) return null;
  const names = await namesOf([plan.createdById, plan.approvedById]);
  const isOwn = ({ mentor, mentee }: (typeof plan.matches)[number]) =>
    [mentor.personId, mentee.personId].some((personId) => isClosedTo(viewer, personId));
  const matches = plan.matches.filter((match) => !isOwn(match));
  return {
    ...plan,
    matches,
    /** Every pair, the closed ones too: for checks, never for a page. */
    pairs: plan.matches.map((match): Pair => [match.menteeApplicationId, match.mentorApplicationId]),
    closed: plan.matches.filter(isOwn).map(({ menteeApplicationId }) => menteeApplicationId),
    state: planState(plan.state),
    author: names.get(plan.createdById) ?? '',
    approver: names.get(plan.approvedById ?? '') ?? '',
    matched: matches.length,
    totalFit: matches.reduce((sum, { fit }) => sum + fit, 0),
    minimumFit: matches.reduce<number | null>((least, { fit }) => Math.min(least ?? fit, fit), null),
  };
}
export type OpenedPlan = NonNullable<Awaited<ReturnType<typeof findPlan>>>;

/** Whether an application of this cycle is closed to the viewer: their own, or one of a conflict. */
export const hasClosedApplication = async (cycleId: string, { closed }: Viewer): Promise<boolean> =>
  (await db.application.count({ where: { cycleId, personId: { in: [...closed] }, state: { not: 'draft' } } })) > 0;
