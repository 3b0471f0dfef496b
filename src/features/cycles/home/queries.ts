import { z } from 'zod';
import { db } from '@/db/client';
import { inForceAt } from '@/db/grants';
import { COMMITTEE, type UserActor } from '@/domain/actor';
import { phaseOf, type CycleDates } from '@/domain/cycle';
import { isBehind, nextAct, type Standing } from '@/domain/next-act';
import { may } from '@/domain/permissions';
import { RELEASE_STATES } from '@/domain/release';
import { countProblems } from '@/features/announcements/deliveries/queries';
import { powersOn } from '@/features/ballots/queries';
import { waitsFor } from '@/features/reviews/assigning/queries';
import { findWaiting } from '@/features/ballots/waiting/queries';
import { countFallen } from '@/features/pairs/answers/queries';
import { findPairWork } from '@/features/pairs/waiting/queries';
import { countFunnel, getActs } from '../queries';

type Cycle = CycleDates & { id: string; programId: string; releasedAt: Date | null };

const releaseSchema = z.object({
  state: z.enum(RELEASE_STATES).exclude(['stopped']),
  letterCount: z.number(),
  requestedById: z.string(),
});

/** The release that is under way or done, as this person stands to it. */
async function findRelease(cycleId: string, { userId }: UserActor): Promise<Standing['release']> {
  const row = await db.release.findFirst({
    where: { cycleId, state: { not: 'stopped' } },
    select: { state: true, letterCount: true, requestedById: true },
  });
  if (!row) return null;
  const { state, letterCount, requestedById } = releaseSchema.parse(row);
  return { state, letters: letterCount, byMe: requestedById === userId };
}

async function findPlans(cycleId: string) {
  const plans = await db.plan.findMany({
    where: { cycleId, state: { in: ['proposed', 'approved'] } },
    select: { number: true, state: true, verified: true },
    orderBy: { number: 'desc' },
  });
  return {
    planApproved: plans.some(({ state }) => state === 'approved'),
    proposedPlan: plans.find(({ state, verified }) => state === 'proposed' && verified)?.number ?? null,
  };
}

const waitsForReview = (cycleId: string, { userId, closed }: UserActor) =>
  db.application.count({
    where: {
      cycleId,
      personId: { notIn: [...closed] },
      ...waitsFor(userId),
    },
  });

/** How many reviews each member saved in this cycle; the viewer's own application is not counted. */
async function listReviewers({ id, programId }: Cycle, { closed }: UserActor, now: Date) {
  const members = await db.user.findMany({
    where: {
      grants: {
        some: { programId, role: { in: [...COMMITTEE] }, ...inForceAt(now) },
      },
    },
    select: {
      id: true,
      name: true,
      grants: { where: { programId, role: 'reviewer' }, select: { id: true } },
      _count: { select: { reviews: { where: { application: { cycleId: id, personId: { notIn: [...closed] } } } } } },
    },
    orderBy: { name: 'asc' },
  });
  // A chair need not review; one who does is in the list.
  const rows = members
    .map(({ grants, _count, ...member }) => ({ ...member, isReviewer: grants.length > 0, reviewed: _count.reviews }))
    .filter(({ isReviewer, reviewed }) => isReviewer || reviewed > 0);
  const busiest = Math.max(0, ...rows.map(({ reviewed }) => reviewed));
  return rows
    .map(({ id: userId, name, reviewed }) => ({ id: userId, name, reviewed, behind: isBehind(reviewed, busiest) }))
    .sort((a, b) => a.reviewed - b.reviewed);
}

/** All that the first page after sign-in shows of a cycle. */
export async function getCycleHome(user: UserActor, cycle: Cycle, now: Date) {
  const subject = { programId: cycle.programId, personId: null };
  const acts = await getActs(cycle);
  const funnel = await countFunnel(cycle.id, user);
  const reviews = may(user, 'review.write', subject, now);
  const announces = may(user, 'announcement.view', subject, now);
  const pairs = await findPairWork(cycle, { viewer: user, now });
  const standing: Standing = {
    phase: phaseOf(cycle, acts, now),
    reviews,
    announces,
    decides: may(user, 'decision.stage', subject, now),
    unreviewed: reviews && cycle.releasedAt === null ? await waitsForReview(cycle.id, user) : 0,
    undecided:
      cycle.releasedAt === null
        ? funnel.mentor.submitted +
          funnel.mentee.submitted +
          funnel.mentor.needs_information +
          funnel.mentee.needs_information
        : 0,
    ...(await findPlans(cycle.id)),
    ballot: await findWaiting(cycle.id, powersOn(user, cycle.programId, now), now),
    release: announces ? await findRelease(cycle.id, user) : null,
    brokenMails: announces ? await countProblems(cycle.id, user.closed) : 0,
    pairTasks: pairs.tasks,
  };
  return {
    acts,
    standing,
    funnel,
    next: nextAct(standing),
    fallen: announces ? await countFallen(cycle.id, user) : 0,
    pairs,
    questions: funnel.mentor.needs_information + funnel.mentee.needs_information,
    reviewers: await listReviewers(cycle, user, now),
  };
}
export type CycleHome = Awaited<ReturnType<typeof getCycleHome>>;
