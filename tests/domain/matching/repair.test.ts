import fc from 'fast-check';
import { expect, it } from 'vitest';
import { NOT_ALLOWED, type Pair, type Problem } from '@/domain/matching/problem';
import { repair, type RepairAsked } from '@/domain/matching/whatif/repair';
import { solvedPublicly } from '@/domain/matching/whatif/resolve';
import { runs } from './runs';
import { everyPlan, worthOf } from './brute-force';
import { fromTable, publicProblem } from './small-problems';

const pairsOf = (problem: Problem) =>
  solvedPublicly(problem).matches.map(({ mentee, mentor }): Pair => [mentee, mentor]);
const isSame = (a: Pair) => (b: Pair) => a[0] === b[0] && a[1] === b[1];

/** The problem without those who withdrew. */
function left(problem: Problem, { withdrawn, frozen }: RepairAsked): Problem {
  const width = problem.mentors.length;
  const isGone = (cell: number) =>
    withdrawn.mentees.includes(problem.mentees[Math.floor(cell / width)]?.id ?? '') ||
    withdrawn.mentors.includes(problem.mentors[cell % width]?.id ?? '');
  return { ...problem, fit: problem.fit.map((fit, cell) => (isGone(cell) ? NOT_ALLOWED : fit)), locks: frozen };
}

/** The best worth of a plan with so few changes, among those that serve most; null when there is none. */
function bruteRepair(problem: Problem, asked: RepairAsked): number[] | null {
  const rest = left(problem, asked);
  const staying = asked.plan.filter(
    ([menteeId, mentorId]) =>
      !asked.withdrawn.mentees.includes(menteeId) && !asked.withdrawn.mentors.includes(mentorId),
  );
  const plans = everyPlan(rest).map((plan) => ({
    worth: worthOf(rest, plan, false),
    changed: staying.filter((pair) => !plan.some(isSame(pair))).length,
  }));
  const served = Math.max(...plans.map(({ worth }) => worth[0] ?? 0));
  const fit = plans.filter(({ worth, changed }) => worth[0] === served && changed <= asked.mostChanged);
  const inOrder = fit.map(({ worth: [, , balanced = 0, total = 0] }) => [balanced, total]);
  return inOrder.sort(([a = 0, b = 0], [c = 0, d = 0]) => c - a || d - b)[0] ?? null;
}

const asking = publicProblem
  .filter(({ locks }) => locks.length === 0)
  .chain((problem) =>
    fc.record({
      problem: fc.constant(problem),
      mentor: fc.nat(problem.mentors.length - 1),
      mentee: fc.option(fc.nat(problem.mentees.length - 1)),
      frozen: fc.nat(2),
      mostChanged: fc.nat(3),
    }),
  );

it('repairs as trying all plans does, wherever it says so', () => {
  let proved = 0;
  let asked = 0;
  fc.assert(
    fc.property(asking, ({ problem, mentor, mentee, frozen, mostChanged }) => {
      const withdrawn = {
        mentees: mentee === null ? [] : [problem.mentees[mentee]?.id ?? ''],
        mentors: [problem.mentors[mentor]?.id ?? ''],
      };
      const plan = pairsOf(problem);
      const remaining = plan.filter(
        (pair) => !withdrawn.mentees.includes(pair[0]) && !withdrawn.mentors.includes(pair[1]),
      );
      const wish = { plan, withdrawn, frozen: remaining.slice(0, frozen), mostChanged };
      const found = repair(problem, wish);
      const best = bruteRepair(problem, wish);
      asked += 1;
      if (found === null || best === null) {
        expect([found, best]).toEqual([null, null]);
        return;
      }
      const [, , balanced = 0, total = 0] = worthOf(left(problem, wish), [...found.plan], false);
      expect(found.changed).toBeLessThanOrEqual(mostChanged);
      expect(remaining.filter((pair) => !found.plan.some(isSame(pair))).length).toBe(found.changed);
      if (!found.proved) return;
      proved += 1;
      expect([balanced, total]).toEqual(best);
    }),
    runs(400),
  );
  expect(proved / asked).toBeGreaterThan(0.6);
});

it('tells who moves after whom', () => {
  const problem = fromTable([
    [90_000, 80_000, null],
    [null, 70_000, 60_000],
  ]);
  const plan: Pair[] = [
    ['e0', 'm0'],
    ['e1', 'm1'],
  ];
  const asked = { plan, withdrawn: { mentees: [], mentors: ['m0'] }, frozen: [] };
  expect(repair(problem, { ...asked, mostChanged: 1 })).toEqual({
    plan: [
      ['e0', 'm1'],
      ['e1', 'm2'],
    ],
    changed: 1,
    chains: [
      [
        { mentee: 'e0', kind: 'moved', from: 'm0', to: 'm1', fitChange: -10_000 },
        { mentee: 'e1', kind: 'moved', from: 'm1', to: 'm2', fitChange: -10_000 },
      ],
    ],
    proved: true,
  });
  expect(repair(problem, { ...asked, mostChanged: 0 })).toBeNull();
});
