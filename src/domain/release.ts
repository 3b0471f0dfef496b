import { canMoveIn, type Move, type MoveMap } from './moves';
import { canReplace, type MessageState } from './message';
import { Refusal } from './refusal';

export const RELEASE_STATES = ['requested', 'writing', 'held', 'sending', 'done', 'stopped'] as const;
export type ReleaseState = (typeof RELEASE_STATES)[number];

/** Asked for, and not yet at its end: no other can be asked for. */
export const UNDER_WAY: ReleaseState[] = ['requested', 'writing', 'held', 'sending'];
export const isUnderWay = (state: ReleaseState): boolean => UNDER_WAY.includes(state);

/** Confirmed by the second person: what its letters tell stays as it is. */
export const CONFIRMED: ReleaseState[] = ['writing', 'held', 'sending', 'done'];

const MOVES = {
  confirm: { from: ['requested'], to: 'writing' },
  hold: { from: ['writing'], to: 'held' },
  let_go: { from: ['held'], to: 'sending' },
  finish: { from: ['sending'], to: 'done' },
  stop: { from: ['requested', 'writing', 'held'], to: 'stopped' },
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

/** Whether its letters are written: before that there is none to show. */
export const hasLetters = (state: ReleaseState): boolean => state !== 'requested' && state !== 'writing';

/** Why a release stopped; `person`: somebody pressed Stop. */
export const STOP_REASONS = ['person', 'withdrawn', 'changed', 'not_ready'] as const;
export type StopReason = (typeof STOP_REASONS)[number];

/** Minutes a release may be held before the first letter goes, for the form; 10 is the default. */
export const HOLD_MINUTES = [1, 5, 10, 30, 60] as const;
export const DEFAULT_HOLD_MINUTES = 10;

/** Trial letters that go to staff before the first letter. */
export const PROBES = 5;

/** What the trial letters say: go on, wait, or hold everything. */
export function probeVerdict(states: readonly MessageState[]): 'accepted' | 'waiting' | 'refused' {
  if (states.some((state) => canReplace(state) || state === 'stopped')) return 'refused';
  return states.every((state) => state === 'accepted') ? 'accepted' : 'waiting';
}

/** Another round helps where one was refused or waits for its next try; not while all are on their way for the first time. */
export const mayProbeAgain = (states: readonly MessageState[]): boolean =>
  probeVerdict(states) === 'refused' || states.some((state) => state === 'deferred' || state === 'uncertain');

/** When letters begin to go: after the hold, and not before the moment that was set. */
export const heldUntil = (confirmedAt: Date, holdMinutes: number, beginsAt: Date | null): Date =>
  new Date(Math.max(confirmedAt.getTime() + holdMinutes * 60_000, beginsAt?.getTime() ?? 0));

/** The most days that a release may be set to begin ahead: what the letters say must still be true. */
export const MOST_DAYS_AHEAD = 30;

/**
 * About how long the letters that wait will take, in whole minutes; null when nothing says.
 *
 * @param lastMinute how many were taken in the minute before
 */
export const minutesLeft = (waiting: number, lastMinute: number): number | null =>
  waiting === 0 || lastMinute === 0 ? null : Math.ceil(waiting / lastMinute);
