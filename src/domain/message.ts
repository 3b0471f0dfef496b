import { canMoveIn, type MoveMap } from './moves';

export const MESSAGE_STATES = [
  'held',
  'queued',
  'sending',
  'accepted',
  'deferred',
  'failed',
  'bounced',
  'suppressed',
  'stopped',
  'uncertain',
] as const;
export type MessageState = (typeof MESSAGE_STATES)[number];

/**
 * A mail on its way out. Between the final dot and the recorded answer nobody knows whether a message was taken
 * (RFC 1047), so an attempt without a reply ends in `uncertain`, never in another blind attempt.
 */
export const MESSAGE_MOVES = {
  let_go: { from: ['held'], to: 'queued' },
  stop: { from: ['held', 'queued', 'deferred'], to: 'stopped' },
  take: { from: ['queued', 'deferred'], to: 'sending' },
  accept: { from: ['sending'], to: 'accepted' },
  defer: { from: ['sending'], to: 'deferred' },
  fail: { from: ['sending'], to: 'failed' },
  doubt: { from: ['sending'], to: 'uncertain' },
  /** A person, or the relay's ledger, says it did not arrive. */
  send_again: { from: ['uncertain'], to: 'queued' },
  /** A person, or the relay's ledger, says it did. */
  settle: { from: ['uncertain'], to: 'accepted' },
  /** It came back: then a server had taken it, even if its answer was lost or another attempt waits. */
  bounce: { from: ['accepted', 'uncertain', 'queued', 'deferred'], to: 'bounced' },
  suppress: { from: ['held', 'queued', 'deferred'], to: 'suppressed' },
} as const satisfies MoveMap<MessageState>;
export type MessageMove = keyof typeof MESSAGE_MOVES;

const MOVES: MoveMap<MessageState> = MESSAGE_MOVES;
export const canMoveMessage = (state: MessageState, move: MessageMove): boolean => canMoveIn(MOVES, state, move);

/** A state as the database has it. @throws for one that is none */
export function messageStateOf(stored: string): MessageState {
  const state = MESSAGE_STATES.find((known) => known === stored);
  if (!state) throw new Error(`unknown state of a message: ${stored}`);
  return state;
}

/** Did not arrive and will not by itself: the letter may go again as a mail of its own, once. */
const LOST: readonly MessageState[] = ['failed', 'bounced', 'suppressed'];
export const canReplace = (state: MessageState): boolean => LOST.includes(state);

export const MESSAGE_LABELS = {
  held: 'Held',
  queued: 'Waiting to be sent',
  sending: 'Being sent',
  accepted: 'Accepted by the mail server',
  deferred: 'Will be tried again',
  failed: 'Refused by the mail server',
  bounced: 'Came back',
  suppressed: 'Not sent: bad address',
  stopped: 'Stopped',
  uncertain: 'Uncertain: look before sending again',
} as const satisfies Record<MessageState, string>;

/** Minutes to wait after the n-th attempt that was put off, n from 1: 1, 5, 15, 60, then every 4 hours. */
export const waitMinutes = (attempts: number): number => [1, 5, 15, 60][attempts - 1] ?? 240;

/** Attempts after which a message that is only ever put off is given up. */
export const MAX_ATTEMPTS = 18;
