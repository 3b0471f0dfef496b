import { canMoveIn, type Move, type MoveMap } from './moves';
import { Refusal } from './refusal';

export const MATCH_STATES = [
  'proposed',
  'approved',
  'announced',
  'mentor_confirmed',
  'confirmed',
  'active',
  'on_hold',
  'completed',
  'ended_early',
  'declined',
  'expired',
] as const;
export type MatchState = (typeof MATCH_STATES)[number];

/** None any more before its time: both are free again. */
export const FALLEN = ['declined', 'expired', 'ended_early'] as const satisfies readonly MatchState[];
/** Told to both, and still so. */
export const TOLD = [
  'announced',
  'mentor_confirmed',
  'confirmed',
  'active',
  'on_hold',
  'completed',
] as const satisfies readonly MatchState[];

const MOVES = {
  approve: { from: ['proposed'], to: 'approved' },
  reopen: { from: ['approved'], to: 'proposed' },
  announce: { from: ['approved'], to: 'announced' },
  confirm_mentor: { from: ['announced'], to: 'mentor_confirmed' },
  confirm: { from: ['announced', 'mentor_confirmed'], to: 'confirmed' },
  start: { from: ['confirmed'], to: 'active' },
  hold: { from: ['active'], to: 'on_hold' },
  resume: { from: ['on_hold'], to: 'active' },
  complete: { from: ['active'], to: 'completed' },
  end_early: { from: ['confirmed', 'active', 'on_hold'], to: 'ended_early' },
  decline: { from: ['announced', 'mentor_confirmed', 'confirmed'], to: 'declined' },
  expire: { from: ['announced', 'mentor_confirmed'], to: 'expired' },
} as const satisfies MoveMap<MatchState>;
export type MatchMove = keyof typeof MOVES;
export const MATCH_MOVES: Record<MatchMove, Move<MatchState>> = MOVES;

/** @throws {Refusal} `match.wrong_status` when `move` does not start at `state`. */
export function matchMoved(state: MatchState, move: MatchMove): MatchState {
  if (!canMoveIn(MATCH_MOVES, state, move)) throw new Refusal('match.wrong_status');
  return MOVES[move].to;
}
