import { describe, expect, it } from 'vitest';
import { arrange, at } from '@/domain/matching/arrange';
import { balanced } from '@/domain/matching/balance';
import { byText, pairKey, type Problem, type WideProblem } from '@/domain/matching/problem';
import { fitAt, placesIn } from '@/domain/matching/scores';
import { solve } from '@/domain/matching/solve';
import { textHash, tieKey } from '@/domain/matching/tie-key';
import { fromTable } from './small-problems';

const people = (ids: string[], places: number[]): Pick<Problem, 'mentees' | 'mentors'> => ({
  mentees: ids.map((id) => ({ id, priority: 1 })),
  mentors: ids.map((id, k) => ({ id: `to ${id}`, capacity: places[k] ?? 1 })),
});
const NINE = [
  [90, 80, 70],
  [60, 50, 40],
  [30, 20, 10],
];

describe('arrange', () => {
  it('puts people in the order of their ids, without those who are locked', () => {
    const problem = fromTable(NINE, {
      ...people(['cy', 'al', 'bo'], [5, 2, 1]),
      locks: [
        ['bo', 'to cy'],
        ['bo', 'to cy'],
      ],
    });
    expect(arrange(problem)).toEqual({
      locks: [['bo', 'to cy']],
      rows: [1, 0],
      columns: [1, 2, 0],
      // Of five places one is taken, and two people are left for the four others.
      capacity: Int32Array.of(2, 1, 2),
    });
    const tight = { ...problem, ...people(['cy', 'al', 'bo'], [2, 0, 1]) };
    expect(
      arrange({
        ...tight,
        locks: [
          ['cy', 'to cy'],
          ['al', 'to cy'],
        ],
      }),
    ).toEqual({
      locks: [
        ['al', 'to cy'],
        ['cy', 'to cy'],
      ],
      rows: [2],
      columns: [1, 2, 0],
      capacity: Int32Array.of(0, 1, 0),
    });
  });

  it('does not read beyond a list', () => {
    expect(at(['a', 'b'], 1)).toBe('b');
    expect(() => at(['a', 'b'], 2)).toThrow(new RangeError('No entry 2 among 2'));
  });
});

it('bends utilities so that a point counts for more where there are few', () => {
  expect([0, 1, 60_000, 119_999, 120_000].map(balanced)).toEqual([0, 17, 750_000, 1_000_000, 1_000_000]);
  expect([30_000, 90_000].map((utility) => balanced(utility + 1000) - balanced(utility))).toEqual([12_431, 4097]);
});

it('orders ids by their code units, and keeps ids of a pair apart', () => {
  expect(['b', 'B', 'ä', 'a', 'b'].sort(byText)).toEqual(['B', 'a', 'b', 'b', 'ä']);
  expect([byText('a', 'b'), byText('b', 'a'), byText('a', 'a')]).toEqual([-1, 1, 0]);
  expect(pairKey('a","b', 'c')).toBe('["a\\",\\"b","c"]');
});

it('hashes texts and pairs of hashes as it always did: a plan must not change from release to release', () => {
  expect(['', 'a', 'e1', 'autumn\nmentee\ne1'].map(textHash)).toEqual([
    -1421968373, 444641715, 2132947933, -1227010962,
  ]);
  expect(
    [
      [0, 0],
      [1, 0],
      [0, 1],
      [-5, 77],
      [textHash('a'), textHash('b')],
    ].map(([a = 0, b = 0]) => tieKey(a, b)),
  ).toEqual([1, 75448507, 201053988, 253781077, 997315791]);
});

describe('fitAt', () => {
  const matrix = fromTable([
    [10, null, 30],
    [null, 50, 60],
  ]);
  const { fit: _, ...terms } = matrix;
  const listed: WideProblem = {
    ...terms,
    pairs: {
      start: Int32Array.of(0, 2, 4),
      column: Int32Array.of(0, 2, 2, 1),
      score: Int32Array.of(10, 30, 60, 50),
    },
  };
  const byRows: WideProblem = { ...terms, pairs: { rowOf: (row) => matrix.fit.subarray(3 * row, 3 * row + 3) } };
  const none = -2147483648;

  it.each([
    ['matrix', matrix],
    ['list', listed],
    ['rows', byRows],
  ])('reads a %s', (_name, problem) => {
    const cells = [0, 1].map((row) => [0, 1, 2].map((column) => fitAt(problem, row, column)));
    expect(cells).toEqual([
      [10, none, 30],
      [none, 50, 60],
    ]);
    expect(fitAt(problem, 1, 7)).toBe(none);
  });

  it('has no fit for somebody who is not there', () => {
    expect([fitAt(matrix, 5, 0), fitAt(listed, 5, 0), fitAt(listed, 0, -1)]).toEqual([none, none, none]);
  });

  it('knows where each person stands', () => {
    expect(placesIn(matrix)).toEqual({
      row: new Map([
        ['e0', 0],
        ['e1', 1],
      ]),
      column: new Map([
        ['m0', 0],
        ['m1', 1],
        ['m2', 2],
      ]),
    });
  });
});

describe('solve', () => {
  const problem = fromTable(NINE, {
    ...people(['cy', 'al', 'bo'], [1, 1, 0]),
    locks: [['bo', 'to cy']],
  });

  it('shows matches by mentee, locked ones among them, and who is left', () => {
    const { matches, unmatched, totalFit, minimumFit } = solve(problem) ?? {};
    expect({ matches, unmatched, totalFit, minimumFit }).toEqual({
      matches: [
        { mentee: 'bo', mentor: 'to cy', fit: 30, locked: true },
        { mentee: 'cy', mentor: 'to al', fit: 80, locked: false },
      ],
      unmatched: ['al'],
      totalFit: 110,
      minimumFit: 30,
    });
  });

  it('shows locked ones in their place among the others', () => {
    const { matches } = solve({ ...problem, ...people(['cy', 'al', 'bo'], [1, 1, 1]), locks: [['cy', 'to cy']] }) ?? {};
    expect(matches?.map(({ mentee, mentor }) => `${mentee} ${mentor}`)).toEqual(['al to al', 'bo to bo', 'cy to cy']);
  });

  it('has no least fit where nobody is matched', () => {
    const { minimumFit, totalFit, unmatched } =
      solve({ ...problem, locks: [], fit: problem.fit.map(() => -(2 ** 31)) }) ?? {};
    expect({ minimumFit, totalFit, unmatched }).toEqual({
      minimumFit: null,
      totalFit: 0,
      unmatched: ['al', 'bo', 'cy'],
    });
  });

  it('names people by their ids where nobody says how', () => {
    expect(() => solve({ ...problem, locks: [['x', 'y']] })).toThrow(
      expect.objectContaining({
        code: 'matching.lock_conflict',
        detail: 'x with y names somebody who is not in this problem.',
      }),
    );
  });

  it('gives nothing when it is stopped, and asks as often as this', () => {
    const table = Array.from({ length: 40 }, (__, row) => [row, 50]);
    const wide = fromTable(table, { mentors: ['m0', 'm1'].map((id) => ({ id, capacity: 20 })) });
    let all = 0;
    solve(wide, { cancelled: () => (all += 1) < 0 });
    expect(all).toBe(18);
    for (let stop = 1; stop <= all; stop += 1) {
      let asked = 0;
      expect(solve(wide, { cancelled: () => (asked += 1) === stop })).toBeNull();
      expect(asked).toBe(stop);
    }
  });

  it('lets every error through that is not a wish to stop', () => {
    const broken = new Error('broken');
    const onProgress = () => {
      throw broken;
    };
    expect(() => solve(problem, { onProgress })).toThrow(broken);
  });
});
