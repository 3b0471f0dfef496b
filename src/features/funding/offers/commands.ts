import { db, type Tx } from '@/db/client';
import { refuseOn } from '@/db/errors';
import { recordEvent } from '@/db/events';
import type { UserActor } from '@/domain/actor';
import { dayOf } from '@/domain/dates';
import { assertOfferChange, offerFault, type OfferTerms } from '@/domain/funding-offer';
import { authorize } from '@/domain/permissions';
import { Refusal } from '@/domain/refusal';
import { endOfDay, startOfDay } from '@/lib/days';
import { newId } from '@/lib/id';
import { criteriaSchema, obligationsSchema } from '../schema';
import type { OfferInput } from './schema';

async function findTerms(tx: Tx, cycleId: string) {
  const row = await tx.fundingOffer.findUnique({ where: { cycleId } });
  return (
    row && {
      ...row,
      criteria: criteriaSchema.parse(row.criteria),
      obligations: obligationsSchema.parse(row.obligations),
    }
  );
}

type Stored = Awaited<ReturnType<typeof findTerms>>;

/** A day that was not changed keeps its hour. @throws {Refusal} `funding.offer_dates` */
function termsOf(input: OfferInput, before: Stored, timeZone: string): OfferTerms {
  const { slots, criteria, obligations } = input;
  const at = (stored: Date | undefined, day: string, read: (day: string, timeZone: string) => Date) =>
    stored && dayOf(stored, timeZone) === day ? stored : read(day, timeZone);
  const terms = {
    slots,
    criteria,
    obligations,
    opensAt: at(before?.opensAt, input.opensOn, startOfDay),
    closesAt: at(before?.closesAt, input.closesOn, endOfDay),
    decideBy: at(before?.decideBy, input.decideOn, endOfDay),
    waitlistUntil: at(before?.waitlistUntil, input.waitlistOn, endOfDay),
  };
  const fault = offerFault(terms, (day) => endOfDay(day, timeZone));
  if (fault) throw new Refusal('funding.offer_dates', fault);
  return terms;
}

type Put = { before: Stored; cycleId: string; organizationId: string; name: string; terms: OfferTerms };

async function putOffer(tx: Tx, { before, cycleId, organizationId, name, terms }: Put, now: Date): Promise<string> {
  const values = {
    name,
    ...terms,
    criteria: terms.criteria.map(({ anchors, ...criterion }) => ({ ...criterion, anchors: [...anchors] })),
    obligations: terms.obligations.map((one) => ({ ...one })),
    updatedAt: now,
  };
  if (!before) {
    const id = newId(now);
    await tx.fundingOffer.create({ data: { id, organizationId, cycleId, ...values } });
    return id;
  }
  assertOfferChange(before, terms, now);
  await tx.fundingOffer.update({ where: { cycleId }, data: { ...values, version: { increment: 1 } } });
  return before.id;
}

/**
 * Offers funded memberships with a cycle, or changes the offer. Its refusals depend on days alone: whoever sets an offer up
 * learns nothing of those who asked.
 *
 * @throws {Refusal} `funding.offer_dates`, `funding.offer_changed`, `funding.offer_opened`, `funding.offer_closed`
 */
export async function saveOffer(actor: UserActor, input: OfferInput, now: Date): Promise<void> {
  await db
    .$transaction(async (tx) => {
      const { organizationId, programId, timeZone } = await tx.cycle.findUniqueOrThrow({
        where: { id: input.cycleId },
        select: { organizationId: true, programId: true, timeZone: true },
      });
      authorize(actor, 'funding.set_up', { programId }, now);
      await tx.$queryRaw`SELECT id FROM funding_offers WHERE cycle_id = ${input.cycleId}::uuid FOR UPDATE`;
      const { cycleId, name, version } = input;
      const before = await findTerms(tx, cycleId);
      if ((before?.version ?? 0) !== version) throw new Refusal('funding.offer_changed');
      const terms = termsOf(input, before, timeZone);
      const id = await putOffer(tx, { before, cycleId, organizationId, name, terms }, now);
      await recordEvent(tx, {
        actor,
        organizationId,
        cycleId,
        subjectType: 'funding_offer',
        subjectId: id,
        action: 'funding.offer_saved',
        detail: { slots: input.slots },
        at: now,
      });
    })
    .catch(refuseOn('funding_offers_cycle_id_key', 'funding.offer_changed'));
}
