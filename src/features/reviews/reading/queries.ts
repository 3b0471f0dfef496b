import { db } from '@/db/client';
import type { Role } from '@/domain/mentoring';
import { summarize } from '@/domain/review';
import { carriedRatings } from '@/domain/rubric';
import { getReviewing, listRubrics, readReview, type Reviewing, type Rubrics } from '../rubrics/queries';
import { verdictSchema } from '../rubrics/schema';

type Reader = {
  userId: string;
  /** Sees the others' reviews only after their own. */
  reviews: boolean;
  /** Reads what reviewers would say to the applicant: chair and staff. */
  gathers: boolean;
};
type Application = { id: string; cycleId: string; role: Role };

const listReviews = (applicationId: string) =>
  db.review.findMany({
    where: { applicationId },
    select: {
      ratings: true,
      verdict: true,
      rubricNumber: true,
      abstained: true,
      comment: true,
      forApplicant: true,
      savedAt: true,
      version: true,
      reviewerId: true,
      reviewer: { select: { name: true } },
    },
    orderBy: { savedAt: 'asc' },
  });

type Row = Awaited<ReturnType<typeof listReviews>>[number];

/** A review in the words it was given to. */
function inItsWords({ reviewer, ratings, verdict, ...row }: Row, role: Role, rubrics: Rubrics, now: number) {
  const read = readReview(rubrics, { role, ratings, rubricNumber: row.rubricNumber });
  return {
    ...row,
    name: reviewer.name,
    verdict: verdictSchema.parse(verdict),
    ratings: read.ratings,
    score: read.score,
    rated: read.criteria.map(({ key, label }) => ({ label, rating: read.ratings[key] ?? null })),
    /** Given to an earlier version of the rubric. */
    earlier: verdict === null && !row.abstained && row.rubricNumber !== now,
  };
}

/** What my form begins with: of ratings given to an earlier version only those whose criterion still reads the same. */
function formOf(reviewing: Reviewing, role: Role, rubrics: Rubrics, mine: ReturnType<typeof inItsWords> | null) {
  const criteria = reviewing.rubric[role];
  const from = mine ? (rubrics.get(mine.rubricNumber)?.[role] ?? []) : [];
  const ratings = mine ? carriedRatings(mine.ratings, from, criteria) : {};
  return { name: reviewing.name, style: reviewing.style, criteria, ratings };
}
export type ReviewFormShape = ReturnType<typeof formOf>;

/** My review; the others' and their mean only after mine, or when the viewer reviews none. */
export async function findReviews({ userId, reviews, gathers }: Reader, { id, cycleId, role }: Application) {
  const [rows, reviewing, rubrics, asked] = await Promise.all([
    listReviews(id),
    getReviewing(cycleId),
    listRubrics(cycleId),
    db.reviewAssignment.count({ where: { applicationId: id, reviewerId: userId } }),
  ]);
  const read = rows.map((row) => inItsWords(row, role, rubrics, reviewing.number));
  const mine = read.find(({ reviewerId }) => reviewerId === userId) ?? null;
  const open = mine !== null || !reviews;
  const forApplicant = read.flatMap(({ forApplicant: words, name }) => (words ? [{ words, name }] : []));
  return {
    /** The viewer is asked to read this one. */
    asked: asked > 0,
    form: formOf(reviewing, role, rubrics, mine),
    mine,
    count: read.length,
    others: open ? read.filter((review) => review !== mine).map((review) => ({ ...review, forApplicant: '' })) : null,
    summary: open ? summarize(read.map(({ score }) => score)) : null,
    forApplicant: open && gathers ? forApplicant : [],
  };
}
export type Reviews = Awaited<ReturnType<typeof findReviews>>;
