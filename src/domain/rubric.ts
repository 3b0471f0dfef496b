import { ROLES, type Role } from './mentoring';
import { Refusal } from './refusal';
import { CRITERIA, RATINGS, type Criterion, type Ratings } from './review';

/** How a cycle is reviewed: in one word and a note, or by worded criteria. */
export const REVIEW_STYLES = ['light', 'rubric'] as const;
export type ReviewStyle = (typeof REVIEW_STYLES)[number];

export const VERDICTS = ['eligible', 'question', 'concern'] as const;
export type Verdict = (typeof VERDICTS)[number];
export const VERDICT_LABELS: Record<Verdict, string> = {
  eligible: 'Eligible',
  question: 'A question',
  concern: 'A concern',
};

/** A criterion with how much it counts, 0 (read, not counted) to 10, and whether it may be left open. */
export type RubricCriterion = Criterion & { weight: number; optional: boolean };
export type Rubric = Readonly<Record<Role, readonly RubricCriterion[]>>;
export const MOST_WEIGHT = 10;
export const MOST_CRITERIA = 12;

const begun = (role: Role) => CRITERIA[role].map((criterion) => ({ ...criterion, weight: 1, optional: false }));
/** What every cycle begins with, as version 0: all criteria count the same, none is optional. */
export const DEFAULT_RUBRIC: Rubric = { mentor: begun('mentor'), mentee: begun('mentee') };

/** Names what a review form asks, so that one that was opened before a change is noticed. */
export const formName = (style: ReviewStyle, rubricNumber: number): string =>
  style === 'light' ? 'light' : `rubric-${rubricNumber}`;

/** The ratings of known criteria; anything else in `stored` is left out. */
export function ratingsOf(criteria: readonly Criterion[], stored: unknown): Ratings {
  if (typeof stored !== 'object' || stored === null) return {};
  const values = new Map<string, unknown>(Object.entries(stored));
  return Object.fromEntries(
    criteria.flatMap(({ key }) => {
      const rating = RATINGS.find((one) => one === values.get(key));
      return rating === undefined ? [] : [[key, rating]];
    }),
  );
}

/** @throws {Refusal} `review.incomplete` naming the criteria that are not rated and not optional */
export function assertComplete(criteria: readonly RubricCriterion[], ratings: Ratings): void {
  const missing = criteria.filter(({ key, optional }) => !optional && ratings[key] === undefined);
  if (missing.length > 0)
    throw new Refusal('review.incomplete', `Missing: ${missing.map(({ label }) => label).join(', ')}.`);
}

/**
 * The weighted mean of one review, 1 to 4: Σ wᵢrᵢ / Σ wᵢ over the criteria that were rated, where rᵢ is the rating and wᵢ the
 * weight of criterion i. What was left open takes no part, so that nobody loses by it. Null when nothing that counts was rated.
 */
export function weightedMean(criteria: readonly RubricCriterion[], ratings: Ratings): number | null {
  let [sum, weights] = [0, 0];
  for (const { key, weight } of criteria) {
    const rating = ratings[key];
    if (rating === undefined) continue;
    sum += weight * rating;
    weights += weight;
  }
  return weights === 0 ? null : sum / weights;
}

const words = ({ label, question, anchors }: Criterion) => JSON.stringify([label, question, anchors]);

/** Of ratings given to an earlier version those whose criterion still reads the same, word by word. */
export function carriedRatings(ratings: Ratings, from: readonly Criterion[], to: readonly Criterion[]): Ratings {
  const before = new Map(from.map((criterion) => [criterion.key, words(criterion)]));
  const same = to.filter((criterion) => before.get(criterion.key) === words(criterion));
  return ratingsOf(same, ratings);
}

const ROLE_NAMES: Record<Role, string> = { mentor: 'Mentors', mentee: 'Mentees' };
const SHORT = 60;
const LONG = 200;

function criterionFault({ label, question, anchors, weight }: RubricCriterion): string | null {
  if (label === '') return 'give it a name.';
  if (question === '') return 'write the question that a reviewer answers.';
  if (anchors.some((anchor) => anchor === '')) return 'write words for each of 1, 2, 3 and 4.';
  if (label.length > SHORT) return `shorten the name to ${SHORT} characters.`;
  if ([question, ...anchors].some((text) => text.length > LONG))
    return `keep the question and the words for each number under ${LONG} characters.`;
  if (!Number.isInteger(weight) || weight < 0 || weight > MOST_WEIGHT)
    return `the weight is a whole number from 0 to ${MOST_WEIGHT}.`;
  return null;
}

const repeated = (texts: readonly string[]) => texts.find((text, index) => texts.indexOf(text) !== index);

function roleFault(criteria: readonly RubricCriterion[]): string | null {
  if (criteria.length === 0) return 'there must be at least one criterion.';
  if (criteria.length > MOST_CRITERIA) return `at most ${MOST_CRITERIA} criteria.`;
  const faults = criteria.map(criterionFault);
  const first = faults.findIndex((fault) => fault !== null);
  if (first >= 0) return `criterion ${first + 1}: ${faults[first] ?? ''}`;
  const twice = repeated(criteria.map(({ label }) => label.toLowerCase()));
  if (twice !== undefined)
    return `two criteria are called “${criteria.find(({ label }) => label.toLowerCase() === twice)?.label ?? ''}”.`;
  if (repeated(criteria.map(({ key }) => key)) !== undefined) return 'two criteria have the same key.';
  if (criteria.every(({ weight, optional }) => weight === 0 || optional))
    return 'at least one criterion that is not optional needs a weight above 0, or there is no mean.';
  return null;
}

/** @throws {Refusal} `rubric.faulty` naming the role, the criterion and how to put it right */
export function assertRubric(rubric: Rubric): void {
  for (const role of ROLES) {
    const fault = roleFault(rubric[role]);
    if (fault) throw new Refusal('rubric.faulty', `${ROLE_NAMES[role]}, ${fault}`);
  }
}
