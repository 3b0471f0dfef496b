import { db, type Tx } from '@/db/client';
import { refuseOn } from '@/db/errors';
import { recordEvent } from '@/db/events';
import { enqueueJob } from '@/db/jobs';
import type { Actor } from '@/domain/actor';
import { fundingMoved, isAskingOpen, owes } from '@/domain/funding';
import { authorize } from '@/domain/permissions';
import { Refusal } from '@/domain/refusal';
import { newId } from '@/lib/id';
import { standingSchema } from '../schema';
import { hasApplied } from './queries';
import type { AskInput } from './schema';

type Person = { personId: string };
type Offer = { id: string; organizationId: string; cycleId: string };

const participant = ({ personId }: Person): Actor => ({ kind: 'participant', personId });

/** The offer of a cycle, locked: whoever decides or changes it waits. @throws {Refusal} `funding.not_open` */
async function lockOffer(tx: Tx, cycleId: string) {
  await tx.$queryRaw`SELECT id FROM funding_offers WHERE cycle_id = ${cycleId}::uuid FOR UPDATE`;
  const offer = await tx.fundingOffer.findUnique({
    where: { cycleId },
    select: { id: true, organizationId: true, cycleId: true, opensAt: true, closesAt: true },
  });
  if (!offer) throw new Refusal('funding.not_open');
  return offer;
}

/** Belongs to no cycle's history on purpose: whoever reads that would learn that somebody asked. */
const note = (
  tx: Tx,
  person: Person,
  { organizationId, id }: { organizationId: string; id: string },
  action: string,
  at: Date,
) =>
  recordEvent(tx, {
    actor: participant(person),
    organizationId,
    subjectType: 'funding_request',
    subjectId: id,
    action,
    at,
  });

async function findOwn(tx: Tx, { personId }: Person, offerId: string) {
  const row = await tx.fundingRequest.findUnique({
    where: { offerId_personId: { offerId, personId } },
    select: { id: true, organizationId: true, state: true, staged: true, version: true },
  });
  return row && { ...row, ...standingSchema.parse(row) };
}

const valuesOf = ({ why, use, could_join, self_description, self_consent }: AskInput, now: Date) => ({
  why,
  use,
  couldJoin: could_join,
  selfDescription: self_description,
  selfConsentAt: self_consent === 'yes' && self_description !== '' ? now : null,
  promisedAt: now,
  state: 'requested',
});

async function putRequest(tx: Tx, person: Person, offer: Offer, input: AskInput, now: Date): Promise<string> {
  const before = await findOwn(tx, person, offer.id);
  if ((before?.version ?? 0) !== input.version) throw new Refusal('funding.changed');
  const values = valuesOf(input, now);
  if (!before) {
    const id = newId(now);
    const { organizationId } = offer;
    await tx.fundingRequest.create({
      data: { id, organizationId, offerId: offer.id, personId: person.personId, askedAt: now, ...values },
    });
    return id;
  }
  if (before.state !== 'requested') fundingMoved(before.state, 'ask_again');
  await tx.fundingRequest.update({
    where: { id: before.id, version: before.version },
    data: { ...values, version: { increment: 1 } },
  });
  return before.id;
}

type Asking = { person: Person; cycleId: string; input: AskInput };

/**
 * Asks for a funded membership, or changes what was asked, until asking closes.
 *
 * @throws {Refusal} `funding.not_open`, `funding.no_application`, `funding.changed`, `funding.wrong_status`
 */
export async function askForFunding({ person, cycleId, input }: Asking, now: Date): Promise<void> {
  authorize(participant(person), 'funding.ask', person, now);
  await db
    .$transaction(async (tx) => {
      const offer = await lockOffer(tx, cycleId);
      if (!isAskingOpen(offer, now)) throw new Refusal('funding.not_open');
      if (!(await hasApplied(tx, cycleId, person.personId))) throw new Refusal('funding.no_application');
      const id = await putRequest(tx, person, offer, input, now);
      await note(tx, person, { id, organizationId: offer.organizationId }, 'funding.asked', now);
    })
    .catch(refuseOn('funding_requests_offer_id_person_id_key', 'funding.changed'));
}

