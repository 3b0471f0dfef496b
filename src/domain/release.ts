import { canMoveIn, type Move, type MoveMap } from './moves';
import { Refusal } from './refusal';

export const RELEASE_STATES = ['requested', 'held', 'sending', 'done', 'stopped'] as const;
export type ReleaseState = (typeof RELEASE_STATES)[number];

/** Asked for, held or sending: no other can be asked for. */
export const isUnderWay = (state: ReleaseState): boolean => ['requested', 'held', 'sending'].includes(state);

const MOVES = {
  confirm: { from: ['requested'], to: 'held' },
  let_go: { from: ['held'], to: 'sending' },
  finish: { from: ['sending'], to: 'done' },
  stop: { from: ['requested', 'held'], to: 'stopped' },
} as const satisfies MoveMap<ReleaseState>;
export type ReleaseMove = keyof typeof MOVES;
export const RELEASE_MOVES: Record<ReleaseMove, Move<ReleaseState>> = MOVES;

export const canMoveRelease = (state: ReleaseState, move: ReleaseMove): boolean =>
  canMoveIn(RELEASE_MOVES, state, move);

/** @throws {Refusal} `release.wrong_status` when `move` does not start at `state`. */
export function releaseMoved(state: ReleaseState, move: ReleaseMove): ReleaseState {
  if (!canMoveRelease(state, move)) throw new Refusal('release.wrong_status');
  return MOVES[move].to;
}

/** Minutes a release may be held before the first letter goes, for the form; 10 is the default. */
export const HOLD_MINUTES = [1, 5, 10, 30, 60] as const;
export const DEFAULT_HOLD_MINUTES = 10;
