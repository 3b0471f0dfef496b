import { canMove, type ApplicationState } from './application';

/** What can be done to several applications with one press. Declining is not among them: each needs the rule that is not met. */
export const BULK_MOVES = ['accept', 'hold', 'reconsider', 'discuss'] as const;
export type BulkMove = (typeof BULK_MOVES)[number];

export const BULK_LABELS = {
  accept: 'Accept',
  hold: 'Hold',
  reconsider: 'Take the decision back',
  discuss: 'Mark for discussion',
} as const satisfies Record<BulkMove, string>;

/** More than a screen that somebody reads: every row of a preview is named. */
export const MOST_TOGETHER = 500;

type Standing = { state: ApplicationState; isMarked: boolean };

const STANDS = { accept: 'accepted', hold: 'hold' } as const;

/** Why an application stays as it is when several are moved; null when it moves. */
export function whyNotTogether(move: BulkMove, { state, isMarked }: Standing): string | null {
  if (state === 'withdrawn') return 'Withdrawn.';
  if (move === 'discuss') return isMarked ? 'Marked already.' : null;
  if (move === 'reconsider') return canMove(state, 'reconsider') ? null : 'Not decided.';
  if (state === 'needs_information') return 'A question waits for its answer: decide it on its own page.';
  if (state === STANDS[move]) return state === 'accepted' ? 'Accepted already.' : 'On hold already.';
  return canMove(state, move) ? null : 'Cannot be decided.';
}
