import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runSolve } from '@/cli/solve';
import { folder, MATRIX, PEOPLE, run } from './problem-runs';

describe('names what is wrong, line by line, and ends with 2', () => {
  it.each<[string, unknown, (string | RegExp)[]]>([
    ['no JSON', '{', [/problem\.json: no valid JSON/]],
    ['NaN', '{"mentees": NaN}', [/problem\.json: no valid JSON/]],
    ['an unknown key', { ...PEOPLE, matrix: MATRIX, colour: 1 }, ['unknown key "colour"']],
    [
      'duplicate ids',
      {
        mentees: [{ id: 'e' }, { id: 'e' }],
        mentors: [
          { id: 'm', capacity: 1 },
          { id: 'm', capacity: 1 },
        ],
        pairs: [],
      },
      ['duplicate mentee id "e"', 'duplicate mentor id "m"'],
    ],
    [
      'a negative capacity',
      { mentees: [], mentors: [{ id: 'm', capacity: -1 }], pairs: [] },
      [/capacity -1 is negative/],
    ],
    ['a bad priority', { mentees: [{ id: 'e', priority: 0 }], mentors: [], pairs: [] }, [/^mentees \[0\] priority: /]],
    [
      'unknown ids',
      {
        ...PEOPLE,
        pairs: [
          ['x', 'm1', 1],
          ['e1', 'y', 1],
        ],
        locks: [],
      },
      ['pairs [0]: unknown mentee "x"', 'pairs [1]: unknown mentor "y"'],
    ],
    ['an unknown id in a lock', { ...PEOPLE, pairs: [], locks: [['x', 'm1']] }, ['locks: unknown mentee "x"']],
    [
      'a pair twice',
      {
        ...PEOPLE,
        pairs: [
          ['e1', 'm1', 1],
          ['e1', 'm1', 2],
        ],
      },
      ['pairs: ["e1","m1"] stands twice'],
    ],
    [
      'a score out of range',
      { ...PEOPLE, pairs: [['e1', 'm1', 101]] },
      ['pairs [0]: score 101 is not between 0 and 100'],
    ],
    [
      'a score that is too large to be finite',
      `{"mentees":[{"id":"e"}],"mentors":[{"id":"m","capacity":1}],"pairs":[["e","m",1e999]]}`,
      ['pairs [0]: score Infinity is not finite'],
    ],
    [
      'four decimals',
      { ...PEOPLE, pairs: [['e1', 'm1', 1.0001]] },
      ['pairs [0]: score 1.0001 has more than three decimals'],
    ],
    ['no score', { ...PEOPLE, pairs: [['e1', 'm1', '7']] }, ['pairs [0]: score "7" is not a number']],
    ['a short matrix', { ...PEOPLE, matrix: [[1, 2]] }, ['matrix: 1 rows for 3 mentees']],
    ['a ragged matrix', { ...PEOPLE, matrix: [[1, 2], [1], [1, 2]] }, ['matrix [1]: not 2 scores, one per mentor']],
    [
      'two forms',
      { ...PEOPLE, pairs: [], matrix: [] },
      ['give exactly one of pairs, matrix, binary; here pairs, matrix'],
    ],
    [
      'a binary file that is not there',
      { ...PEOPLE, binary: { file: 'no.i32', rows: 3, columns: 2 } },
      [/no\.i32: cannot be read \(ENOENT\)/],
    ],
    [
      'locks that conflict',
      {
        ...PEOPLE,
        matrix: MATRIX,
        locks: [
          ['e1', 'm1'],
          ['e2', 'm1'],
          ['e1', 'm2'],
        ],
      },
      ['conflicting locks: e1 with m1 and e1 with m2 give one mentee two mentors.'],
    ],
    [
      'a lock on a pair that is not allowed',
      { ...PEOPLE, matrix: MATRIX, locks: [['e3', 'm1']] },
      [/e3 with m1 is excluded/],
    ],
  ])('%s', (_, problem, faults) => {
    const { code, text, said } = run(problem);
    expect({ code, text, said }).toEqual({
      code: 2,
      text: '',
      said: faults.map((fault) => (typeof fault === 'string' ? fault : expect.stringMatching(fault))),
    });
  });

  it('a binary file of another size, or with a score that is none', () => {
    writeFileSync(join(folder, 'short.i32'), Buffer.alloc(20));
    const form = { file: 'short.i32', rows: 3, columns: 2 };
    expect(run({ ...PEOPLE, binary: form }).said).toEqual(['binary: wrong file size, 20 bytes instead of 24']);
    writeFileSync(join(folder, 'short.i32'), Buffer.from(Int32Array.of(0, 0, 0, 100_001, 0, 0).buffer));
    expect(run({ ...PEOPLE, binary: form }).said).toEqual(['binary [1][1]: 100001 is not between 0 and 100000']);
    expect(run({ ...PEOPLE, binary: { ...form, rows: 2 } }).said[0]).toBe('binary: 2 rows for 3 mentees');
  });

  it('wrong arguments', () => {
    const around = { folder, out: () => undefined, say: () => undefined, now: () => 0 };
    expect(runSolve([], around)).toBe(2);
    expect(runSolve(['no-such-file.json'], around)).toBe(2);
    expect(runSolve(['a.json', '--fast'], around)).toBe(2);
  });
});
