/** Read in the worker only. Nothing in this file is ever shown, counted or explained. */
export const IDENTITY_DIMENSIONS = ['gender', 'ethnicity'] as const;
export type IdentityDimension = (typeof IDENTITY_DIMENSIONS)[number];

export type IdentityAnswer = {
  /** The person's own values; empty when not answered. */
  own: readonly string[];
  /** A match with the same values, one with this value, or no wish. */
  wish: null | { kind: 'same' } | { kind: 'value'; value: string };
};
export type IdentityAnswers = Record<IdentityDimension, IdentityAnswer>;

const FULL = 10_000;

/** Unknown counts half, so that a blank is neither rewarded nor punished. */
function satisfied({ own, wish }: IdentityAnswer, other: readonly string[]): number | null {
  if (wish === null) return null;
  const wanted = wish.kind === 'same' ? own : [wish.value];
  if (wanted.length === 0 || other.length === 0) return FULL / 2;
  return wanted.some((value) => other.includes(value)) ? FULL : 0;
}

/** The mean over the wishes a person stated; null when none was. Loops, because it is asked twice for every pair. */
function satisfaction(person: IdentityAnswers, other: IdentityAnswers): number | null {
  let sum = 0;
  let stated = 0;
  for (const dimension of IDENTITY_DIMENSIONS) {
    const value = satisfied(person[dimension], other[dimension].own);
    if (value === null) continue;
    sum += value;
    stated += 1;
  }
  return stated === 0 ? null : sum / stated;
}

/** 0 to 10,000. Both stated a wish: the mean of mean and minimum; nobody did: 0. */
export function identityBonus(mentee: IdentityAnswers, mentor: IdentityAnswers): number {
  const a = satisfaction(mentee, mentor);
  const b = satisfaction(mentor, mentee);
  if (a === null || b === null) return a ?? b ?? 0;
  return Math.round(((a + b) / 2 + Math.min(a, b)) / 2);
}

type Sealed = { id: string; answers: IdentityAnswers };
type Jitter = (menteeId: string, mentorId: string) => number;

/** What the solver adds to the fit: bonus and keyed jitter, 0 to 20,000, row-major by mentee. */
export function privateMatrix(mentees: readonly Sealed[], mentors: readonly Sealed[], jitter: Jitter): Int32Array {
  const matrix = new Int32Array(mentees.length * mentors.length);
  let cell = 0;
  for (const mentee of mentees) {
    for (const mentor of mentors) {
      matrix[cell] = identityBonus(mentee.answers, mentor.answers) + jitter(mentee.id, mentor.id);
      cell += 1;
    }
  }
  return matrix;
}
