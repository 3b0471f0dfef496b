import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { folder, MATRIX, PEOPLE, run } from './problem-runs';

const answerTo = (problem: object) => JSON.parse(run(problem).text);

it('answers the example of the manual', () => {
  const problem = {
    mentees: [{ id: 'e1', priority: 1 }],
    mentors: [{ id: 'm1', capacity: 2 }],
    pairs: [['e1', 'm1', 87.5]],
    seed: '',
    objective: 'participation',
    fairness: 'none',
    minimumScore: 0,
    locks: [['e1', 'm1']],
    vetoes: [],
    previous: [],
  };
  expect(answerTo(problem)).toEqual({
    matches: [{ mentee: 'e1', mentor: 'm1', score: 87.5 }],
    unmatched: [],
    matched: 1,
    total: 87.5,
    stage: 'total',
    objectiveValue: 87.5,
    certificate: {
      mentees: { e1: 87.5 },
      mentors: { m1: 0 },
      gap: 0,
      scope: 'all pairs',
      stages: [
        { stage: 'participation', value: 1, mentees: { e1: 1 }, mentors: { m1: 0 } },
        { stage: 'total', value: 87.5, mentees: { e1: 87.5 }, mentors: { m1: 0 } },
      ],
    },
  });
});

it('gives the same plan for a list, a matrix and a binary file', () => {
  const ids = (row: number, column: number) => [`e${row + 1}`, `m${column + 1}`];
  const pairs = MATRIX.flatMap((row, r) =>
    row.flatMap((score, c) => (score === null ? [] : [[...ids(r, c), score]])),
  ).reverse();
  const bytes = Buffer.alloc(24);
  MATRIX.flat().forEach((score, at) => bytes.writeInt32LE(score === null ? -2147483648 : score * 1000, 4 * at));
  writeFileSync(join(folder, 'scores.i32'), bytes);
  const texts = [{ pairs }, { matrix: MATRIX }, { binary: { file: 'scores.i32', rows: 3, columns: 2 } }].map(
    (form) => run({ ...PEOPLE, ...form }).text,
  );
  expect(new Set(texts).size).toBe(1);
  expect(JSON.parse(texts[0] ?? '')).toMatchObject({
    matches: [
      { mentee: 'e1', mentor: 'm2', score: 80.125 },
      { mentee: 'e2', mentor: 'm1', score: 85 },
    ],
    unmatched: ['e3'],
    matched: 2,
    total: 165.125,
  });
});

it.each([
  ['quality', { objective: 'quality', minimumScore: 80 }, 165.125],
  ['quality that none reaches', { objective: 'quality', minimumScore: 99 }, 0],
  ['maximin', { fairness: 'maximin' }, 165.125],
  ['leximin', { fairness: 'leximin', levels: 10 }, 165.125],
  ['a veto', { vetoes: [['e1', 'm2']] }, 160],
  ['a lock', { locks: [['e1', 'm1']] }, 160],
])('solves under %s', (_, terms, total) => {
  expect(answerTo({ ...PEOPLE, matrix: MATRIX, ...terms })).toMatchObject({ total });
});

it('says the floor under maximin', () => {
  const answer = answerTo({ ...PEOPLE, matrix: MATRIX, fairness: 'maximin' });
  expect(answer.certificate.floor).toBe(80.125);
});

it('takes empty sides', () => {
  expect(answerTo({ mentees: [], mentors: [], pairs: [] })).toMatchObject({ matches: [], matched: 0, total: 0 });
  expect(answerTo({ ...PEOPLE, mentors: [], matrix: [[], [], []] })).toMatchObject({ unmatched: ['e1', 'e2', 'e3'] });
});

it('writes to a file, and tells the time to those who watch only', () => {
  const out = join(folder, 'answer.json');
  const { code, text, said } = run({ ...PEOPLE, matrix: MATRIX }, '--out', out);
  expect({ code, text, said }).toEqual({
    code: 0,
    text: '',
    said: ['read in 0 ms, solved in 0 ms, proved over all pairs in 0 ms'],
  });
  expect(readFileSync(out, 'utf8')).toBe(run({ ...PEOPLE, matrix: MATRIX }).text);
});
