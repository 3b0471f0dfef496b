import { expect, it } from 'vitest';
import type { PairList } from '@/domain/matching/kernels/pair-list';
import { NOT_ALLOWED, type AnyProblem, type Problem } from '@/domain/matching/problem';
import { verify } from '@/domain/matching/verify';
import { fromTable } from './small-problems';
import { asList, asRows, PROBLEM, solved } from './verify-case';

const ANSWER = solved(PROBLEM);

/** The least utility that is worth more than `price`; prices are those of one stage. */
const LEAST_ABOVE = {
  none: (price: number) => price + 1,
  balanced: (price: number) => {
    let utility = 0;
    while (utility <= 120_000 && Math.round((240_000 * utility - utility * utility) / 14_400) <= price) utility += 1;
    return utility;
  },
};

const asMatrix = (problem: Problem): AnyProblem => problem;
it.each([
  ['none', 7, asMatrix],
  ['none', 8, asRows],
  ['none', 9, asList],
  ['none', 19, asMatrix],
  ['balanced', 8, asMatrix],
  ['balanced', 9, asRows],
  ['balanced', 19, asList],
] as const)('notices every single pair that would be worth more: %s, %i mentors, %o', (fairness, width, formed) => {
  const table = Array.from({ length: 5 }, (_, row) =>
    Array.from({ length: width }, (_unused, column) =>
      (row + column) % 7 === 6 ? null : 20_000 + ((row * 7919 + column * 4243 + row * column * 977) % 40_000),
    ),
  );
  // The last mentor has no place, and the pair of the third mentee and mentor is vetoed: those may be worth anything.
  const mentors = Array.from({ length: width }, (_, at) => ({
    id: `m${at}`,
    capacity: at === width - 1 ? 0 : 1 + (at % 2),
  }));
  const problem = fromTable(table, { fairness, mentors, vetoes: [['e2', 'm2']] });
  const answer = solved(problem);
  const stage = answer.who.stages[1];
  const isMade = (row: number, column: number) =>
    answer.matches.some(({ mentee, mentor }) => mentee === `e${row}` && mentor === `m${column}`);
  for (let row = 0; row < 5; row += 1) {
    for (let column = 0; column < width; column += 1) {
      if (isMade(row, column)) continue;
      const price = (stage?.mentees[row] ?? 0) + (stage?.mentors[column] ?? 0);
      const fit = LEAST_ABOVE[fairness](price);
      if (fit > 100_000) continue;
      const at = row * width + column;
      const withFit = (value: number) => verify(formed({ ...problem, fit: problem.fit.with(at, value) }), answer);
      const isOpen = column < width - 1 && !(row === 2 && column === 2);
      expect([row, column, withFit(fit)]).toEqual([
        row,
        column,
        isOpen ? ['who: a pair is worth more than its prices'] : [],
      ]);
      expect([row, column, withFit(fit - 1)]).toEqual([row, column, []]);
    }
  }
});

it('notices every single pair whose private part would be worth more', () => {
  const { privatePart } = PROBLEM;
  if (!privatePart || !ANSWER.withWhom) throw new Error('There is no private part.');
  const made = new Set(ANSWER.matches.map(({ mentee, mentor }) => `${mentee} ${mentor}`));
  let noticed = 0;
  PROBLEM.fit.forEach((fit, cell) => {
    const [row, column] = [Math.floor(cell / 4), cell % 4];
    const [mentee, mentor] = [PROBLEM.mentees[row]?.id ?? '', PROBLEM.mentors[column]?.id ?? ''];
    const isChosen = ANSWER.who.matches.some(([id]) => id === mentee);
    if (fit === NOT_ALLOWED || !isChosen || made.has(`${mentee} ${mentor}`) || mentor === 'm3') return;
    if (PROBLEM.vetoes.some((veto) => veto.join() === [mentee, mentor].join())) return;
    const stage = ANSWER.withWhom?.stages[1];
    const least = LEAST_ABOVE.balanced((stage?.mentees[row] ?? 0) + (stage?.mentors[column] ?? 0)) - fit;
    if (least < 1 || least > 20_000) return;
    const withExtra = (value: number) => verify({ ...PROBLEM, privatePart: privatePart.with(cell, value) }, ANSWER);
    expect([cell, withExtra(least)]).toEqual([cell, ['withWhom: a pair is worth more than its prices']]);
    expect([cell, withExtra(least - 1)]).toEqual([cell, []]);
    noticed += 1;
  });
  expect(noticed).toBeGreaterThan(1);
});

it('refuses a problem that is none: ids, sizes, priorities, capacities, numbers out of range', () => {
  const base = fromTable([
    [50_000, 40_000],
    [30_000, null],
  ]);
  const answer = solved(base);
  const [first, second] = base.mentees;
  if (!first || !second) throw new Error('Nobody is there.');
  const faults = (over: Partial<Problem>) => verify({ ...base, ...over }, answer);
  expect(faults({})).toEqual([]);
  expect(faults({ mentees: [first, first] })).toContain('problem: an id stands twice');
  expect(faults({ fit: base.fit.slice(1) })).toContain('problem: wrong size of the fit matrix');
  expect(faults({ privatePart: new Int32Array(3) })).toContain('problem: wrong size of the private matrix');
  expect(faults({ fit: base.fit.with(0, 100_001) })).toEqual(['problem: a fit out of range']);
  expect(faults({ fit: base.fit.with(0, -1) })).toEqual(['problem: a fit out of range']);
  expect(faults({ privatePart: Int32Array.of(0, 20_001, 0, 0) })).toEqual(['problem: a private part out of range']);
  expect(faults({ privatePart: Int32Array.of(0, NOT_ALLOWED, 0, 0) })).toEqual([
    'problem: a private part out of range',
  ]);
  for (const priority of [0, 1.5])
    expect(faults({ mentees: [{ ...first, priority }, second] })).toEqual(['problem: a bad priority']);
  for (const capacity of [-1, 0.5])
    expect(faults({ mentors: base.mentors.map((one) => ({ ...one, capacity })) })).toEqual(['problem: a bad capacity']);
  const listed = asList(base);
  if (!('pairs' in listed) || !('start' in listed.pairs)) throw new Error('It is no list.');
  const { start, column, score } = listed.pairs;
  const ofList = (pairs: Partial<PairList>) => verify({ ...listed, pairs: { start, column, score, ...pairs } }, answer);
  expect(ofList({})).toEqual([]);
  expect(ofList({ start: start.slice(1) })).toContain('problem: wrong size of the list of pairs');
  expect(ofList({ score: score.slice(1) })).toContain('problem: wrong size of the list of pairs');
  expect(ofList({ start: Int32Array.of(0, 4, 3) })).toContain('problem: a list of pairs out of order');
  for (const place of [-1, 2])
    expect(ofList({ column: column.with(0, place) })).toContain('problem: a pair with nobody');
  expect(ofList({ score: score.with(0, 100_001) })).toContain('problem: a fit out of range');
});
