import { expect, it } from 'vitest';
import { NOT_ALLOWED, type Problem } from '@/domain/matching/problem';
import { benchOf } from '@/domain/matching/reports/bench';

const X = NOT_ALLOWED;
const PROBLEM: Problem = {
  mentees: ['e1', 'e2', 'e3', 'e4'].map((id) => ({ id, priority: 1 })),
  mentors: [
    { id: 'm1', capacity: 1 },
    { id: 'm2', capacity: 2 },
    { id: 'm3', capacity: 1 },
  ],
  fit: Int32Array.of(90, 50, 40, 80, 70, 60, 30, 20, X, 35, X, 10),
  locks: [],
  vetoes: [],
  previous: [],
  bothRoles: [],
  objective: 'participation',
  minimumScore: 0,
  fairness: 'none',
  seed: '',
};
const MATCHES = [
  { mentee: 'e1', mentor: 'm1', fit: 90 },
  { mentee: 'e2', mentor: 'm2', fit: 70 },
];
const one = (problem: Partial<Problem>) => benchOf({ ...PROBLEM, ...problem }, MATCHES);

it('names the best free mentor for the mentee and the best waiting mentee for the mentor', () => {
  expect(one({})).toEqual([
    { mentee: 'e1', mentor: 'm1', nextMentor: { id: 'm2', fit: 50 }, nextMentee: { id: 'e4', fit: 35 } },
    { mentee: 'e2', mentor: 'm2', nextMentor: { id: 'm3', fit: 60 }, nextMentee: { id: 'e3', fit: 20 } },
  ]);
});

it('leaves out whom a veto, a rule, a minimum or a pair the other way round keeps apart', () => {
  expect(one({ vetoes: [['e1', 'm2']] })[0]?.nextMentor).toEqual({ id: 'm3', fit: 40 });
  expect(one({ vetoes: [['e3', 'm2']] })[1]?.nextMentee).toBeNull();
  expect(one({ objective: 'quality', minimumScore: 36 })[0]?.nextMentee).toBeNull();
  // e1 is m3, and e2 is m1: e2 may not have m3 … because e1 has m1 already.
  expect(
    one({
      bothRoles: [
        ['e1', 'm3'],
        ['e2', 'm1'],
      ],
    })[1]?.nextMentor,
  ).toBeNull();
});

it('has nobody to offer when every place is taken and nobody waits', () => {
  const matches = [...MATCHES, { mentee: 'e3', mentor: 'm2', fit: 20 }, { mentee: 'e4', mentor: 'm3', fit: 10 }];
  expect(benchOf(PROBLEM, matches).every((row) => row.nextMentor === null && row.nextMentee === null)).toBe(true);
});
