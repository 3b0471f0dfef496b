import { z } from 'zod';
import { db } from '@/db/client';
import type { UserActor } from '@/domain/actor';
import { ROLES } from '@/domain/mentoring';
import { strictnessOf, type Scored, type Strictness } from '@/domain/strictness';
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

/** By cycle, what its reviews were then, and who looks: the page of an application does not read every review of its cycle anew. */
const kept = new Map<string, Strictness | null>();
const MOST_KEPT = 20;

/** Changes with every review that is made or changed. */
async function stampOf(cycleId: string): Promise<string> {
  const { _count, _sum, _max } = await db.review.aggregate({
    where: { application: { cycleId } },
    _count: true,
    _sum: { version: true },
    _max: { savedAt: true },
  });
  return `${_count} ${_sum.version ?? 0} ${_max.savedAt?.getTime() ?? 0}`;
}

/** The mean of one application with strictness taken out; null while there is none to take out. */
export async function findAdjusted(cycleId: string, viewer: UserActor, applicationId: string): Promise<number | null> {
  const key = `${cycleId} ${await stampOf(cycleId)} ${[...viewer.closed].sort().join(' ')}`;
  const known = kept.get(key);
  const strictness = known === undefined ? strictnessOf(await listScored(cycleId, viewer)) : known;
  if (known === undefined && kept.size >= MOST_KEPT) kept.clear();
  kept.set(key, strictness);
  return strictness?.adjusted.get(applicationId) ?? null;
}
