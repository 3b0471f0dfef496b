import { z } from 'zod';
import { db } from '@/db/client';
import type { UserActor } from '@/domain/actor';
import { ROLES } from '@/domain/mentoring';
import { strictnessOf, type Scored } from '@/domain/strictness';
import { listRubrics, readReview } from '../rubrics/queries';

const roleSchema = z.enum(ROLES);

/** Every review of a cycle that has a mean, with its writer; none of people who are closed to the viewer. */
async function listScored(cycleId: string, { closed }: Pick<UserActor, 'closed'>) {
  const [rubrics, rows] = await Promise.all([
    listRubrics(cycleId),
    db.review.findMany({
      where: { abstained: false, verdict: null, application: { cycleId, personId: { notIn: [...closed] } } },
      select: {
        applicationId: true,
        reviewerId: true,
        ratings: true,
        rubricNumber: true,
        application: { select: { role: true } },
        reviewer: { select: { name: true } },
      },
    }),
  ]);
  return rows.flatMap(({ application, reviewer, applicationId, reviewerId, ...given }) => {
    const { score } = readReview(rubrics, { role: roleSchema.parse(application.role), ...given });
    return score === null ? [] : [{ applicationId, reviewerId, score, name: reviewer.name }];
  });
}

/** How strict each reviewer of a cycle is, the strictest first; null while too few have read too little together. */
export async function getStrictness(cycleId: string, viewer: UserActor) {
  const scored = await listScored(cycleId, viewer);
  const names = new Map(scored.map(({ reviewerId, name }) => [reviewerId, name]));
  const strictness = strictnessOf(scored);
  if (!strictness) return null;
  const meanOf = (id: string) => mean(scored.filter(({ reviewerId }) => reviewerId === id));
  return strictness.leanings
    .map(({ reviewerId, leaning, reviews }) => ({
      id: reviewerId,
      name: names.get(reviewerId) ?? '',
      leaning,
      reviews,
      mean: meanOf(reviewerId),
    }))
    .sort((a, b) => a.leaning - b.leaning);
}
export type StrictnessRow = NonNullable<Awaited<ReturnType<typeof getStrictness>>>[number];

const mean = (scored: readonly Scored[]) => scored.reduce((sum, { score }) => sum + score, 0) / scored.length;

/** The mean of one application with strictness taken out; null while there is none to take out. */
export async function findAdjusted(cycleId: string, viewer: UserActor, applicationId: string): Promise<number | null> {
  return strictnessOf(await listScored(cycleId, viewer))?.adjusted.get(applicationId) ?? null;
}
