import { db, type Tx } from '@/db/client';
import type { Actor } from '@/domain/actor';
import { matchMoved } from '@/domain/match';
import { authorize } from '@/domain/permissions';
import type { ConcernReader, TaskKind } from '@/domain/pair-task';
import { Refusal } from '@/domain/refusal';
import { appUrl } from '@/lib/env';
import { newId } from '@/lib/id';
import { inLanguage } from '@/lib/language';
import { paths } from '@/lib/paths';
import { signatureOf } from '@/mail/compose';
import { enqueue } from '@/mail/outbox';
import { concernMail } from '@/mail/templates/concern';
import { ruleOutAsked } from '../commands';
import { notePair } from '../home/commands';
import type { Pair } from '../home/queries';
import { matchState } from '../schema';
import { tellBoth, tellOne } from '../telling/commands';
import { listReaders } from './queries';
import type { ConcernInput, EndInput } from './schema';

/** One of the two, whatever phase the pair is in. @throws {Refusal} `actor.forbidden` */
function partnerIn({ personId }: Pair, now: Date): Actor {
  const actor: Actor = { kind: 'participant', personId };
  authorize(actor, 'pair.keep', { personId }, now);
  return actor;
}

/** The match as it stands, locked. */
async function lockState(tx: Tx, { id }: Pair) {
  const rows = await tx.$queryRaw<{ state: string }[]>`SELECT state FROM matches WHERE id = ${id}::uuid FOR UPDATE`;
  return matchState.parse(rows[0]?.state);
}

type Asking = { kind: TaskKind; words: string; reader?: string };

/**
 * Opens what one of the two asks for. While the same is open already, only words that are new are added to it. The match has
 * to be locked.
 *
 * @returns the new task, or null where it was open
 */
async function openAsked(tx: Tx, pair: Pair, asking: Asking, now: Date): Promise<string | null> {
  const { kind, words, reader = 'desk' } = asking;
  const { id: matchId, organizationId, side: raisedBy } = pair;
  const asked = { matchId, kind, raisedBy, reader };
  // Every concern is a matter of its own, unless it is the same one pressed twice.
  const same = { ...asked, about: '', closedAt: null, ...(kind === 'concern' ? { words } : {}) };
  const open = await tx.pairTask.findFirst({ where: same, select: { id: true, words: true } });
  if (open) {
    const all = open.words.includes(words) ? open.words : `${open.words}\n\n${words}`.trim();
    const { count } = await tx.pairTask.updateMany({ where: { id: open.id, closedAt: null }, data: { words: all } });
    if (count > 0) return null;
  }
  const id = newId(now);
  await tx.pairTask.create({ data: { ...asked, id, organizationId, words, openedAt: now } });
  return id;
}

/** Asks for a pause. Staff or the liaison look at it. @throws {Refusal} `pair.not_now` */
export async function askForPause(pair: Pair, { words }: { words: string }, now: Date): Promise<void> {
  const actor = partnerIn(pair, now);
  await db.$transaction(async (tx) => {
    if ((await lockState(tx, pair)) !== 'active') throw new Refusal('pair.not_now');
    await openAsked(tx, pair, { kind: 'pause', words }, now);
    await notePair(tx, pair, { actor, action: 'pair.pause_asked', at: now });
  });
}

/**
 * Ends the pair, at once and without a reason; both get the same kind words. Staff see that it happened, and what was said of
 * it, if anything.
 *
 * @throws {Refusal} `pair.not_now`
 */
export async function endPair(
  pair: Pair,
  { end_words: words, rematch }: Omit<EndInput, 'sure'>,
  now: Date,
): Promise<void> {
  const actor = partnerIn(pair, now);
  const { id, organizationId, cycleId, mentorApplicationId, menteeApplicationId } = pair;
  await db.$transaction(async (tx) => {
    const state = await lockState(tx, pair);
    if (!['confirmed', 'active', 'on_hold'].includes(state)) throw new Refusal('pair.not_now');
    const ended = { state: matchMoved(state, 'end_early'), endedAt: now, version: { increment: 1 } };
    await tx.match.update({ where: { id }, data: ended });
    const asked = { organizationId, cycleId, mentorApplicationId, menteeApplicationId };
    await ruleOutAsked(tx, asked, 'They were a pair, and ended early.', now);
    await openAsked(tx, pair, { kind: rematch === 'yes' ? 'rematch' : 'end', words }, now);
    await notePair(tx, pair, { actor, action: 'match.ended_early', at: now });
    await tellBoth(tx, { match: pair, news: 'end_early', key: `pair-ended:${id}` }, now);
  });
}

/**
 * Contact stops at once: neither sees how to reach the other, and a pair at work is on hold. The other reads the words of any
 * pause, and not that somebody asked for it.
 */
async function stopContact(tx: Tx, pair: Pair, actor: Actor, now: Date): Promise<void> {
  const state = await lockState(tx, pair);
  const isHeld = state === 'active';
  const data = {
    contactStoppedAt: now,
    version: { increment: 1 },
    ...(isHeld ? { state: matchMoved(state, 'hold') } : {}),
  };
  const { count } = await tx.match.updateMany({ where: { id: pair.id, contactStoppedAt: null }, data });
  if (count === 0) return;
  if (isHeld) await notePair(tx, pair, { actor, action: 'match.held', at: now });
  if (!isHeld && state !== 'confirmed') return;
  await tellOne(
    tx,
    { match: pair, news: 'hold', key: `pair-paused:${pair.id}:${pair.version}` },
    pair.partnerSide,
    now,
  );
}

/** Lets those who read it know that a concern waits; the mail says neither of whom nor what. */
async function callReaders(
  tx: Tx,
  pair: Pair,
  { taskId, reader }: { taskId: string; reader: ConcernReader },
  now: Date,
) {
  const readers = await listReaders(pair, reader, now, tx);
  if (readers.length === 0) throw new Refusal('pair.no_reader');
  const { cycle, organizationId } = pair;
  const page = reader === 'officer' ? paths.concerns(cycle.code) : paths.pairsDesk(cycle.code, '?show=tasks');
  const link = `${appUrl()}${page}`;
  for (const { id, email, name, personId } of readers) {
    const mail = inLanguage('en', () => concernMail({ cycleName: cycle.name, link }, signatureOf(cycle)));
    const key = `concern:${taskId}:${id}`;
    await enqueue(tx, { ...mail, organizationId, key, kind: 'concern', to: { address: email, name }, personId }, now);
  }
}

/**
 * Takes a concern to whom the reporter chose. Nobody else reads it: not the partner, nor the others of staff, chair and officers, nor
 * the liaison. Its words stand in no event and in no mail.
 *
 * @throws {Refusal} `pair.no_reader` when nobody there may read it
 */
export async function raiseConcern(pair: Pair, { reader, words, stop }: ConcernInput, now: Date): Promise<void> {
  const actor = partnerIn(pair, now);
  await db.$transaction(async (tx) => {
    await lockState(tx, pair);
    const taskId = await openAsked(tx, pair, { kind: 'concern', words, reader }, now);
    if (taskId) {
      await callReaders(tx, pair, { taskId, reader }, now);
      await notePair(tx, pair, { actor, action: 'pair.concern_raised', at: now });
    }
    if (stop === 'yes') await stopContact(tx, pair, actor, now);
  });
}
