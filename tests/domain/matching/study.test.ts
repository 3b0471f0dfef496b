import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Problem } from '@/domain/matching/problem';
import { tryByResolving, whereToLook } from '@/domain/matching/reports/where-to-look';
import { solve } from '@/domain/matching/solve';
import { studyCycle } from '@/domain/matching/study';
import { randomCycle } from './random-cycle';

const SETTINGS = { objective: 'participation', fairness: 'balanced', seed: 'study', previous: [] } as const;
const solvePublic = (problem: Problem) => solve(problem) ?? { matches: [] };

it('finds by prices where to look for mentors as it would by solving again', () => {
  fc.assert(
    fc.property(randomCycle, (random) => {
      const cycle = { ...random, facts: { ...random.facts, locks: [] } };
      const found = studyCycle(cycle, SETTINGS, solvePublic).whereToLook;
      expect(found).toEqual(whereToLook(cycle, tryByResolving(cycle, SETTINGS, solvePublic)));
    }),
    { numRuns: 25 },
  );
});
