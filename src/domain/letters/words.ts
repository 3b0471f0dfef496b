import type { Role } from '../mentoring';

/**
 * What a letter says beside staff's own words, in one language. Texts that come in are Markdown already; what a function makes
 * is Markdown too.
 */
export type LetterWords = {
  day: (at: Date, timeZone: string) => string;
  greeting: (name: string) => string;
  /** Above the part for each role, where a letter has several. */
  asRole: Record<Role, string>;
  nextMentee: (asRole: string) => string;
  /** Subject of a letter about several applications. */
  several: (cycle: string) => string;
  reach: (name: string, ways: readonly string[]) => string;
  throughUs: (name: string, contact: string) => string;
  wouldLikeYouToKnow: (name: string, notes: string) => string;
  goWellTogether: string;
  /** A reason as the matcher words it, in English; what somebody wrote themselves stays as it is. */
  reason: (text: string) => string;
  youWriteFirst: (by: string) => string;
  theyWriteFirst: (name: string, by: string) => string;
  tellUs: (by: string, contact: string) => string;
  /** To a mentor who was asked first. */
  saidYes: (contact: string) => string;
  confirm: (url: string, by: string, contact: string) => string;
  nextOpening: string;
  yourMatch: string;
};
