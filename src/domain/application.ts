import { canMoveIn, type Move, type MoveMap } from './moves';
import { Refusal } from './refusal';

export const APPLICATION_STATES = [
  'draft',
  'submitted',
  'needs_information',
  'accepted',
  'hold',
  'declined',
  'withdrawn',
] as const;
export type ApplicationState = (typeof APPLICATION_STATES)[number];

const OPEN = ['submitted', 'needs_information', 'accepted', 'hold', 'declined'] as const;

const MOVES = {
  submit: { from: ['draft'], to: 'submitted' },
  ask: { from: ['submitted'], to: 'needs_information' },
  answer: { from: ['needs_information'], to: 'submitted' },
  accept: { from: OPEN, to: 'accepted' },
  hold: { from: OPEN, to: 'hold' },
  decline: { from: OPEN, to: 'declined' },
  reconsider: { from: ['accepted', 'hold', 'declined'], to: 'submitted' },
  /** Sent under an address that turns out to have applied already: waits until the person chooses which counts. */
  set_aside: { from: ['submitted', 'needs_information'], to: 'draft' },
  withdraw: { from: ['draft', ...OPEN], to: 'withdrawn' },
  /** Staff put back what was withdrawn by mistake; the committee looks at it anew. */
  reinstate: { from: ['withdrawn'], to: 'submitted' },
} as const satisfies MoveMap<ApplicationState>;
export type ApplicationMove = keyof typeof MOVES;
export const APPLICATION_MOVES: Record<ApplicationMove, Move<ApplicationState>> = MOVES;

export const canMove = (state: ApplicationState, move: ApplicationMove): boolean =>
  canMoveIn(APPLICATION_MOVES, state, move);

/** @throws {Refusal} `application.wrong_status` when `move` does not start at `state`. */
export function moved(state: ApplicationState, move: ApplicationMove): ApplicationState {
  if (!canMove(state, move)) throw new Refusal('application.wrong_status');
  return MOVES[move].to;
}

export const DECISIONS = ['accept', 'hold', 'decline'] as const;
export type Decision = (typeof DECISIONS)[number];

export const STATE_LABELS = {
  draft: 'Draft',
  submitted: 'To review',
  needs_information: 'Question asked',
  accepted: 'Accepted',
  hold: 'On hold',
  declined: 'Declined',
  withdrawn: 'Withdrawn',
} as const satisfies Record<ApplicationState, string>;

export const OUTCOMES = ['matched', 'waitlisted', 'not_matched', 'declined', 'later'] as const;
export type Outcome = (typeof OUTCOMES)[number];

type Standing = { role: 'mentor' | 'mentee'; state: ApplicationState; matched: boolean; laterBy: Date | null };

/**
 * What a release tells an application, or null when it tells it nothing (drafts, withdrawn).
 * `blocked`: the application is still open and no later date was set, so nothing can be released yet.
 */
export function outcomeOf({ role, state, matched, laterBy }: Standing): Outcome | 'blocked' | null {
  if (state === 'draft' || state === 'withdrawn') return null;
  if (state === 'declined') return 'declined';
  if (state === 'submitted' || state === 'needs_information') return laterBy ? 'later' : 'blocked';
  if (matched) return 'matched';
  return role === 'mentee' ? 'waitlisted' : state === 'hold' && laterBy ? 'later' : 'not_matched';
}
