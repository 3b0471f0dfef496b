import { causeOf } from './smtp-reply';

/** So many failures of one kind of mail in a row, and the kind rests. */
export const BREAK_AFTER = 20;

/** Minutes that it rests the first time, the second, and from then on. */
export const REST_MINUTES = [1, 5, 15] as const;

const OF_THE_RECIPIENT: readonly (string | null)[] = ['no_mailbox', 'full', 'greylisted'];

/**
 * What an attempt says of the mail server: `well`, `ill`, or nothing, because it is about one recipient alone.
 *
 * @param result as the transport has it
 */
export function saysOfServer(result: string, reply: string): 'well' | 'ill' | null {
  if (result === 'accepted') return 'well';
  return OF_THE_RECIPIENT.includes(causeOf(reply)) ? null : 'ill';
}
