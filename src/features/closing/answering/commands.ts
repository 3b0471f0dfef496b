import { db, type Tx } from '@/db/client';
import { recordEvent } from '@/db/events';
import type { Actor } from '@/domain/actor';
import { closingPhase } from '@/domain/closing';
import { authorize } from '@/domain/permissions';
import { Refusal } from '@/domain/refusal';
import { newId } from '@/lib/id';
import { assessedState, ratingsSchema } from '../schema';
import type { Closing } from './queries';
import type { ClosingInput } from './schema';

export type Own = Pick<Closing, 'id' | 'organizationId' | 'cycleId' | 'personId' | 'side' | 'applicationId' | 'window'>;

type Saving = {
  input: ClosingInput;
  /** Sent, so that staff and chair read it; else kept as a draft. */
  send: boolean;
  /** The sentence that was ticked, as it was shown. */
  wording: string;
};

function actorOf({ personId }: Own, now: Date): Actor {
  const actor: Actor = { kind: 'participant', personId };
  authorize(actor, 'closing.answer', { personId }, now);
  return actor;
}

/** The pair, locked: two pages of one person come one after the other. @throws {Refusal} `closing.not_open` */
async function lock(tx: Tx, { id }: Own): Promise<void> {
  const [row] = await tx.$queryRaw<{ state: string }[]>`SELECT state FROM matches WHERE id = ${id}::uuid FOR UPDATE`;
  if (!assessedState.safeParse(row?.state).success) throw new Refusal('closing.not_open');
}

/** Who and when; never the words. */
const note = (tx: Tx, own: Own, { actor, action, at }: { actor: Actor; action: string; at: Date }) =>
  recordEvent(tx, {
    actor,
    organizationId: own.organizationId,
    cycleId: own.cycleId,
    subjectType: 'match',
    subjectId: own.id,
    action,
    detail: { side: own.side },
    at,
  });

const valuesOf = ({ input, wording }: Saving, now: Date) => ({
  goals: input.goals,
  recommend: input.recommend,
  again: input.again,
  helped: input.helped,
  better: input.better,
  quote: input.quote,
  quoteAs: input.quoteAs,
  quoteWording: input.quoteAs ? wording : '',
  quoteAgreedAt: input.quoteAs ? now : null,
  savedAt: now,
});

/** Ratings are once for a person and role: what is given now takes the place of before, and a blank of nothing. */
async function keepRatings(tx: Tx, { applicationId, organizationId }: Own, given: ClosingInput['ratings'], now: Date) {
  if (Object.keys(given).length === 0) return;
  const before = await tx.closingRatings.findUnique({ where: { applicationId }, select: { ratings: true } });
  const ratings = { ...ratingsSchema.parse(before?.ratings ?? {}), ...given };
  await tx.closingRatings.upsert({
    where: { applicationId },
    create: { applicationId, organizationId, ratings, savedAt: now },
    update: { ratings, savedAt: now },
  });
}

/**
 * Keeps what one of the two says at the end, as a draft or for staff and chair to read. What was sent once stays sent.
 *
 * @throws {Refusal} `closing.not_open`, `closing.over`, `closing.changed` when another page of theirs saved meanwhile
 */
export async function saveClosing(own: Own, saving: Saving, now: Date): Promise<void> {
  const actor = actorOf(own, now);
  const phase = closingPhase(own.window, now);
  if (phase !== 'open') throw new Refusal(phase === 'closed' ? 'closing.over' : 'closing.not_open');
  const { id: matchId, organizationId, side } = own;
  await db.$transaction(async (tx) => {
    await lock(tx, own);
    const where = { matchId_side: { matchId, side } };
    const before = await tx.assessment.findUnique({
      where,
      select: { version: true, sentAt: true, quoteAs: true, quoteWithdrawnAt: true },
    });
    if ((before?.version ?? 0) !== saving.input.version) throw new Refusal('closing.changed');
    const values = valuesOf(saving, now);
    // A consent that was there and is not ticked any more was taken back.
    const takenBack = before?.quoteAs ? now : (before?.quoteWithdrawnAt ?? null);
    const states = {
      sentAt: before?.sentAt ?? (saving.send ? now : null),
      quoteWithdrawnAt: values.quoteAs ? null : takenBack,
    };
    await tx.assessment.upsert({
      where,
      create: { id: newId(now), organizationId, matchId, side, ...values, ...states },
      update: { ...values, ...states, version: { increment: 1 } },
    });
    await keepRatings(tx, own, saving.input.ratings, now);
    await note(tx, own, { actor, action: states.sentAt ? 'closing.answered' : 'closing.begun', at: now });
  });
}

/** Takes the consent to a quote back, at any time and also after the close. */
export async function takeQuoteBack(own: Own, now: Date): Promise<void> {
  const actor = actorOf(own, now);
  await db.$transaction(async (tx) => {
    const { count } = await tx.assessment.updateMany({
      where: { matchId: own.id, side: own.side, quoteAs: { not: null } },
      data: { quoteAs: null, quoteWording: '', quoteAgreedAt: null, quoteWithdrawnAt: now, version: { increment: 1 } },
    });
    if (count > 0) await note(tx, own, { actor, action: 'closing.quote_withdrawn', at: now });
  });
}
