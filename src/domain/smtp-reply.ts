import { MAX_ATTEMPTS, waitMinutes } from './message';

/** Why a mail server did not take a message, as far as its reply says. */
export type ReplyCause = 'sign_in' | 'no_mailbox' | 'full' | 'policy' | 'greylisted' | 'busy' | 'refused';

type Rule = { cause: ReplyCause; code: RegExp; enhanced: RegExp };

/**
 * From special to general, by reply code (RFC 5321, 4.2.3) and enhanced status code (RFC 3463, 3; RFC 7505 for 5.1.10). A server
 * that gives no enhanced code is judged by its reply code alone.
 */
const RULES: readonly Rule[] = [
  // Of us, not of the person: every message fares alike until somebody mends it.
  { cause: 'sign_in', code: /^(53[0458]|454)/, enhanced: /.*/ },
  { cause: 'full', code: /^[45]52/, enhanced: /^$|^[45]\.2\.2$/ },
  { cause: 'full', code: /^[45]/, enhanced: /^[45]\.2\.2$/ },
  { cause: 'greylisted', code: /^4/, enhanced: /^4\.7\.\d+$/ },
  { cause: 'busy', code: /^4/, enhanced: /.*/ },
  { cause: 'policy', code: /^5/, enhanced: /^5\.7\.\d+$/ },
  { cause: 'no_mailbox', code: /^5/, enhanced: /^5\.(1\.(1|2|3|6|10)|2\.1)$/ },
  { cause: 'no_mailbox', code: /^55[013]/, enhanced: /^$/ },
  { cause: 'refused', code: /^5/, enhanced: /.*/ },
];

/** What a reply such as "550 5.1.1 No such user" means; null for text that is no reply of a server. */
export function causeOf(reply: string): ReplyCause | null {
  const [, code = '', enhanced = ''] = /^([245]\d\d)(?:[ -]([245]\.\d{1,3}\.\d{1,3})\b)?/.exec(reply) ?? [];
  return RULES.find((rule) => rule.code.test(code) && rule.enhanced.test(enhanced))?.cause ?? null;
}

/** A full mailbox is tried for a day; whoever is away for long does not empty it sooner. */
const FULL = { minutes: 360, attempts: 4 };
/** A server that knows nobody yet lets a message in after a few minutes. */
const GREYLISTED = [5, 10, 30];

/** Minutes until the next attempt, after so many of them; null when another cannot succeed. */
export function retryIn(cause: ReplyCause | null, attempts: number): number | null {
  if (cause === 'no_mailbox' || cause === 'policy' || cause === 'refused') return null;
  if (cause === 'full') return attempts < FULL.attempts ? FULL.minutes : null;
  if (attempts >= MAX_ATTEMPTS) return null;
  return (cause === 'greylisted' ? GREYLISTED[attempts - 1] : undefined) ?? waitMinutes(attempts);
}

/** What it means for whoever looks after the letters. */
export const CAUSE_WORDS = {
  sign_in: 'The mail server does not accept how we sign in: look at SMTP_URL.',
  no_mailbox: 'There is no such mailbox: correct the address.',
  full: 'Their mailbox is full.',
  policy: 'Their server does not take mail from us: ask for another address, or their administrators.',
  greylisted: 'Their server lets new senders wait a few minutes.',
  busy: 'Their server could not take it just then.',
  refused: 'Their server refused it for good.',
} as const satisfies Record<ReplyCause, string>;
