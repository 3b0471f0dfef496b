import fc from 'fast-check';
import { expect, it } from 'vitest';
import { balanced } from '@/domain/matching/balance';
import { comparePlans } from '@/domain/matching/compare';
import { canonicalInputs } from '@/domain/matching/inputs-hash';
import { fromTable, reordered, smallProblem } from './small-problems';

it('sets two plans side by side', () => {
  const before = [
    { mentee: 'e1', mentor: 'm1', fit: 60_000 },
    { mentee: 'e2', mentor: 'm2', fit: 70_000 },
    { mentee: 'e3', mentor: 'm3', fit: 50_000 },
  ];
  const after = [
    { mentee: 'e1', mentor: 'm2', fit: 90_000 },
    { mentee: 'e3', mentor: 'm3', fit: 50_000 },
    { mentee: 'e4', mentor: 'm1', fit: 40_000 },
  ];
  expect(comparePlans(before, after)).toEqual({
    before: { matched: 3, totalFit: 180_000, minimumFit: 50_000 },
    after: { matched: 3, totalFit: 180_000, minimumFit: 40_000 },
    changes: [
      { mentee: 'e1', kind: 'moved', from: 'm1', to: 'm2', fitChange: 30_000 },
      { mentee: 'e2', kind: 'lost', from: 'm2', to: null, fitChange: -70_000 },
      { mentee: 'e3', kind: 'same', from: 'm3', to: 'm3', fitChange: 0 },
      { mentee: 'e4', kind: 'gained', from: null, to: 'm1', fitChange: 40_000 },
    ],
  });
  expect(comparePlans(before.toReversed(), after.toReversed())).toEqual(comparePlans(before, after));
  expect(comparePlans([], []).before).toEqual({ matched: 0, totalFit: 0, minimumFit: null });
});

it('writes the inputs the same for every order of rows, without the private part', () => {
  fc.assert(
    fc.property(smallProblem, (problem) => {
      const rows = [...problem.mentees.keys()].reverse();
      const columns = [...problem.mentors.keys()].reverse();
      const { privatePart: _, ...open } = problem;
      expect(canonicalInputs(reordered(open, rows, columns))).toBe(canonicalInputs(problem));
    }),
    { numRuns: 200 },
  );
});

it('writes every input that can change a plan', () => {
  const problem = fromTable([
    [1, null],
    [2, 3],
  ]);
  const others = [
    { fit: problem.fit.with(0, 2) },
    { fit: problem.fit.with(1, 0) },
    { mentees: problem.mentees.map((mentee) => ({ ...mentee, priority: 2 })) },
    { mentors: problem.mentors.map((mentor) => ({ ...mentor, capacity: 2 })) },
    { locks: [['e0', 'm0']] as const },
    { vetoes: [['e0', 'm0']] as const },
    { previous: [['e0', 'm0']] as const },
    { bothRoles: [['e0', 'm0']] as const },
    { objective: 'quality' as const },
    { minimumScore: 1 },
    { fairness: 'balanced' as const },
    { seed: 'x' },
  ];
  const texts = [problem, ...others.map((other) => ({ ...problem, ...other }))].map(canonicalInputs);
  expect(new Set(texts).size).toBe(others.length + 1);
});

it.each([
  [0, 0],
  [1, 17],
  [60_000, 750_000],
  [100_000, 972_222],
  [120_000, 1_000_000],
])('balanced(%i) is %i', (utility, worth) => {
  expect(balanced(utility)).toBe(worth);
});
