// Problems in the style of public assignment instances, written by us, whose optimum is known without a solver.
import { expect, it } from 'vitest';
import { NOT_ALLOWED, type Problem } from '@/domain/matching/problem';
import { solve } from '@/domain/matching/solve';
import { verify } from '@/domain/matching/verify';
import { seededRandom } from '../../../prisma/demo/random';
import { buildProblem } from './small-problems';

const range = (count: number) => Array.from({ length: count }, (_, at) => at);
const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

function problemOf(table: readonly (readonly number[])[], capacity: readonly number[]): Problem {
  return buildProblem({
    mentees: table.map((_, row) => ({ id: `e${row}`, priority: 1 })),
    mentors: capacity.map((places, column) => ({ id: `m${column}`, capacity: places })),
    fit: Int32Array.from(table.flat()),
  });
}

function bestTotal(
  table: readonly (readonly number[])[],
  capacity: readonly number[],
): [matched: number, total: number] {
  const problem = problemOf(table, capacity);
  const answer = solve(problem);
  if (!answer) throw new Error('Nobody cancelled.');
  expect(verify(problem, answer)).toEqual([]);
  return [answer.matches.length, answer.totalFit];
}

it.each([5, 40, 160])('products of row and column, %i: the largest goes with the smallest (rearrangement)', (n) => {
  // Of Machol and Wien's kind, on which shortest paths are as long as they can be.
  const unit = Math.floor(100_000 / n ** 2);
  const table = range(n).map((i) => range(n).map((j) => 100_000 - unit * (i + 1) * (j + 1)));
  expect(
    bestTotal(
      table,
      range(n).map(() => 1),
    ),
  ).toEqual([n, 100_000 * n - (unit * (n * (n + 1) * (n + 2))) / 6]);
});

it.each([7, 60, 180])('points on a line, %i: nobody overtakes anybody', (n) => {
  const random = seededRandom(n);
  const [here, there] = [range(n).map(() => random.whole(50_000)), range(n).map(() => random.whole(50_000))];
  const table = here.map((x) => there.map((y) => 100_000 - Math.abs(x - y)));
  const rising = (points: readonly number[]) => points.toSorted((a, b) => a - b);
  const gaps = rising(here).map((x, at) => Math.abs(x - (rising(there)[at] ?? 0)));
  expect(
    bestTotal(
      table,
      range(n).map(() => 1),
    ),
  ).toEqual([n, 100_000 * n - sum(gaps)]);
});

it.each([
  [30, 12, 40],
  [150, 60, 900],
  [150, 60, 0],
])(
  'prices planted before the scores, %i × %i, slack up to %i: they cost what the plan is worth',
  (rows, columns, slack) => {
    const random = seededRandom(rows + columns + slack);
    const capacity = range(columns).map(() => 1 + random.whole(4));
    const places = capacity.flatMap((count, column) => range(count).map(() => column)).slice(0, rows);
    const [rowPrice, columnPrice] = [
      range(rows).map(() => random.whole(40_000)),
      range(columns).map(() => random.whole(40_000)),
    ];
    // Mentors who are not full ask nothing.
    capacity.forEach((count, column) => {
      if (places.filter((own) => own === column).length < count) columnPrice[column] = 0;
    });
    const table = rowPrice.map((own, row) =>
      columnPrice.map((price, column) =>
        places[row] === column ? own + price : Math.max(0, own + price - random.whole(slack + 1)),
      ),
    );
    const total = sum(rowPrice.slice(0, places.length)) + sum(places.map((column) => columnPrice[column] ?? 0));
    if (places.length === rows) expect(bestTotal(table, capacity)).toEqual([rows, total]);
    else expect(bestTotal(table.slice(0, places.length), capacity)).toEqual([places.length, total]);
  },
);

/** The best total by dynamic programming over sets of places (Held and Karp's way), most people first. */
function byTables(table: readonly (readonly number[])[], capacity: readonly number[]): [number, number] {
  const places = capacity.flatMap((count, column) => range(count).map(() => column));
  const better = (a: readonly [number, number], b: readonly [number, number]) =>
    a[0] > b[0] || (a[0] === b[0] && a[1] > b[1]);
  let best = new Map<number, [number, number]>([[0, [0, 0]]]);
  for (const row of table) {
    const next = new Map(best);
    for (const [taken, [count, total]] of best) {
      places.forEach((column, place) => {
        const score = row[column] ?? NOT_ALLOWED;
        if ((taken >> place) & 1 || score === NOT_ALLOWED) return;
        const found: [number, number] = [count + 1, total + score];
        const set = taken | (1 << place);
        const known = next.get(set);
        if (!known || better(found, known)) next.set(set, found);
      });
    }
    best = next;
  }
  return [...best.values()].reduce((a, b) => (better(b, a) ? b : a));
}

it.each(range(24))('costs from 1 to 100, as in the OR-Library, and gaps, as tables of all sets find it: %i', (seed) => {
  const random = seededRandom(seed + 1);
  const [rows, columns] = [4 + random.whole(8), 3 + random.whole(4)];
  const capacity = range(columns).map(() => random.whole(4));
  while (sum(capacity) > 11) capacity[capacity.findIndex((count) => count > 0)]! -= 1;
  const table = range(rows).map(() =>
    range(columns).map(() => (random.whole(6) === 0 ? NOT_ALLOWED : 100_000 - 1000 * (1 + random.whole(100)))),
  );
  expect(bestTotal(table, capacity)).toEqual(byTables(table, capacity));
});
