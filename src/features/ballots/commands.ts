import { db, Prisma, type Tx } from '@/db/client';
import { recordEvent } from '@/db/events';
import type { Actor, UserActor } from '@/domain/actor';
import { ballotMoved, isUnanimous, type BallotMove } from '@/domain/ballot';
import { dayOf } from '@/domain/dates';
import { authorize } from '@/domain/permissions';
import { Refusal } from '@/domain/refusal';
import { endOfDay } from '@/lib/days';
import { loadBallot, type LoadedBallot } from './queries';
import type { BallotInput, ExtendInput } from './schema';

/** The end of a day that is not over. */
export function closingAt(day: string, timeZone: string, now: Date): Date {
  if (day < dayOf(now, timeZone)) throw new Refusal('ballot.closing');
  const closesAt = endOfDay(day, timeZone);
  if (closesAt <= now) throw new Refusal('ballot.closing');
  return closesAt;
}

/** A ballot as the chair's page showed it; whoever decides at the same moment waits, and is then told. */
export async function ballotFor(tx: Tx, actor: UserActor, { ballotId, version }: BallotInput, now: Date) {
  await tx.$queryRaw`SELECT id::text FROM ballots WHERE id = ${ballotId}::uuid FOR UPDATE`;
  const ballot = await loadBallot({ id: ballotId }, now, tx);
  if (!ballot) throw new Refusal('actor.forbidden');
  authorize(actor, 'ballot.lead', { programId: ballot.cycle.programId }, now);
  if (ballot.version !== version) throw new Refusal('ballot.moved_on');
  return ballot;
}

type Noted = { actor: Actor; action: string; reason?: string; detail?: Record<string, string | number> };

export const noteBallot = (
  tx: Tx,
  { id, organizationId, cycleId }: Pick<LoadedBallot, 'id' | 'organizationId' | 'cycleId'>,
  noted: Noted,
  at: Date,
): Promise<void> => recordEvent(tx, { ...noted, organizationId, cycleId, subjectType: 'ballot', subjectId: id, at });

type Signed = { closesAt?: Date } & Partial<
  Record<'metAt' | 'closedAt' | 'approvedAt' | 'droppedAt', Date | null> &
    Record<'metById' | 'closedById' | 'approvedById' | 'droppedById' | 'tableItemId', string | null>
>;

/** Moves a ballot on, with who and when. */
export async function moveBallot(
  tx: Tx,
  { ballot, move, signed }: { ballot: LoadedBallot; move: BallotMove; signed: Signed },
): Promise<void> {
  const { id, state, version } = ballot;
  const { count } = await tx.ballot.updateMany({
    where: { id, state, version },
    data: { state: ballotMoved(state, move), ...signed, version: { increment: 1 } },
  });
  if (count === 0) throw new Refusal('ballot.moved_on');
}

/** When votes at home are over: every match with enough votes, all of them for it, is carried without discussion. */
export async function settleConsent(tx: Tx, actor: UserActor, ballot: LoadedBallot, now: Date): Promise<void> {
  if (ballot.state !== 'open') return;
  for (const { id, tally, left, result } of ballot.items) {
    if (left || result !== null || !isUnanimous(tally)) continue;
    await tx.ballotItem.update({
      where: { id },
      data: { result: 'carried', byConsent: true, tally, resolvedAt: now, resolvedById: actor.userId },
    });
  }
}

/** Ends the voting, or the meeting. What has no result by then has none. */
export async function closeBallot(actor: UserActor, input: BallotInput, now: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    const ballot = await ballotFor(tx, actor, input, now);
    await moveBallot(tx, {
      ballot,
      move: 'close',
      signed: { closedAt: now, closedById: actor.userId, tableItemId: null },
    });
    await settleConsent(tx, actor, ballot, now);
    await noteBallot(tx, ballot, { actor, action: 'ballot.closed' }, now);
  });
}

/** Takes votes at home until a later day; the consent agenda is made anew when that is over. */
export async function extendBallot(actor: UserActor, { closesOn, ...input }: ExtendInput, now: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    const ballot = await ballotFor(tx, actor, input, now);
    const closesAt = closingAt(closesOn, ballot.cycle.timeZone, now);
    await moveBallot(tx, { ballot, move: 'extend', signed: { closesAt, closedAt: null, closedById: null } });
    await tx.ballotItem.updateMany({
      where: { ballotId: ballot.id, byConsent: true },
      data: { result: null, byConsent: false, tally: Prisma.DbNull, resolvedAt: null, resolvedById: null },
    });
    await noteBallot(tx, ballot, { actor, action: 'ballot.extended', detail: { until: closesAt.toISOString() } }, now);
  });
}

/** Gives a ballot up: the plan is as free as before. The votes stay in the minutes. */
export async function dropBallot(actor: UserActor, input: BallotInput, now: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    const ballot = await ballotFor(tx, actor, input, now);
    await moveBallot(tx, {
      ballot,
      move: 'drop',
      signed: { droppedAt: now, droppedById: actor.userId, tableItemId: null },
    });
    await keepLeft(tx, ballot);
    await noteBallot(tx, ballot, { actor, action: 'ballot.dropped' }, now);
  });
}

/** Keeps which matches had left the ballot when it ended: afterwards people may go and plans change. */
export const keepLeft = (tx: Tx, { items }: LoadedBallot) =>
  tx.ballotItem.updateMany({
    where: { id: { in: items.filter(({ left }) => left).map(({ id }) => id) } },
    data: { leftBefore: true },
  });
