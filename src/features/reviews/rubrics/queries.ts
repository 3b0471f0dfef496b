import { db, type Tx } from '@/db/client';
import type { UserActor } from '@/domain/actor';
import type { Role } from '@/domain/mentoring';
import type { Ratings } from '@/domain/review';
import { DEFAULT_RUBRIC, formName, ratingsOf, weightedMean, type Rubric } from '@/domain/rubric';
import { rubricSchema, styleSchema } from './schema';

/** How a cycle is reviewed now. */
export async function getReviewing(cycleId: string, tx: Tx | typeof db = db) {
  const row = await tx.cycle.findUniqueOrThrow({
    where: { id: cycleId },
    select: {
      reviewStyle: true,
      rubricNumber: true,
      reviewVersion: true,
      reviewsWanted: true,
      blindReview: true,
      releasedAt: true,
    },
  });
  const style = styleSchema.parse(row.reviewStyle);
  const { rubricNumber: number, reviewVersion: version, reviewsWanted: wanted, blindReview: blind } = row;
  const rubric = await getRubric(cycleId, number, tx);
  const open = row.releasedAt === null;
  return { open, style, number, version, wanted, blind, name: formName(style, number), rubric };
}
export type Reviewing = Awaited<ReturnType<typeof getReviewing>>;

async function getRubric(cycleId: string, number: number, tx: Tx | typeof db): Promise<Rubric> {
  if (number === 0) return DEFAULT_RUBRIC;
  const { criteria } = await tx.rubric.findUniqueOrThrow({
    where: { cycleId_number: { cycleId, number } },
    select: { criteria: true },
  });
  return rubricSchema.parse(criteria);
}

export type Rubrics = ReadonlyMap<number, Rubric>;

/** Every version of a cycle's rubric by its number: a review is read with the words and weights it was given to. */
export async function listRubrics(cycleId: string): Promise<Rubrics> {
  const rows = await db.rubric.findMany({ where: { cycleId }, select: { number: true, criteria: true } });
  return new Map([
    [0, DEFAULT_RUBRIC],
    ...rows.map(({ number, criteria }): [number, Rubric] => [number, rubricSchema.parse(criteria)]),
  ]);
}

type Given = { role: Role; ratings: unknown; rubricNumber: number };

/** A stored review as its own version reads it: the criteria, what was rated of them, and the weighted mean. */
export function readReview(rubrics: Rubrics, { role, ratings, rubricNumber }: Given) {
  const criteria = rubrics.get(rubricNumber)?.[role] ?? [];
  const rated: Ratings = ratingsOf(criteria, ratings);
  return { criteria, ratings: rated, score: weightedMean(criteria, rated) };
}

/** What chair and staff see before they change how a cycle is reviewed: what there is, and what it was given to. */
export async function getRubricDesk(cycleId: string, { closed }: UserActor) {
  const [reviewing, versions, groups] = await Promise.all([
    getReviewing(cycleId),
    db.rubric.findMany({
      where: { cycleId },
      select: { number: true, savedAt: true, savedBy: { select: { name: true } } },
      orderBy: { number: 'desc' },
    }),
    db.review.groupBy({
      by: ['rubricNumber', 'verdict'],
      where: { abstained: false, application: { cycleId, personId: { notIn: [...closed] } } },
      _count: true,
    }),
  ]);
  const count = (of: (group: (typeof groups)[number]) => boolean) =>
    groups.filter(of).reduce((sum, { _count }) => sum + _count, 0);
  return {
    ...reviewing,
    light: count(({ verdict }) => verdict !== null),
    rated: count(({ verdict }) => verdict === null),
    versions: [...versions.map(({ savedBy, ...row }) => ({ ...row, who: savedBy.name })), START].map((version) => ({
      ...version,
      reviews: count(({ rubricNumber, verdict }) => verdict === null && rubricNumber === version.number),
    })),
  };
}
const START = { number: 0, savedAt: null, who: '' };
export type RubricDesk = Awaited<ReturnType<typeof getRubricDesk>>;
