import { db, type Tx } from '@/db/client';
import { recordEvent } from '@/db/events';
import type { UserActor } from '@/domain/actor';
import { matchMoved, type MatchState } from '@/domain/match';
import { readsTasks } from '@/domain/pair-task';
import { authorize, may } from '@/domain/permissions';
import { Refusal } from '@/domain/refusal';
import { signedColumns } from '@/mail/compose';
import { ruleOutAsked } from '../commands';
import { matchState } from '../schema';
import { tellBoth } from '../telling/commands';
import { mailedSide } from '../year/queries';
import { careOf } from './queries';
import type { CloseTaskInput, MovePairInput } from './schema';

const movedColumns = {
  id: true,
  organizationId: true,
  cycleId: true,
  state: true,
  version: true,
  reference: true,
  liaisonId: true,
  contactStoppedAt: true,
  mentorApplicationId: true,
  menteeApplicationId: true,
  mentor: mailedSide,
  mentee: mailedSide,
  plan: { select: { cycle: { select: { name: true, programId: true, program: { select: signedColumns } } } } },
} as const;

/** The match as it stands, for a command about it. @throws {Refusal} `actor.forbidden` */
export async function matchFor(tx: Tx, matchId: string) {
  const match = await tx.match.findUnique({ where: { id: matchId }, select: movedColumns });
  if (!match) throw new Refusal('actor.forbidden');
  return match;
}
export type MovedMatch = Awaited<ReturnType<typeof matchFor>>;

const peopleOf = ({ mentor, mentee }: MovedMatch) => [mentor.personId, mentee.personId];

const ACTIONS = { hold: 'match.held', resume: 'match.resumed', end_early: 'match.ended_early' } as const;

/** Where contact was stopped before or after the work together, going on only lets the two reach each other again. */
const stateAfter = ({ contactStoppedAt }: MovedMatch, state: MatchState, move: MovePairInput['move']): MatchState =>
  move === 'resume' && contactStoppedAt !== null && state !== 'on_hold' ? state : matchMoved(state, move);

/** What changes beside the state. With resuming, each sees again how to reach the other. */
const changesOf = ({ move, reason }: Pick<MovePairInput, 'move' | 'reason'>, now: Date) => {
  if (move === 'end_early') return { endedReason: reason, endedAt: now };
  return move === 'resume' ? { contactStoppedAt: null } : {};
};

/**
 * Puts a pair on hold, lets it go on, or ends it early, and tells both where that is wished. The reason stays in the house.
 *
 * @throws {Refusal} `pair.moved_on` when somebody was faster or the move does not begin where the pair stands
 */
export async function movePair(actor: UserActor, input: MovePairInput, now: Date): Promise<void> {
  const { matchId, version, move, reason, tell } = input;
  await db.$transaction(async (tx) => {
    const match = await matchFor(tx, matchId);
    const { organizationId, cycleId, mentorApplicationId, menteeApplicationId } = match;
    for (const personId of peopleOf(match))
      authorize(actor, 'pair.move', { programId: match.plan.cycle.programId, personId }, now);
    const state = matchState.parse(match.state);
    const { count } = await tx.match.updateMany({
      where: { id: matchId, state, version },
      data: { state: stateAfter(match, state, move), version: { increment: 1 }, ...changesOf(input, now) },
    });
    if (count === 0) throw new Refusal('pair.moved_on');
    const two = { organizationId, cycleId, mentorApplicationId, menteeApplicationId };
    if (move === 'end_early') await ruleOutAsked(tx, two, 'They were a pair, and ended early.', now);
    const event = { subjectType: 'match', subjectId: matchId, action: ACTIONS[move], at: now };
    await recordEvent(tx, { actor, organizationId, cycleId, ...event, reason, detail: { told: tell === 'yes' } });
    if (tell === 'yes') await tellBoth(tx, { match, news: move, key: `pair-${move}:${matchId}:${version}` }, now);
  });
}

/**
 * Closes a task with a note of what came of it.
 *
 * @throws {Refusal} `pair.task_closed` when somebody was faster; `actor.forbidden` for a task that is not this user's to read
 */
export async function closeTask(actor: UserActor, { taskId, note }: CloseTaskInput, now: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    const task = await tx.pairTask.findUnique({
      where: { id: taskId },
      select: { matchId: true, reader: true, kind: true },
    });
    if (!task) throw new Refusal('actor.forbidden');
    const match = await matchFor(tx, task.matchId);
    assertReads(actor, match, task.reader, now);
    const { count } = await tx.pairTask.updateMany({
      where: { id: taskId, closedAt: null },
      data: { closedAt: now, closedById: actor.userId, note },
    });
    if (count === 0) throw new Refusal('pair.task_closed');
    const { organizationId, cycleId, id: subjectId } = match;
    const event = { subjectType: 'match', subjectId, action: 'pair.task_closed', at: now };
    await recordEvent(tx, { actor, organizationId, cycleId, ...event, detail: { task: taskId } });
  });
}

/** @throws {Refusal} `actor.forbidden` */
function assertReads(actor: UserActor, match: MovedMatch, reader: string, now: Date): void {
  const { programId } = match.plan.cycle;
  const care = careOf(actor, programId, now);
  const liaison = care.liaison && match.liaisonId === actor.userId;
  if (!readsTasks({ ...care, liaison }).some((one) => one === reader)) throw new Refusal('actor.forbidden');
  const lookedAfter = care.all ? 'pair.view' : 'pair.look_after';
  const permission = reader === 'officer' ? 'concern.read' : lookedAfter;
  if (!peopleOf(match).every((personId) => may(actor, permission, { programId, personId }, now)))
    throw new Refusal('actor.forbidden');
}
