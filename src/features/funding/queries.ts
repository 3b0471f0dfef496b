import { db, type Tx } from '@/db/client';
import { isClosedTo, type UserActor } from '@/domain/actor';
import { byMean, slotsOf, type Standing } from '@/domain/funding';
import { fundingRatings } from '@/domain/funding-offer';
import { programsWhere } from '@/domain/permissions';
import { answerInWords, questionsOf } from '@/domain/questions';
import { scoreOf, summarize, type Criterion } from '@/domain/review';
import { answersSchema } from '@/features/applications/schema';
import { getForm } from '@/features/forms/queries';
import { findOffer, type FundingOffer } from './asking/queries';
import { ratingsSchema, standingSchema } from './schema';

/** Whether somebody asked for a membership of this offer: they then judge nobody in it. */
export const isCompeting = async (tx: Tx, offerId: string, personId: string): Promise<boolean> =>
  (await tx.fundingRequest.count({ where: { offerId, personId, state: { not: 'withdrawn' } } })) > 0;

/** Names decisions that wait, so that what is told is what was looked at. */
export const expectedOf = (requests: readonly ({ id: string } & Standing)[]): string =>
  requests
    .flatMap(({ id, staged }) => (staged === null ? [] : [`${id}:${staged}`]))
    .sort()
    .join(' ');

/** The cycles whose funding requests this user works on, newest first. */
export async function listFundingCycles(user: UserActor, now: Date) {
  const programIds = programsWhere(user, 'funding.review', now);
  if (programIds.length === 0) return [];
  const offers = await db.fundingOffer.findMany({
    where: {
      cycle: { programId: { in: programIds } },
      requests: { none: { personId: user.personId, state: { not: 'withdrawn' } } },
    },
    select: { name: true, cycle: { select: { code: true, name: true, program: { select: { name: true } } } } },
    orderBy: { closesAt: 'desc' },
  });
  return offers.map(({ name, cycle }) => ({ ...cycle, offer: name }));
}
export type FundingCycle = Awaited<ReturnType<typeof listFundingCycles>>[number];

const SENT = { notIn: ['draft', 'withdrawn'] };
const requestColumns = {
  id: true,
  personId: true,
  state: true,
  staged: true,
  askedAt: true,
  version: true,
  person: { select: { name: true, applications: { select: { cycleId: true, state: true, reference: true } } } },
  reviews: { select: { reviewerId: true, ratings: true, abstained: true } },
} as const;

async function listRequests(offer: FundingOffer, cycleId: string, viewer: UserActor) {
  const rows = await db.fundingRequest.findMany({
    where: { offerId: offer.id },
    select: requestColumns,
    orderBy: { askedAt: 'asc' },
  });
  return rows.map(({ person, reviews, state, staged, ...row }) => {
    const scores = reviews.map(({ ratings }) => scoreOf(fundingRatings(offer.criteria, ratingsSchema.parse(ratings))));
    const applications = person.applications.filter((one) => one.cycleId === cycleId && one.reference !== null);
    const live = applications.filter((one) => !SENT.notIn.includes(one.state));
    return {
      ...row,
      ...standingSchema.parse({ state, staged }),
      name: person.name,
      references: (live.length > 0 ? live : applications).map(({ reference }) => reference ?? ''),
      applied: live.length > 0,
      mine: reviews.some(({ reviewerId }) => reviewerId === viewer.userId),
      count: reviews.length,
      mean: summarize(scores).mean,
    };
  });
}
export type FundingRow = Awaited<ReturnType<typeof listRequests>>[number];

const OPEN: readonly string[] = ['requested', 'waitlisted'];

/** The list of requests as a reviewer of funding sees it; null when the cycle offers none, or the viewer asked themselves. */
export async function findFundingDesk(cycle: { id: string }, viewer: UserActor) {
  const offer = await findOffer(cycle.id);
  if (!offer || (await isCompeting(db, offer.id, viewer.personId))) return null;
  const all = await listRequests(offer, cycle.id, viewer);
  // People closed to the viewer take slots like everybody, and stand nowhere else.
  const rows = all.filter(({ personId }) => !isClosedTo(viewer, personId));
  const open = rows.filter(({ state }) => OPEN.includes(state));
  const next = byMean(
    rows.filter(({ state, staged, applied }) => state === 'waitlisted' && staged === null && applied),
  );
  return {
    offer,
    slots: slotsOf(offer.slots, all),
    open: [...open].sort((a, b) => a.count - b.count || a.askedAt.getTime() - b.askedAt.getTime()),
    settled: rows.filter(({ state }) => !OPEN.includes(state)),
    staged: rows.filter(({ staged }) => staged !== null),
    next: next[0] ?? null,
    expected: expectedOf(rows),
  };
}
export type FundingDesk = NonNullable<Awaited<ReturnType<typeof findFundingDesk>>>;

