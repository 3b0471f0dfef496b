import { expect, it } from 'vitest';
import { arrange } from '@/domain/matching/arrange';
import { Cancelled, searchPlan, type SolveHooks } from '@/domain/matching/plan-search';
import type { Pair, Problem, Proof } from '@/domain/matching/problem';
import { solve } from '@/domain/matching/solve';
import { fromTable } from './small-problems';

const found = (problem: Problem, keep: readonly Pair[] = [], hooks: SolveHooks = {}): Proof =>
  searchPlan({ problem, arranged: arrange(problem), aim: 'who', keep, hooks });
const texts = (pairs: readonly Pair[]) => pairs.map((pair) => pair.join(' '));
const planOf = (problem: Problem, keep: readonly Pair[] = []) => {
  const { matches, givenUp } = found(problem, keep);
  return { matches: texts(matches), givenUp: texts(givenUp) };
};

const BOTH: Pair[] = [0, 1, 2, 3].map((person) => [`e${person}`, `m${person}`]);

/** Everybody would best mentor whoever mentors them; what is second best differs. */
const ROUND = [
  [null, 90, 50, 10],
  [90, null, 40, 20],
  [30, 20, null, 95],
  [10, 35, 95, null],
].map((row) => row.map((points) => points && points * 1000));

it('gives up one pair of each two by which people would mentor each other, the first two by id first', () => {
  const problem = fromTable(ROUND, { bothRoles: BOTH });
  expect(planOf({ ...problem, bothRoles: [] })).toEqual({
    matches: ['e0 m1', 'e1 m0', 'e2 m3', 'e3 m2'],
    givenUp: [],
  });
  expect(planOf(problem)).toEqual({
    givenUp: ['e0 m1'],
    matches: ['e0 m2', 'e1 m0', 'e2 m3', 'e3 m1'],
  });
  // One person in both roles can mentor nobody who mentors them.
  expect(planOf({ ...problem, bothRoles: BOTH.slice(0, 1) }).givenUp).toEqual([]);
  expect(planOf({ ...problem, bothRoles: BOTH.slice(2) }).givenUp).toEqual(['e3 m2']);
});

it('finds the same clash first in whatever order people stand', () => {
  const problem = fromTable(ROUND, { bothRoles: BOTH });
  const turned = {
    ...problem,
    mentees: problem.mentees.toReversed(),
    mentors: problem.mentors.toReversed(),
    fit: problem.fit.toReversed(),
    bothRoles: BOTH.toReversed(),
  };
  expect(found(turned).givenUp).toEqual(found(problem).givenUp);
  expect(solve(turned)?.matches).toEqual(solve(problem)?.matches);
});

/** Two people who would mentor each other, and what else there is for both. */
const two = (other: readonly [number | null, number | null], over: Partial<Problem> = {}): Problem =>
  fromTable(
    [
      [null, 80_000, other[0]],
      [80_000, null, other[1]],
    ],
    { bothRoles: BOTH.slice(0, 2), ...over },
  );

it('gives up the pair without which more is possible, whatever comes first in this cycle', () => {
  expect(planOf(two([30_000, 20_000])).givenUp).toEqual(['e0 m1']);
  expect(planOf(two([20_000, 30_000])).givenUp).toEqual(['e1 m0']);
  expect(planOf(two([null, 10_000])).givenUp).toEqual(['e1 m0']);
  expect(planOf(two([10_000, null])).givenUp).toEqual(['e0 m1']);
  for (const fairness of ['balanced', 'maximin', 'leximin'] as const) {
    expect(planOf(two([30_000, 20_000], { fairness })).givenUp).toEqual(['e0 m1']);
    expect(planOf(two([20_000, 30_000], { fairness })).givenUp).toEqual(['e1 m0']);
  }
});

it('asks who is served before it asks how well, and for the worst match before the total', () => {
  const priority = (own: number[]) => own.map((number, row) => ({ id: `e${row}`, priority: number }));
  const scarce = two([null, null]);
  expect(planOf({ ...scarce, mentees: priority([1, 2]) }).givenUp).toEqual(['e0 m1']);
  expect(planOf({ ...scarce, mentees: priority([2, 1]) }).givenUp).toEqual(['e1 m0']);
  const lifted = fromTable(
    [
      [null, 90_000, 35_000],
      [40_000, null, 31_000],
    ],
    { bothRoles: BOTH.slice(0, 2) },
  );
  expect(planOf(lifted)).toEqual({ matches: ['e0 m1', 'e1 m2'], givenUp: ['e1 m0'] });
  expect(planOf({ ...lifted, fairness: 'maximin' })).toEqual({ matches: ['e0 m2', 'e1 m0'], givenUp: ['e0 m1'] });
});

it('gives up the first of two where both cost the same', () => {
  const even = two([30_000, 30_000]);
  const { givenUp } = planOf(even);
  expect(givenUp).toEqual(['e0 m1']);
  expect(planOf({ ...even, previous: [['e0', 'm1']] }).givenUp).toEqual(['e1 m0']);
  expect(planOf({ ...even, previous: [['e1', 'm0']] }).givenUp).toEqual(['e0 m1']);
});

it('gives up no pair that must be kept', () => {
  const problem = two([30_000, 20_000]);
  expect(planOf(problem, [['e0', 'm1']])).toEqual({ matches: ['e0 m1', 'e1 m2'], givenUp: ['e1 m0'] });
  expect(planOf(problem, [['e1', 'm0']])).toEqual({ matches: ['e0 m2', 'e1 m0'], givenUp: ['e0 m1'] });
});

it('tells the plan that it found, and stops wherever it is asked to', () => {
  const problem = fromTable(ROUND, { bothRoles: BOTH });
  const plans: string[] = [];
  found(problem, [], {
    onFound: ({ plan, market }) => plans.push(`${[...plan.columnOf].join(' ')} of ${market.face.rows}`),
  });
  expect(plans).toEqual(['1 0 3 2 of 4', '2 0 3 1 of 4', '1 3 0 2 of 4']);
  let all = 0;
  found(problem, [], { cancelled: () => (all += 1) < 0 });
  expect(all).toBe(39);
  for (let stop = 1; stop <= all; stop += 1) {
    let asked = 0;
    expect(() => found(problem, [], { cancelled: () => (asked += 1) === stop })).toThrow(Cancelled);
    expect(asked).toBe(stop);
  }
});
