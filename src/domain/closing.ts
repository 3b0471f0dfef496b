import type { MatchState } from './match';

const DAY_MS = 86_400_000;

/** Where nobody set another day, the closing questions open so many days before the end. */
export const OPENS_DAYS_BEFORE_END = 21;

type Year = {
  startsAt: Date;
  endsAt: Date;
  /** The last moment of the closing assessment. */
  archivesAt: Date;
  /** As staff set it; null for the usual day. */
  assessmentOpensAt: Date | null;
};
export type ClosingWindow = { opensAt: Date; closesAt: Date };
export type ClosingPhase = 'before' | 'open' | 'closed';

/** When the closing questions can be answered: never before the program starts. */
export function closingWindow({ startsAt, endsAt, archivesAt, assessmentOpensAt }: Year): ClosingWindow {
  const usual = endsAt.getTime() - OPENS_DAYS_BEFORE_END * DAY_MS;
  const opens = Math.max(assessmentOpensAt?.getTime() ?? usual, startsAt.getTime());
  return { opensAt: new Date(Math.min(opens, archivesAt.getTime())), closesAt: archivesAt };
}

export function closingPhase({ opensAt, closesAt }: ClosingWindow, now: Date): ClosingPhase {
  if (now < opensAt) return 'before';
  return now < closesAt ? 'open' : 'closed';
}

export type OpeningFault = 'early' | 'late' | 'past' | 'open';

/** What is wrong with another opening: it lies in the year, before the last day, not in the past, and nobody was asked yet. */
export function openingFault(year: Year, opensAt: Date, now: Date): OpeningFault | null {
  if (closingPhase(closingWindow(year), now) !== 'before') return 'open';
  if (opensAt < year.startsAt) return 'early';
  if (opensAt >= year.archivesAt) return 'late';
  return opensAt < now ? 'past' : null;
}

/** Pairs whose two are asked; of those that ended early too, with fewer questions. */
export const ASSESSED = ['active', 'on_hold', 'completed', 'ended_early'] as const satisfies readonly MatchState[];

export const isAssessed = (state: string): boolean => ASSESSED.some((one) => one === state);

export const AGAIN = ['yes', 'maybe', 'no'] as const;
export type Again = (typeof AGAIN)[number];

/** How a quote may be used; without either, it may not. */
export const QUOTED_AS = ['named', 'unnamed'] as const;
export type QuotedAs = (typeof QUOTED_AS)[number];

export type QuoteConsent = QuotedAs | 'none' | 'withdrawn';
type Quoted = { quoteAs: QuotedAs | null; quoteWithdrawnAt: Date | null };

export const quoteConsent = ({ quoteAs, quoteWithdrawnAt }: Quoted): QuoteConsent =>
  quoteAs ?? (quoteWithdrawnAt ? 'withdrawn' : 'none');

/** Ratings of 1 to 5 by area; an area that is not in it was left blank, which is no number. */
export type Ratings = Readonly<Record<string, number>>;

/** Where somebody stands: nothing saved, begun, or sent. */
export type Answered = 'not_yet' | 'begun' | 'answered';
export const ANSWERED = ['not_yet', 'begun', 'answered'] as const satisfies readonly Answered[];

export const answeredOf = (saved: { sentAt: Date | null } | null): Answered =>
  saved === null ? 'not_yet' : saved.sentAt ? 'answered' : 'begun';