/**
 * What reviewers read of the mentoring application: where the person works, to notice a colleague and abstain; their connection
 * to the field and stage, which the criteria ask about. Nothing else of it is theirs to know.
 */
const SHOWN_FIELDS = ['employer', 'connection', 'stage'] as const;

async function listFacts(cycleId: string, personId: string) {
  const rows = await db.application.findMany({
    where: { cycleId, personId, reference: { not: null } },
    select: { role: true, reference: true, state: true, answers: true, formVersion: true },
    orderBy: { role: 'desc' },
  });
  return Promise.all(
    rows.map(async ({ answers: stored, role: as, reference, state, formVersion }) => {
      const role = as === 'mentor' ? ('mentor' as const) : ('mentee' as const);
      const answers = answersSchema.parse(stored);
      const facts = questionsOf(await getForm(formVersion), role)
        .filter(({ name }) => SHOWN_FIELDS.some((field) => field === name))
        .map((question) => ({ key: question.name, label: question.label, words: answerInWords(question, answers) }))
        .filter(({ words }) => words !== '');
      return { role, reference: reference ?? '', withdrawn: state === 'withdrawn', facts };
    }),
  );
}

const reviewColumns = {
  reviewerId: true,
  ratings: true,
  abstained: true,
  comment: true,
  savedAt: true,
  version: true,
  reviewer: { select: { name: true } },
} as const;

/** My review; the others' and their mean only after mine. */
async function reviewsOf(requestId: string, criteria: readonly Criterion[], viewer: UserActor) {
  const rows = await db.fundingReview.findMany({
    where: { requestId },
    select: reviewColumns,
    orderBy: { savedAt: 'asc' },
  });
  const read = rows.map(({ ratings, reviewer, ...row }) => {
    const rated = fundingRatings(criteria, ratingsSchema.parse(ratings));
    return { ...row, name: reviewer.name, ratings: rated, score: scoreOf(rated) };
  });
  const mine = read.find(({ reviewerId }) => reviewerId === viewer.userId) ?? null;
  return {
    mine,
    count: read.length,
    others: mine ? read.filter((review) => review !== mine) : null,
    summary: mine ? summarize(read.map(({ score }) => score)) : null,
  };
}

const listMails = (requestId: string) =>
  db.outboxMessage.findMany({
    where: { kind: 'funding', key: { startsWith: `funding:${requestId}:` } },
    select: { id: true, subject: true, state: true, createdAt: true },
    orderBy: { createdAt: 'asc' },
  });

/** One request as a reviewer of funding reads it; null for another cycle's. Whether they may is asked by the caller. */
export async function findFundingRequest(desk: FundingDesk, cycle: { id: string }, id: string, viewer: UserActor) {
  const row = await db.fundingRequest.findFirst({
    where: { id, offerId: desk.offer.id },
    select: {
      personId: true,
      why: true,
      use: true,
      couldJoin: true,
      selfDescription: true,
      obligations: {
        select: { id: true, title: true, dueOn: true, note: true, reportedAt: true, metAt: true },
        orderBy: { position: 'asc' },
      },
    },
  });
  const listed = [...desk.open, ...desk.settled].find((one) => one.id === id);
  if (!row || !listed) return null;
  return {
    ...listed,
    ...row,
    obligations: row.obligations.map((one) => ({ ...one, dueOn: one.dueOn.toISOString().slice(0, 10) })),
    applications: await listFacts(cycle.id, row.personId),
    reviews: await reviewsOf(id, desk.offer.criteria, viewer),
    mails: await listMails(id),
  };
}
export type FundingRequestView = NonNullable<Awaited<ReturnType<typeof findFundingRequest>>>;
