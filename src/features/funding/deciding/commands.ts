import { db, type Tx } from '@/db/client';
import { isClosedTo, type UserActor } from '@/domain/actor';
import { fundingMoved, owes, type FundingDecision, type FundingState } from '@/domain/funding';
import { languageIn, type Language } from '@/domain/language';
import { Refusal } from '@/domain/refusal';
import { appUrl } from '@/lib/env';
import { endOfDay } from '@/lib/days';
import { newId } from '@/lib/id';
import { inLanguage } from '@/lib/language';
import { paths } from '@/lib/paths';
import { formatDay } from '@/lib/words/dates';
import { signatureOf, type MessageText, type Signature } from '@/mail/compose';
import { enqueue } from '@/mail/outbox';
import {
  fundingAwardedMail,
  fundingBoughtMail,
  fundingDeclinedMail,
  fundingReturnedMail,
  fundingWaitlistedMail,
} from '@/mail/templates/funding';
import { changeRequest, lockOfferFor, noteFunding, requestFor } from '../commands';
import { expectedOf } from '../queries';
import { obligationsSchema, standingSchema, type FundingReleaseInput } from '../schema';

type Offer = Awaited<ReturnType<typeof lockOfferFor>>;
type Told = { id: string; organizationId: string; personId: string };

/** In which the person applied: all they get is in it. */
async function languageOf(tx: Tx, { cycle }: Offer, personId: string): Promise<Language> {
  const application = await tx.application.findFirst({
    where: { cycleId: cycle.id, personId },
    select: { language: true },
    orderBy: { submittedAt: { sort: 'desc', nulls: 'last' } },
  });
  return languageIn(application?.language);
}

type Letter = { offer: Offer; state: FundingState; write: () => MessageText | Promise<MessageText> };

async function tell(tx: Tx, { id, organizationId, personId }: Told, { offer, state, write }: Letter, now: Date) {
  const message = await inLanguage(await languageOf(tx, offer, personId), write);
  const person = await tx.person.findUniqueOrThrow({
    where: { id: personId },
    select: { id: true, email: true, name: true, mergedInto: { select: { id: true, email: true, name: true } } },
  });
  const { email: address, name, id: to } = person.mergedInto ?? person;
  const key = `funding:${id}:${state}`;
  await enqueue(tx, { ...message, organizationId, key, kind: 'funding', to: { address, name }, personId: to }, now);
}

const commonOf = ({ cycle }: Offer) => ({
  cycleName: `${cycle.program.name}, ${cycle.name}`,
  statusUrl: `${appUrl()}${paths.status()}`,
});

const dayInWords = (day: string, timeZone: string) => formatDay(endOfDay(day, timeZone), timeZone);

async function messageFor(tx: Tx, offer: Offer, decision: FundingDecision, signature: Signature): Promise<MessageText> {
  const common = commonOf(offer);
  const { timeZone } = offer.cycle;
  if (decision === 'decline') return fundingDeclinedMail(common, signature);
  if (decision === 'waitlist')
    return fundingWaitlistedMail({ ...common, until: formatDay(offer.waitlistUntil, timeZone) }, signature);
  const promised = await promisedIn(tx, offer.id);
  const obligations = promised.map(({ title, dueOn }) => ({ title, due: dayInWords(dueOn, timeZone) }));
  return fundingAwardedMail({ ...common, obligations }, signature);
}

const promisedIn = async (tx: Tx, offerId: string) =>
  obligationsSchema.parse(
    (await tx.fundingOffer.findUniqueOrThrow({ where: { id: offerId }, select: { obligations: true } })).obligations,
  );

async function addObligations(tx: Tx, offer: Offer, requestId: string, now: Date): Promise<void> {
  const { organizationId } = offer;
  await tx.fundingObligation.createMany({
    data: (await promisedIn(tx, offer.id)).map(({ title, dueOn }, index) => ({
      id: newId(now),
      organizationId,
      requestId,
      position: index + 1,
      title,
      dueOn: new Date(`${dueOn}T00:00:00Z`),
    })),
    skipDuplicates: true,
  });
}

