import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Match } from '@/domain/matching/problem';
import { blockingPairs } from '@/domain/matching/reports/stability';
import { runs } from '../runs';
import { fromTable, smallProblem } from '../small-problems';

const match = (mentee: string, mentor: string, fit: number, locked = false): Match => ({ mentee, mentor, fit, locked });

const PROBLEM = fromTable([
  [90, 80],
  [85, 10],
]);
const CROSSED = [match('e0', 'm1', 80), match('e1', 'm0', 85)];

it('finds two who would both rather have each other', () => {
  expect(blockingPairs(PROBLEM, CROSSED)).toEqual([
    { mentee: 'e0', mentor: 'm0', fit: 90, menteeHas: 80, givesUp: 'e1' },
  ]);
  expect(blockingPairs(PROBLEM, [match('e0', 'm0', 90), match('e1', 'm1', 10)])).toEqual([]);
});

it('counts an unmatched mentee and a free place, most gained first', () => {
  expect(blockingPairs(PROBLEM, [match('e1', 'm1', 10)])).toEqual([
    { mentee: 'e0', mentor: 'm0', fit: 90, menteeHas: null, givesUp: null },
    { mentee: 'e0', mentor: 'm1', fit: 80, menteeHas: null, givesUp: 'e1' },
    { mentee: 'e1', mentor: 'm0', fit: 85, menteeHas: 10, givesUp: null },
  ]);
});

it.each([
  ['a veto', { vetoes: [['e0', 'm0']] as const }, CROSSED],
  ['a rule', { fit: PROBLEM.fit.with(0, -2147483648) }, CROSSED],
  ['a minimum', { objective: 'quality' as const, minimumScore: 91 }, CROSSED],
  [
    'no place',
    {
      mentors: [
        { id: 'm0', capacity: 0 },
        { id: 'm1', capacity: 1 },
      ],
    },
    [match('e0', 'm1', 80)],
  ],
  ['the mentee’s lock', {}, [match('e0', 'm1', 80, true), match('e1', 'm0', 85)]],
  ['a lock on the mentor’s last place', {}, [match('e0', 'm1', 80), match('e1', 'm0', 85, true)]],
  [
    'that he is her mentor',
    {
      bothRoles: [
        ['e0', 'm1'],
        ['e1', 'm0'],
      ] as const,
    },
    [match('e1', 'm1', 10)],
  ],
])('leaves out a pair that %s keeps apart', (_, over, matches) => {
  expect(
    blockingPairs({ ...PROBLEM, ...over }, matches).filter(({ mentee, mentor }) => mentee + mentor === 'e0m0'),
  ).toEqual([]);
});

it('gives up the weakest of several, never a locked one', () => {
  const problem = fromTable([[50], [40], [30], [60]], { mentors: [{ id: 'm0', capacity: 3 }] });
  const matches = [match('e0', 'm0', 50), match('e1', 'm0', 40), match('e2', 'm0', 30, true)];
  expect(blockingPairs(problem, matches)).toEqual([
    { mentee: 'e3', mentor: 'm0', fit: 60, menteeHas: null, givesUp: 'e1' },
  ]);
});

it('finds none after pairing greedily, best fit first', () => {
  fc.assert(
    fc.property(smallProblem, (drawn) => {
      const problem = { ...drawn, locks: [], vetoes: [], objective: 'participation' as const };
      const cells = [...problem.fit.keys()].sort((a, b) => (problem.fit[b] ?? 0) - (problem.fit[a] ?? 0));
      const matches: Match[] = [];
      for (const cell of cells) {
        const mentee = problem.mentees[Math.floor(cell / problem.mentors.length)]?.id ?? '';
        const mentor = problem.mentors[cell % problem.mentors.length];
        const fit = problem.fit[cell] ?? 0;
        if (!mentor || fit < 0 || matches.some((made) => made.mentee === mentee)) continue;
        if (matches.filter((made) => made.mentor === mentor.id).length < mentor.capacity)
          matches.push(match(mentee, mentor.id, fit));
      }
      expect(blockingPairs(problem, matches)).toEqual([]);
    }),
    runs(500),
  );
});
