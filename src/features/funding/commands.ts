import { signedColumns } from '@/mail/compose';
import { db, type Tx } from '@/db/client';
import { refuseOn } from '@/db/errors';
import { recordEvent } from '@/db/events';
import type { UserActor } from '@/domain/actor';
import { canMoveFunding, staged } from '@/domain/funding';
import { assertAllRated, fundingRatings } from '@/domain/funding-offer';
import { authorize, type Permission } from '@/domain/permissions';
import { Refusal } from '@/domain/refusal';
import { newId } from '@/lib/id';
import { hasApplied } from './asking/queries';
import { isCompeting } from './queries';
import { criteriaSchema, standingSchema, type FundingDecisionInput, type FundingReviewInput } from './schema';

const offerColumns = {
  id: true,
  organizationId: true,
  slots: true,
  closesAt: true,
  waitlistUntil: true,
  criteria: true,
  cycle: {
    select: {
      id: true,
      programId: true,
      name: true,
      timeZone: true,
      program: { select: signedColumns },
    },
  },
} as const;

/**
 * The offer, locked, if the actor works on its requests: whoever asked for a membership of the same cycle does not.
 *
 * @throws {Refusal} `actor.forbidden`, `funding.still_open`
 */
export async function lockOfferFor(tx: Tx, actor: UserActor, offerId: string, now: Date) {
  await tx.$queryRaw`SELECT id FROM funding_offers WHERE id = ${offerId}::uuid FOR UPDATE`;
  const offer = await tx.fundingOffer.findUnique({ where: { id: offerId }, select: offerColumns });
  if (!offer) throw new Refusal('actor.forbidden');
  authorize(actor, 'funding.decide', { programId: offer.cycle.programId, personId: null }, now);
  if (await isCompeting(tx, offer.id, actor.personId)) throw new Refusal('actor.forbidden');
  if (now < offer.closesAt) throw new Refusal('funding.still_open');
  return offer;
}

const requestColumns = {
  id: true,
  organizationId: true,
  offerId: true,
  personId: true,
  state: true,
  staged: true,
  version: true,
} as const;

/** A request with its locked offer, as it stands after waiting for whoever was at it. */
export async function requestFor(tx: Tx, actor: UserActor, permission: Permission, id: string, now: Date) {
  const found = await tx.fundingRequest.findUnique({ where: { id }, select: { offerId: true } });
  if (!found) throw new Refusal('actor.forbidden');
  const offer = await lockOfferFor(tx, actor, found.offerId, now);
  const row = await tx.fundingRequest.findUniqueOrThrow({ where: { id }, select: requestColumns });
  authorize(actor, permission, { programId: offer.cycle.programId, personId: row.personId }, now);
  return { offer, request: { ...row, ...standingSchema.parse(row) } };
}
type Request = Awaited<ReturnType<typeof requestFor>>['request'];

/** Belongs to no cycle's history: whoever reads that would learn that somebody asked. */
export const noteFunding = (
  tx: Tx,
  actor: UserActor,
  { id, organizationId }: Pick<Request, 'id' | 'organizationId'>,
  what: { action: string; detail?: Record<string, string>; reason?: string; at: Date },
) => recordEvent(tx, { actor, organizationId, subjectType: 'funding_request', subjectId: id, ...what });

/** Changes a request that nobody else changed meanwhile. @throws {Refusal} `funding.wrong_status` */
export async function changeRequest(
  tx: Tx,
  { id, version }: { id: string; version: number },
  data: { state?: string; staged?: string | null },
): Promise<void> {
  const { count } = await tx.fundingRequest.updateMany({
    where: { id, version },
    data: { ...data, version: { increment: 1 } },
  });
  if (count === 0) throw new Refusal('funding.wrong_status');
}

/** Saves my reading of one request: every criterion of the offer rated, or abstained. @throws {Refusal} */
export async function saveFundingReview(actor: UserActor, input: FundingReviewInput, now: Date): Promise<void> {
  const { requestId, version, abstain, comment } = input;
  await db
    .$transaction(async (tx) => {
      const { offer, request } = await requestFor(tx, actor, 'funding.review', requestId, now);
      if (!canMoveFunding(request.state, 'decline')) throw new Refusal('funding.wrong_status');
      const criteria = criteriaSchema.parse(offer.criteria);
      const ratings = abstain ? {} : fundingRatings(criteria, input.ratings);
      if (!abstain) assertAllRated(criteria, ratings);
      const values = { ratings: { ...ratings }, abstained: abstain, comment, savedAt: now };
      await putReview(tx, { request, reviewerId: actor.userId, version, values });
      await noteFunding(tx, actor, request, { action: 'funding.reviewed', at: now });
    })
    .catch(refuseOn('funding_reviews_request_id_reviewer_id_key', 'funding.review_changed'));
}

type Reading = { ratings: Record<string, number>; abstained: boolean; comment: string; savedAt: Date };
type Putting = { request: Request; reviewerId: string; version: number; values: Reading };

async function putReview(tx: Tx, { request, reviewerId, version, values }: Putting): Promise<void> {
  const { id: requestId, organizationId } = request;
  if (version === 0) {
    await tx.fundingReview.create({
      data: { id: newId(values.savedAt), organizationId, requestId, reviewerId, ...values },
    });
    return;
  }
  const { count } = await tx.fundingReview.updateMany({
    where: { requestId, reviewerId, version },
    data: { ...values, version: { increment: 1 } },
  });
  if (count === 0) throw new Refusal('funding.review_changed');
}

const othersOf = async (tx: Tx, { offerId, id }: Request) =>
  (
    await tx.fundingRequest.findMany({ where: { offerId, id: { not: id } }, select: { state: true, staged: true } })
  ).map((row) => standingSchema.parse(row));

/**
 * Stages award, waitlist or decline, or takes a decision back that was not told. The last slot goes to one: the offer is
 * locked while it is given.
 *
 * @throws {Refusal} `funding.no_slot`, `funding.wrong_status`, `funding.application_gone`
 */
export async function stageFunding(actor: UserActor, input: FundingDecisionInput, now: Date): Promise<void> {
  const { requestId, version, decision } = input;
  await db.$transaction(async (tx) => {
    const { offer, request } = await requestFor(tx, actor, 'funding.decide', requestId, now);
    if (decision === 'undo') {
      if (request.staged === null) throw new Refusal('funding.wrong_status');
      await changeRequest(tx, { id: requestId, version }, { staged: null });
    } else {
      const after = staged(request, decision, { slots: offer.slots, others: await othersOf(tx, request) });
      if (decision === 'award' && !(await hasApplied(tx, offer.cycle.id, request.personId)))
        throw new Refusal('funding.application_gone');
      await changeRequest(tx, { id: requestId, version }, { staged: after.staged });
    }
    await noteFunding(tx, actor, request, { action: `funding.${decision}`, at: now });
  });
}
