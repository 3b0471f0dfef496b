import { RATINGS, type Criterion, type Ratings } from './review';
import { Refusal } from './refusal';

/** Something that somebody with a funded membership does in return; `dueOn` is a day, `YYYY-MM-DD`. */
export type Promised = { title: string; dueOn: string };

/** What was read from lines, or what is wrong with the first line that could not be read. */
export type LinesRead<T> = { read: T[] } | { fault: string };

export const MOST_LINES = 10;

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

const isDay = (day: string): boolean => {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(day) ? new Date(`${day}T00:00:00Z`) : null;
  return at !== null && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day);
};

/**
 * Criteria as staff write them, one a line: `Need | How much would it help? | Little | Some | Much | Very much`, the words for
 * 1, 2, 3 and 4 last.
 */
export function readCriteria(text: string): LinesRead<Criterion> {
  const lines = linesOf(text);
  if (lines.length === 0) return { fault: 'Write at least one criterion.' };
  if (lines.length > MOST_LINES) return { fault: `Write at most ${MOST_LINES} criteria.` };
  const read: Criterion[] = [];
  for (const [index, line] of lines.entries()) {
    const parts = line.split('|').map((part) => part.trim());
    const [label = '', question = '', one = '', two = '', three = '', four = ''] = parts;
    if (parts.length !== 2 + RATINGS.length || parts.some((part) => part === ''))
      return {
        fault: `Criterion ${index + 1}: write a name, a question and the words for 1, 2, 3 and 4, with | between them.`,
      };
    read.push({ key: `c${index + 1}`, label, question, anchors: [one, two, three, four] });
  }
  return { read };
}

export const criteriaLines = (criteria: readonly Criterion[]): string =>
  criteria.map(({ label, question, anchors }) => [label, question, ...anchors].join(' | ')).join('\n');

/** Obligations as staff write them, one a line: `2027-03-01 A post for the association’s blog`. */
export function readPromised(text: string): LinesRead<Promised> {
  const lines = linesOf(text);
  if (lines.length === 0) return { fault: 'Write at least one obligation.' };
  if (lines.length > MOST_LINES) return { fault: `Write at most ${MOST_LINES} obligations.` };
  const read: Promised[] = [];
  for (const [index, line] of lines.entries()) {
    const [dueOn, title] = [line.slice(0, 10), line.slice(10).trim()] as const;
    if (!isDay(dueOn) || title === '')
      return {
        fault: `Obligation ${index + 1}: write a day as year-month-day, then what is to be done: 2027-03-01 A post for the blog.`,
      };
    read.push({ dueOn, title });
  }
  return { read };
}

export const promisedLines = (promised: readonly Promised[]): string =>
  promised.map(({ dueOn, title }) => `${dueOn} ${title}`).join('\n');

/** The ratings of these criteria in what was stored; anything else is left out. */
export function fundingRatings(criteria: readonly Criterion[], stored: Readonly<Record<string, number>>): Ratings {
  return Object.fromEntries(
    criteria.flatMap(({ key }) => {
      const value = RATINGS.find((rating) => rating === stored[key]);
      return value === undefined ? [] : [[key, value] as const];
    }),
  );
}

/** @throws {Refusal} `review.incomplete` naming the criteria that are not rated */
export function assertAllRated(criteria: readonly Criterion[], ratings: Ratings): void {
  const missing = criteria.filter(({ key }) => ratings[key] === undefined);
  if (missing.length > 0)
    throw new Refusal('review.incomplete', `Missing: ${missing.map(({ label }) => label).join(', ')}.`);
}

type Dated = { opensAt: Date; closesAt: Date; decideBy: Date; waitlistUntil: Date };
export type OfferTerms = Dated & { slots: number; criteria: readonly Criterion[]; obligations: readonly Promised[] };

/**
 * Whether an offer that stands may become `after`. What people were promised when they asked stays; nothing here depends on
 * requests, so that a refusal tells staff nothing of them.
 *
 * @throws {Refusal} `funding.offer_opened`, `funding.offer_closed`
 */
export function assertOfferChange(before: OfferTerms, after: OfferTerms, now: Date): void {
  if (now < before.opensAt) return;
  if (
    criteriaLines(before.criteria) !== criteriaLines(after.criteria) ||
    promisedLines(before.obligations) !== promisedLines(after.obligations) ||
    before.opensAt.getTime() !== after.opensAt.getTime()
  )
    throw new Refusal('funding.offer_opened');
  if (now >= before.closesAt && (before.closesAt.getTime() !== after.closesAt.getTime() || after.slots < before.slots))
    throw new Refusal('funding.offer_closed');
  if (now < before.closesAt && after.closesAt <= now) throw new Refusal('funding.offer_past');
}

/** What is wrong with the days of an offer, in words; '' when nothing is. */
export function offerFault(terms: OfferTerms, timeOf: (day: string) => Date): string {
  if (terms.closesAt <= terms.opensAt) return 'Closing: choose a day after the opening.';
  if (terms.decideBy <= terms.closesAt) return 'Decide by: choose a day after the closing.';
  if (terms.waitlistUntil < terms.decideBy) return 'Waitlist until: choose the day of the decision or a later one.';
  const early = terms.obligations.find(({ dueOn }) => timeOf(dueOn) <= terms.decideBy);
  return early ? `“${early.title}” is due before the decision. Choose a later day.` : '';
}
