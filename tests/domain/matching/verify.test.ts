import { describe, expect, it } from 'vitest';
import type { Answer, Problem, Proof } from '@/domain/matching/problem';
import { solve } from '@/domain/matching/solve';
import { verify } from '@/domain/matching/verify';
import { fromTable } from './small-problems';

const TABLE = [
  [90_000, 40_000, null, 20_000],
  [80_000, 70_000, 10_000, 10_000],
  [85_000, 30_000, 60_000, null],
  [70_000, null, 50_000, null],
  [60_000, 20_000, null, 90_000],
];
const PROBLEM: Problem = fromTable(TABLE, {
  mentors: [
    { id: 'm0', capacity: 2 },
    { id: 'm1', capacity: 1 },
    { id: 'm2', capacity: 1 },
    { id: 'm3', capacity: 1 },
  ],
  privatePart: Int32Array.from(TABLE.flat(), (_, cell) => (cell * 3571) % 20_001),
  locks: [['e4', 'm3']],
  vetoes: [['e1', 'm2']],
  previous: [['e0', 'm0']],
  fairness: 'balanced',
});

function solved(problem: Problem): Answer {
  const answer = solve(problem);
  if (!answer) throw new Error('Nobody cancelled.');
  return answer;
}

const ANSWER = solved(PROBLEM);

/** Each copy of `value` with one thing changed in it: a number by 1, a text, a yes or no, an entry left out. */
function tampered(value: unknown): unknown[] {
  if (typeof value === 'number') return [value + 1, value - 1, value + 0.5];
  if (typeof value === 'string') return [`${value}x`];
  if (typeof value === 'boolean') return [!value];
  if (Array.isArray(value)) {
    const shorter = value.map((_, i) => value.toSpliced(i, 1));
    return [...shorter, ...value.flatMap((item, i) => tampered(item).map((other) => value.with(i, other)))];
  }
  if (value === null || typeof value !== 'object') return [1];
  return Object.entries(value).flatMap(([key, item]) => tampered(item).map((other) => ({ ...value, [key]: other })));
}

const isAnswer = (_value: unknown): _value is Answer => true;
const withProof = (change: Partial<Proof>): Answer => ({ ...ANSWER, who: { ...ANSWER.who, ...change } });

it('accepts the answer of the solver', () => {
  expect(verify(PROBLEM, ANSWER)).toEqual([]);
});

it.each([
  ['balanced', PROBLEM],
  ['maximin', { ...PROBLEM, fairness: 'maximin' }],
  ['leximin', { ...PROBLEM, fairness: 'leximin', levels: 4 }],
  ['maximin, one mentee more than places', { ...PROBLEM, fairness: 'maximin', locks: [], vetoes: [['e4', 'm3']] }],
] satisfies [string, Problem][])('rejects an answer in which anything at all was changed: %s', (_, problem) => {
  const answer = solved(problem);
  expect(verify(problem, answer)).toEqual([]);
  const changed = tampered(answer);
  const accepted = changed.filter((other) => isAnswer(other) && verify(problem, other).length === 0);
  expect(changed.length).toBeGreaterThan(300);
  expect(accepted).toEqual([]);
});

/** The least utility that is worth more than `price`; prices are those of one stage. */
const LEAST_ABOVE = {
  none: (price: number) => price + 1,
  balanced: (price: number) => {
    let utility = 0;
    while (Math.round((240_000 * utility - utility * utility) / 14_400) <= price) utility += 1;
    return utility;
  },
};

it.each([
  ['none', 7],
  ['none', 8],
  ['none', 19],
  ['balanced', 8],
  ['balanced', 19],
] as const)('notices every single pair that would be worth more: %s, %i mentors', (fairness, width) => {
  const table = Array.from({ length: 5 }, (_, row) =>
    Array.from({ length: width }, (_unused, column) =>
      (row + column) % 7 === 6 ? null : 20_000 + ((row * 7919 + column * 4243 + row * column * 977) % 40_000),
    ),
  );
  const problem = fromTable(table, { fairness });
  const answer = solved(problem);
  const stage = answer.who.stages[1];
  const isMade = (row: number, column: number) =>
    answer.matches.some(({ mentee, mentor }) => mentee === `e${row}` && mentor === `m${column}`);
  for (let row = 0; row < 5; row += 1) {
    for (let column = 0; column < width; column += 1) {
      if (isMade(row, column)) continue;
      const price = (stage?.mentees[row] ?? 0) + (stage?.mentors[column] ?? 0);
      const fit = LEAST_ABOVE[fairness](price);
      const at = row * width + column;
      const withFit = (value: number) => verify({ ...problem, fit: problem.fit.with(at, value) }, answer);
      expect([row, column, withFit(fit)]).toEqual([row, column, ['who: a pair is worth more than its prices']]);
      expect([row, column, withFit(fit - 2)]).toEqual([row, column, []]);
    }
  }
});

describe('names what does not hold', () => {
  it('a price changed by 1', () => {
    const stages = ANSWER.who.stages.map((stage, i) =>
      i === 0 ? { ...stage, mentees: stage.mentees.map((price, row) => (row === 0 ? price - 1 : price)) } : stage,
    );
    expect(verify(PROBLEM, withProof({ stages }))).toEqual([
      'who: a pair is worth more than its prices',
      'who: participation is not what the prices add up to',
    ]);
  });

  it('a pair given up without cause', () => {
    expect(verify(PROBLEM, withProof({ givenUp: [['e0', 'm1']] }))).toContain('who: gave up a pair without cause');
  });

  it('a private stage that is missing', () => {
    expect(verify(PROBLEM, { ...ANSWER, withWhom: null })).toContain('private stage: missing or not asked for');
  });

  it('another problem than the one that was solved', () => {
    const fit = PROBLEM.fit.with(0, 89_999);
    expect(verify({ ...PROBLEM, fit }, ANSWER)).not.toEqual([]);
    expect(verify({ ...PROBLEM, vetoes: [...PROBLEM.vetoes, ['e4', 'm3']] }, ANSWER)).not.toEqual([]);
    expect(verify({ ...PROBLEM, fairness: 'none' }, ANSWER)).not.toEqual([]);
    expect(verify({ ...PROBLEM, locks: [] }, ANSWER)).not.toEqual([]);
    expect(verify({ ...PROBLEM, objective: 'quality' }, ANSWER)).not.toEqual([]);
  });

  it('a worse plan shown with the same proof', () => {
    const matches = ANSWER.matches.slice(1);
    expect(verify(PROBLEM, { ...ANSWER, matches })).toContain('the pairs shown are not the pairs proved');
  });
});
