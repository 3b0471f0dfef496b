import { db, Prisma, type Tx } from '@/db/client';
import { recordEvent } from '@/db/events';
import type { UserActor } from '@/domain/actor';
import { assertCarries, type Result } from '@/domain/ballot';
import { authorize } from '@/domain/permissions';
import { Refusal } from '@/domain/refusal';
import { newId } from '@/lib/id';
import { ballotFor, moveBallot, noteBallot, settleConsent } from '../commands';
import { isClosedPair, loadBallot, type LoadedBallot } from '../queries';
import type { BallotInput } from '../schema';
import { agendaOf, isShut } from './queries';
import type { LeftInput, MeetingInput, ResolveInput, TableInput, TakeUpInput } from './schema';

/** Begins the meeting, or takes it up again: votes at home are over, the consent agenda is made, the first match is on the table. */
export async function beginMeeting(actor: UserActor, input: BallotInput, now: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    const ballot = await ballotFor(tx, actor, input, now);
    await moveBallot(tx, {
      ballot,
      move: 'meet',
      signed: { closedAt: null, closedById: null, ...firstMet(ballot, actor, now) },
    });
    await settleConsent(tx, actor, ballot, now);
    await enter(tx, actor, { ballot, beats: false }, now);
    const begun = await loadBallot({ id: ballot.id }, now, tx);
    const [first] = begun ? agendaOf(begun, actor).filter(({ result }) => result === null) : [];
    await tx.ballot.update({ where: { id: ballot.id }, data: { tableItemId: first?.id ?? null } });
    await noteBallot(tx, ballot, { actor, action: 'ballot.meeting_begun' }, now);
  });
}

/** A meeting that goes on another day keeps the day on which it began. */
const firstMet = ({ metAt }: LoadedBallot, { userId }: UserActor, now: Date) =>
  metAt ? {} : { metAt: now, metById: userId };

/** Puts a match on the table. */
export async function tableItem(actor: UserActor, { itemId, ...input }: TableInput, now: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    const ballot = await ballotFor(tx, actor, input, now);
    const item = ballot.items.find(({ id }) => id === itemId);
    if (!item || isClosedPair(item, actor)) throw new Refusal('actor.forbidden');
    if (ballot.state !== 'meeting') throw new Refusal('ballot.moved_on');
    if (item.left) throw new Refusal('ballot.match_left');
    if (isShut(ballot, item)) throw new Refusal('ballot.someone_present');
    await tx.ballot.update({
      where: { id: ballot.id },
      data: { tableItemId: itemId, version: { increment: 1 } },
    });
  });
}

/** A match of a ballot in the meeting or after it, for the chair; votes that are on their way come first. */
async function itemFor(tx: Tx, actor: UserActor, { itemId, version }: TakeUpInput, now: Date) {
  const [found] = await tx.$queryRaw<{ ballot_id: string }[]>`
    SELECT i.ballot_id::text FROM ballot_items i JOIN ballots b ON b.id = i.ballot_id WHERE i.id = ${itemId}::uuid FOR SHARE OF b`;
  await tx.$queryRaw`SELECT id::text FROM ballot_items WHERE id = ${itemId}::uuid FOR UPDATE`;
  const ballot = found ? await loadBallot({ id: found.ballot_id }, now, tx) : null;
  const item = ballot?.items.find(({ id }) => id === itemId);
  if (!ballot || !item) throw new Refusal('actor.forbidden');
  authorize(actor, 'ballot.lead', { programId: ballot.cycle.programId }, now);
  if (isClosedPair(item, actor)) throw new Refusal('actor.forbidden');
  if (item.version !== version) throw new Refusal('ballot.item_moved_on');
  return { ballot, item };
}