/**
 * Tells every staged decision but those on people closed to the actor: each request moves together with its one mail, all of
 * them or none.
 *
 * @param expected the decisions that the page named, see `expectedOf`
 * @throws {Refusal} `funding.nothing_staged`, `funding.release_changed`
 */
export async function releaseFunding(actor: UserActor, input: FundingReleaseInput, now: Date): Promise<number> {
  return db.$transaction(async (tx) => {
    const offer = await lockOfferFor(tx, actor, input.offerId, now);
    const rows = await tx.fundingRequest.findMany({
      where: { offerId: offer.id, staged: { not: null } },
      select: { id: true, organizationId: true, personId: true, state: true, staged: true, version: true },
      orderBy: { id: 'asc' },
    });
    const waiting = rows
      .filter(({ personId }) => !isClosedTo(actor, personId))
      .map((row) => ({ ...row, ...standingSchema.parse(row) }));
    if (waiting.length === 0) throw new Refusal('funding.nothing_staged');
    if (expectedOf(waiting) !== input.expected) throw new Refusal('funding.release_changed');
    const signature = signatureOf(offer.cycle);
    for (const request of waiting) {
      const { id, staged: decision, version } = request;
      if (decision === null) continue;
      const state = fundingMoved(request.state, decision);
      await changeRequest(tx, { id, version }, { state, staged: null });
      await tx.fundingRequest.update({ where: { id }, data: { toldAt: now } });
      if (state === 'awarded') await addObligations(tx, offer, id, now);
      await tell(tx, request, { offer, state, write: () => messageFor(tx, offer, decision, signature) }, now);
      await noteFunding(tx, actor, request, { action: 'funding.told', detail: { state }, at: now });
    }
    return waiting.length;
  });
}

type OneRequest = { requestId: string; version: number };

/** The membership is bought: from now on nothing takes it away. */
export async function markBought(actor: UserActor, { requestId, version }: OneRequest, now: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    const { offer, request } = await requestFor(tx, actor, 'funding.decide', requestId, now);
    const state = fundingMoved(request.state, 'buy');
    await changeRequest(tx, { id: requestId, version }, { state });
    const write = () => fundingBoughtMail(commonOf(offer), signatureOf(offer.cycle));
    await tell(tx, request, { offer, state, write }, now);
    await noteFunding(tx, actor, request, { action: 'funding.bought', at: now });
  });
}

/** Takes an award back before the membership is bought; the slot is free, and the person is told why. */
export async function takeBack(
  actor: UserActor,
  { requestId, version, reason }: OneRequest & { reason: string },
  now: Date,
): Promise<void> {
  await db.$transaction(async (tx) => {
    const { offer, request } = await requestFor(tx, actor, 'funding.decide', requestId, now);
    const state = fundingMoved(request.state, 'take_back');
    await changeRequest(tx, { id: requestId, version }, { state });
    const write = () => fundingReturnedMail({ ...commonOf(offer), reason }, signatureOf(offer.cycle));
    await tell(tx, request, { offer, state, write }, now);
    await noteFunding(tx, actor, request, { action: 'funding.taken_back', reason, at: now });
  });
}

/** An obligation was looked at: met, or not to be found, which asks the person for another word. */
export async function settleObligation(
  actor: UserActor,
  { obligationId, met }: { obligationId: string; met: boolean },
  now: Date,
): Promise<void> {
  await db.$transaction(async (tx) => {
    const found = await tx.fundingObligation.findUnique({
      where: { id: obligationId },
      select: { requestId: true },
    });
    if (!found) throw new Refusal('actor.forbidden');
    const { request } = await requestFor(tx, actor, 'funding.decide', found.requestId, now);
    if (!owes(request.state)) throw new Refusal('funding.wrong_status');
    await tx.fundingObligation.update({
      where: { id: obligationId },
      data: met ? { metAt: now, metById: actor.userId } : { metAt: null, metById: null, reportedAt: null },
    });
    await noteFunding(tx, actor, request, { action: met ? 'funding.met' : 'funding.not_met', at: now });
  });
}