/** The worker notes it outside the database too, so that no restored backup brings the self-description back. */
async function forgetSelf(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.fundingRequest.update({ where: { id }, data: { selfDescription: '', selfConsentAt: null } });
  await enqueueJob(
    tx,
    'note-erasure',
    { applicationId: id, at: now.toISOString() },
    `note-erasure:${id}:${now.toISOString()}`,
  );
}

type Own = { person: Person; cycleId: string };

/** Takes a request back, in every state before the membership is bought; its slot is free again. @throws {Refusal} */
export async function withdrawRequest({ person, cycleId }: Own, now: Date): Promise<void> {
  authorize(participant(person), 'funding.ask', person, now);
  await db.$transaction(async (tx) => {
    const offer = await lockOffer(tx, cycleId);
    const request = await findOwn(tx, person, offer.id);
    if (!request) throw new Refusal('funding.wrong_status');
    const state = fundingMoved(request.state, 'withdraw');
    await tx.fundingRequest.update({
      where: { id: request.id },
      data: { state, staged: null, version: { increment: 1 } },
    });
    await forgetSelf(tx, request.id, now);
    await note(tx, person, request, 'funding.withdrawn', now);
  });
}

/** Erases what somebody wrote about themselves; the request stays. In no history: it would say that there was something. */
export async function eraseSelfDescription({ person, cycleId }: Own, now: Date): Promise<void> {
  authorize(participant(person), 'funding.ask', person, now);
  await db.$transaction(async (tx) => {
    const offer = await lockOffer(tx, cycleId);
    const request = await findOwn(tx, person, offer.id);
    if (!request) return;
    await tx.fundingRequest.update({ where: { id: request.id }, data: { version: { increment: 1 } } });
    await forgetSelf(tx, request.id, now);
  });
}

type Report = { person: Person; obligationId: string; text: string };

/** "It is done": what and where, for reviewers to look at. @throws {Refusal} `funding.wrong_status` */
export async function reportObligation({ person, obligationId, text }: Report, now: Date): Promise<void> {
  authorize(participant(person), 'funding.ask', person, now);
  await db.$transaction(async (tx) => {
    const found = await tx.fundingObligation.findFirst({
      where: { id: obligationId, metAt: null, request: { personId: person.personId } },
      select: { id: true, organizationId: true, request: { select: { id: true, state: true, staged: true } } },
    });
    if (!found || !owes(standingSchema.parse(found.request).state)) throw new Refusal('funding.wrong_status');
    await tx.fundingObligation.update({ where: { id: found.id }, data: { note: text, reportedAt: now } });
    await note(tx, person, { id: found.request.id, organizationId: found.organizationId }, 'funding.reported', now);
  });
}

/**
 * When staff find that two addresses are one person, requests go along. Where both asked in one cycle each stays where it is:
 * refusing would tell staff that somebody asked.
 */
export async function moveRequests(tx: Tx, { keep, other }: { keep: string; other: string }): Promise<void> {
  await tx.$executeRaw`UPDATE funding_requests r SET person_id = ${keep}::uuid WHERE r.person_id = ${other}::uuid
    AND NOT EXISTS (SELECT FROM funding_requests k WHERE k.person_id = ${keep}::uuid AND k.offer_id = r.offer_id)`;
}

/** Part of erasing the confidential answers of a form: what its person wrote about themselves when they asked. */
export async function forgetSelfDescriptions(
  tx: Tx,
  own: { personId: string; cycleId: string },
  now: Date,
): Promise<void> {
  const { personId, cycleId } = own;
  const rows = await tx.fundingRequest.findMany({
    where: { personId, offer: { cycleId } },
    select: { id: true },
  });
  for (const { id } of rows) await forgetSelf(tx, id, now);
}