/** Records what the meeting decided on the match that is on the table, with the count of this moment. */
export async function resolveItem(
  actor: UserActor,
  { result, note, ...input }: ResolveInput,
  now: Date,
): Promise<void> {
  await db.$transaction(async (tx) => {
    const { ballot, item } = await itemFor(tx, actor, input, now);
    if (ballot.state !== 'meeting') throw new Refusal('ballot.moved_on');
    if (ballot.tableItemId !== item.id) throw new Refusal('ballot.not_on_table');
    if (item.left) throw new Refusal('ballot.match_left');
    if (item.result !== null) throw new Refusal('ballot.resolved');
    if (isShut(ballot, item)) throw new Refusal('ballot.someone_present');
    if (result === 'carried') assertCarries(item.counted);
    const says = { result, note, tally: item.counted, resolvedAt: now, resolvedById: actor.userId };
    await tx.ballotItem.update({ where: { id: item.id }, data: { ...says, version: { increment: 1 } } });
    await noteItem(tx, actor, { ballot, itemId: item.id, action: 'match.resolved', result, note }, now);
  });
}

/** Takes a result back, so that the meeting can vote again; also takes a match off the consent agenda. */
export async function takeUp(actor: UserActor, input: TakeUpInput, now: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    const { ballot, item } = await itemFor(tx, actor, input, now);
    if (ballot.state !== 'meeting' || item.result === null) throw new Refusal('ballot.moved_on');
    if (isShut(ballot, item)) throw new Refusal('ballot.someone_present');
    const none = { result: null, byConsent: false, tally: Prisma.DbNull, resolvedAt: null, resolvedById: null };
    await tx.ballotItem.update({ where: { id: item.id }, data: { ...none, version: { increment: 1 } } });
    await noteItem(
      tx,
      actor,
      { ballot, itemId: item.id, action: 'match.taken_up', result: item.result, note: '' },
      now,
    );
  });
}

type Resolved = { ballot: LoadedBallot; itemId: string; action: string; result: Result; note: string };

const noteItem = (tx: Tx, actor: UserActor, { ballot, itemId, action, result, note }: Resolved, at: Date) =>
  recordEvent(tx, {
    actor,
    organizationId: ballot.organizationId,
    cycleId: ballot.cycleId,
    subjectType: 'ballot_item',
    subjectId: itemId,
    action,
    reason: note,
    detail: { ballot: ballot.number, result },
    at,
  });

/** The meeting as somebody may see it. */
async function meetingFor(tx: Tx, actor: UserActor, ballotId: string, now: Date): Promise<LoadedBallot> {
  const ballot = await loadBallot({ id: ballotId }, now, tx);
  if (!ballot) throw new Refusal('actor.forbidden');
  authorize(actor, 'ballot.view', { programId: ballot.cycle.programId }, now);
  if (ballot.state !== 'meeting') throw new Refusal('ballot.moved_on');
  return ballot;
}

const enter = (
  tx: Tx,
  { userId }: UserActor,
  { ballot, beats }: { ballot: Pick<LoadedBallot, 'id' | 'organizationId'>; beats: boolean },
  now: Date,
) =>
  tx.meetingPresence.upsert({
    where: { ballotId_userId: { ballotId: ballot.id, userId } },
    create: {
      id: newId(now),
      organizationId: ballot.organizationId,
      ballotId: ballot.id,
      userId,
      joinedAt: now,
      seenAt: now,
      beats,
    },
    update: { seenAt: now, beats, leftAt: null },
  });

/** Comes into the meeting. Matches that this person must not see are off the table from now on. */
export async function joinMeeting(actor: UserActor, { ballotId }: MeetingInput, now: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    const ballot = await meetingFor(tx, actor, ballotId, now);
    await enter(tx, actor, { ballot, beats: false }, now);
  });
}

/** The page of somebody who joined says that it is still there; whoever left stays gone. */
export async function keepPresent(actor: UserActor, { ballotId }: MeetingInput, now: Date): Promise<void> {
  await meetingFor(db, actor, ballotId, now);
  await db.meetingPresence.updateMany({
    where: { ballotId, userId: actor.userId, leftAt: null },
    data: { seenAt: now, beats: true },
  });
}

/** Leaves the meeting; the chair can also say it of somebody whose page stayed open. */
export async function leaveMeeting(actor: UserActor, { ballotId, userId }: LeftInput, now: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    const ballot = await meetingFor(tx, actor, ballotId, now);
    if (userId !== actor.userId) authorize(actor, 'ballot.lead', { programId: ballot.cycle.programId }, now);
    await tx.meetingPresence.updateMany({ where: { ballotId, userId, leftAt: null }, data: { leftAt: now } });
  });
}
