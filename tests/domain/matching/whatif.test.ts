import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lockConflict } from '@/domain/matching/locks';
import { NOT_ALLOWED, type Pair, type Problem } from '@/domain/matching/problem';
import type { Move } from '@/domain/matching/whatif/moves';
import { moved, resolved, solvedPublicly, withMentor } from '@/domain/matching/whatif/resolve';
import { openSession } from '@/domain/matching/whatif/session';
import { runs } from './runs';
import { publicProblem } from './small-problems';

function everyMove({ mentees, mentors }: Problem): Move[] {
  const pairs = mentees.flatMap((mentee) => mentors.map((mentor): Pair => [mentee.id, mentor.id]));
  return [
    ...pairs.flatMap((pair): Move[] => [
      { kind: 'lock', pair },
      { kind: 'veto', pair },
    ]),
    ...mentees.map(({ id }): Move => ({ kind: 'withdraw-mentee', mentee: id })),
    ...mentors.flatMap(({ id }): Move[] => [
      { kind: 'withdraw-mentor', mentor: id },
      { kind: 'add-place', mentor: id },
    ]),
  ];
}

/** The result, or that the move is refused. */
function outcome<T>(work: () => T): T | string {
  try {
    return work();
  } catch (error) {
    return error instanceof Error ? error.message : 'unknown';
  }
}

it('answers every move as solving again from the start does', () => {
  fc.assert(
    fc.property(publicProblem, (problem) => {
      const session = openSession(problem);
      for (const move of everyMove(problem)) {
        const again = outcome(() => resolved(session.answer, moved(problem, move)));
        expect([move, outcome(() => session.tryOut(move))]).toEqual([move, again]);
      }
    }),
    runs(100),
  );
});

const value = (problem: Parameters<typeof solvedPublicly>[0], stage: string) =>
  solvedPublicly(problem).who.stages.find((proof) => proof.stage === stage)?.value ?? 0;

it('names for each person the choices that cost the plan least, in exact figures', () => {
  fc.assert(
    fc.property(publicProblem, fc.constantFrom(1, 3, 10), (problem, count) => {
      const session = openSession(problem);
      const people = [...problem.mentees, ...problem.mentors].map(({ id }) => id);
      for (const id of people) {
        const found = session.alternatives(id, count);
        const costs = found.map(({ pair }) => stagesOf({ ...problem, locks: [...problem.locks, pair] }, pair));
        expect(costs).toEqual(costs.toSorted(worstLast));
        const others = otherPairs(problem, session.answer.matches, id).filter(
          (pair) => !found.some((one) => one.pair.join() === pair.join()),
        );
        if (found.length < count) expect(others).toEqual([]);
        for (const pair of others) {
          const cost = stagesOf({ ...problem, locks: [...problem.locks, pair] }, pair);
          expect(worstLast(costs.at(-1) ?? [], cost)).toBeLessThanOrEqual(0);
        }
        for (const { pair, fit, othersLose, whatIf } of found) {
          expect(whatIf).toEqual(resolved(session.answer, moved(problem, { kind: 'lock', pair })));
          const old = session.answer.matches.find(({ mentee }) => mentee === pair[0])?.fit ?? 0;
          expect(othersLose).toBe(session.answer.totalFit - old - (whatIf.after.totalFit - fit));
        }
      }
    }),
    runs(60),
  );
});

/** What plans with a pair locked are worth, stage by stage, the pair included. */
function stagesOf(problem: Problem, [menteeId, mentorId]: Pair): number[] {
  const row = problem.mentees.findIndex(({ id }) => id === menteeId);
  const fit = problem.fit[row * problem.mentors.length + problem.mentors.findIndex(({ id }) => id === mentorId)] ?? 0;
  const isKept = problem.previous.some((pair) => pair[0] === menteeId && pair[1] === mentorId);
  const own: Record<string, number> = {
    participation: problem.mentees[row]?.priority ?? 0,
    balanced: Math.round(1e6 * (1 - (1 - fit / 120_000) ** 2)),
    total: fit,
    kept: isKept ? 1 : 0,
  };
  return solvedPublicly(problem).who.stages.map(({ stage, value: worth }) => worth + (own[stage] ?? 0));
}

function worstLast(a: readonly number[], b: readonly number[]): number {
  const level = a.findIndex((one, at) => one !== b[at]);
  return level === -1 ? 0 : (b[level] ?? 0) - (a[level] ?? 0);
}

/** Pairs of a person that could be locked and are not made. */
function otherPairs(problem: Problem, matches: readonly { mentee: string; mentor: string }[], id: string): Pair[] {
  const made = new Set(matches.map(({ mentee, mentor }) => `${mentee} ${mentor}`));
  const locked = new Set(problem.locks.map(([menteeId]) => menteeId));
  const least = problem.objective === 'quality' ? problem.minimumScore : 0;
  return problem.mentees.flatMap((mentee, row) =>
    problem.mentors.flatMap((mentor, column): Pair[] => {
      const pair: Pair = [mentee.id, mentor.id];
      const fit = problem.fit[row * problem.mentors.length + column] ?? NOT_ALLOWED;
      const isOther = (mentee.id === id || mentor.id === id) && !made.has(pair.join(' ')) && !locked.has(mentee.id);
      return isOther && fit >= least && lockConflict({ ...problem, locks: [...problem.locks, pair] }) === null
        ? [pair]
        : [];
    }),
  );
}

it('knows what one more place at each mentor is worth', () => {
  fc.assert(
    fc.property(publicProblem, (problem) => {
      const gains = openSession(problem).placeGains();
      problem.mentors.forEach(({ id }, at) => {
        const more = moved(problem, { kind: 'add-place', mentor: id });
        const gain = (stage: string) => value(more, stage) - value(problem, stage);
        expect([id, gains[at]]).toEqual([id, { served: gain('participation'), total: gain('total') }]);
      });
    }),
    runs(100),
  );
});

it('knows what a further mentor is worth', () => {
  const scores = fc.array(fc.constantFrom(NOT_ALLOWED, 30_000, 60_000, 95_000), { minLength: 5, maxLength: 5 });
  fc.assert(
    fc.property(publicProblem, scores, (problem, drawn) => {
      const column = Int32Array.from(problem.mentees, (_, row) => drawn[row] ?? NOT_ALLOWED);
      const { served, total, mentee } = openSession(problem).mentorGain(column);
      const more = withMentor(problem, 'new', column);
      const gain = (stage: string) => value(more, stage) - value(problem, stage);
      expect({ served, total }).toEqual({ served: gain('participation'), total: gain('total') });
      if (mentee === null) expect({ served, total }).toEqual({ served: 0, total: 0 });
    }),
    runs(150),
  );
});
