import { db, type Tx } from '@/db/client';
import { refuseOn } from '@/db/errors';
import { recordEvent } from '@/db/events';
import type { UserActor } from '@/domain/actor';
import { assertTakesVote, voteProblem } from '@/domain/ballot';
import { authorize } from '@/domain/permissions';
import { Refusal } from '@/domain/refusal';
import { newId } from '@/lib/id';
import { isClosedPair, loadBallot, type LoadedBallot, type LoadedItem } from '../queries';
import type { ApproveRestInput, TakeBackInput, VoteInput } from './schema';

/** What the rules ask of a match before a vote on it is taken. */
export const standingOf = ({ state, closesAt, tableItemId }: LoadedBallot, { id, result, left }: LoadedItem) => ({
  state,
  closesAt,
  onTable: tableItemId === id,
  resolved: result !== null,
  left,
});

/** A match that takes this member's vote now. Whoever closes the ballot or records a result waits for this vote, or comes first. */
async function itemFor(tx: Tx, actor: UserActor, itemId: string, now: Date) {
  const [found] = await tx.$queryRaw<{ ballot_id: string }[]>`
    SELECT i.ballot_id::text FROM ballot_items i JOIN ballots b ON b.id = i.ballot_id WHERE i.id = ${itemId}::uuid FOR SHARE OF b`;
  await tx.$queryRaw`SELECT id::text FROM ballot_items WHERE id = ${itemId}::uuid FOR SHARE`;
  const ballot = found ? await loadBallot({ id: found.ballot_id }, now, tx) : null;
  const item = ballot?.items.find(({ id }) => id === itemId);
  if (!ballot || !item) throw new Refusal('actor.forbidden');
  authorize(actor, 'ballot.vote', { programId: ballot.cycle.programId }, now);
  if (isClosedPair(item, actor)) throw new Refusal('actor.forbidden');
  assertTakesVote(standingOf(ballot, item), now);
  return { ballot, item };
}

type Voted = { ballot: LoadedBallot; itemId: string; action: string; vote: string; reason: string };

const noteVote = (tx: Tx, actor: UserActor, { ballot, itemId, action, vote, reason }: Voted, at: Date) =>
  recordEvent(tx, {
    actor,
    organizationId: ballot.organizationId,
    cycleId: ballot.cycleId,
    subjectType: 'vote',
    subjectId: itemId,
    action,
    reason,
    detail: { ballot: ballot.number, vote },
    at,
  });

/** Gives my vote on a match, or changes it. */
export async function castVote(actor: UserActor, input: VoteInput, now: Date): Promise<void> {
  const { itemId, version, vote, reason } = input;
  if (vote === 'object' && reason === '') throw new Refusal('ballot.reason');
  await db
    .$transaction(async (tx) => {
      const { ballot } = await itemFor(tx, actor, itemId, now);
      const says = { vote, reason, votedAt: now };
      if (version === 0) {
        const { organizationId } = ballot;
        await tx.vote.create({ data: { id: newId(now), organizationId, itemId, userId: actor.userId, ...says } });
      } else {
        const where = { itemId, userId: actor.userId, version };
        const { count } = await tx.vote.updateMany({ where, data: { ...says, version: { increment: 1 } } });
        if (count === 0) throw new Refusal('ballot.vote_changed');
      }
      await noteVote(tx, actor, { ballot, itemId, action: 'vote.cast', vote, reason }, now);
    })
    .catch(refuseOn('votes_item_id_user_id_key', 'ballot.vote_changed'));
}

/** Takes my vote back: it is as if I had not voted yet; the history keeps that I had. */
export async function takeVoteBack(actor: UserActor, { itemId, version }: TakeBackInput, now: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    const { ballot, item } = await itemFor(tx, actor, itemId, now);
    const { count } = await tx.vote.deleteMany({ where: { itemId, userId: actor.userId, version } });
    if (count === 0) throw new Refusal('ballot.vote_changed');
    const vote = item.votes.find(({ userId }) => userId === actor.userId)?.vote ?? '';
    await noteVote(tx, actor, { ballot, itemId, action: 'vote.taken_back', vote, reason: '' }, now);
  });
}

/** Approves all that the page showed as not voted on. What left the ballot meanwhile, or has my vote by now, stays as it is. */
export async function approveRest(
  actor: UserActor,
  { ballotId, itemIds }: ApproveRestInput,
  now: Date,
): Promise<number> {
  return db
    .$transaction(async (tx) => {
      await tx.$queryRaw`SELECT id::text FROM ballots WHERE id = ${ballotId}::uuid FOR SHARE`;
      const ballot = await loadBallot({ id: ballotId }, now, tx);
      if (!ballot) throw new Refusal('actor.forbidden');
      authorize(actor, 'ballot.vote', { programId: ballot.cycle.programId }, now);
      if (ballot.state !== 'open' || now >= ballot.closesAt) throw new Refusal('ballot.late');
      const waiting = ballot.items.filter(
        (item) =>
          itemIds.includes(item.id) &&
          !isClosedPair(item, actor) &&
          !item.votes.some(({ userId }) => userId === actor.userId) &&
          voteProblem(standingOf(ballot, item), now) === null,
      );
      const { organizationId } = ballot;
      for (const { id: itemId } of waiting) {
        const row = { id: newId(now), organizationId, itemId, userId: actor.userId, vote: 'approve', votedAt: now };
        await tx.vote.create({ data: row });
        await noteVote(tx, actor, { ballot, itemId, action: 'vote.cast', vote: 'approve', reason: '' }, now);
      }
      return waiting.length;
    })
    .catch(refuseOn('votes_item_id_user_id_key', 'ballot.vote_changed'));
}
