import { canMoveIn, type MoveMap } from './moves';
import { Refusal } from './refusal';

export const PLAN_STATES = ['proposed', 'approved', 'superseded'] as const;
export type PlanState = (typeof PLAN_STATES)[number];

const MOVES = {
  approve: { from: ['proposed', 'superseded'], to: 'approved' },
  reopen: { from: ['approved'], to: 'proposed' },
  supersede: { from: ['approved'], to: 'superseded' },
} as const satisfies MoveMap<PlanState>;
export type PlanMove = keyof typeof MOVES;
export const PLAN_MOVES: MoveMap<PlanState> = MOVES;

export const PLAN_STATE_LABELS = {
  proposed: 'Proposed',
  approved: 'Approved',
  superseded: 'Replaced',
} as const satisfies Record<PlanState, string>;

export const canMovePlan = (state: PlanState, move: PlanMove): boolean => canMoveIn(PLAN_MOVES, state, move);

/** @throws {Refusal} `plan.wrong_status` when `move` does not start at `state`. */
export function planMoved(state: PlanState, move: PlanMove): PlanState {
  if (!canMovePlan(state, move)) throw new Refusal('plan.wrong_status');
  return MOVES[move].to;
}

export const RUN_STATES = ['queued', 'running', 'done', 'failed', 'cancelled'] as const;
export type RunState = (typeof RUN_STATES)[number];

/** What a run is doing, in its order. */
export const RUN_STAGES = ['reading', 'scoring', 'who', 'with-whom', 'proving', 'saving'] as const;
export type RunStage = (typeof RUN_STAGES)[number];

/** Seconds. A run is said to have taken less than one of these. */
const TOLD_SECONDS = [10, 30, 60, 120, 300, 600, 1800];

/**
 * What is kept of how long a run took: a bound, in milliseconds. The exact time would tell a little of the answers that
 * only the matcher reads, for it took its time over them.
 */
export function toldDuration(milliseconds: number): number {
  const hour = 3600;
  const bound = TOLD_SECONDS.find((seconds) => milliseconds < seconds * 1000);
  return 1000 * (bound ?? hour * Math.ceil((milliseconds + 1) / 1000 / hour));
}

/** What became of a cycle's confidential wishes: whether they are asked, and from when on they are deleted. */
export type CycleWishes = { hasIdentity: boolean; deletedFrom: Date | null };

type Standing = { wishes: CycleWishes; createdAt: Date; verified: boolean; handMade: boolean };

/** What a plan claims to be, in the words of the plan page. */
export function planClaim({ wishes, createdAt, verified, handMade }: Standing): string {
  const { hasIdentity, deletedFrom } = wishes;
  const isWithout = hasIdentity && deletedFrom !== null && createdAt >= deletedFrom;
  if (handMade) {
    const checked = verified ? 'Places, rules and locks hold.' : 'It does not hold as it stands.';
    const wishes = hasIdentity ? ' The matches made by hand were made without confidential wishes.' : '';
    return `Changed by hand, no longer proven best. ${checked}${wishes}`;
  }
  if (!verified) return 'Not verified.';
  if (isWithout)
    return 'Proven best possible under these rules, without confidential wishes: they were deleted before it was made.';
  return hasIdentity
    ? 'Best under the rules, your weights and confidential wishes that nobody sees; by visible fit alone another plan may score higher. The committee decides.'
    : 'Proven best possible under these rules.';
}
