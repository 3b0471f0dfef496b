import { expect, it } from 'vitest';
import { NearPairs, turned } from '@/domain/matching/kernels/near-pairs';
import { NOT_ALLOWED, type Pair, type Problem } from '@/domain/matching/problem';
import type { Move } from '@/domain/matching/whatif/moves';
import { moved, resolved } from '@/domain/matching/whatif/resolve';
import { openSession } from '@/domain/matching/whatif/session';
import { seededRandom } from '../../../prisma/demo/random';
import { buildProblem } from './small-problems';

/** Large enough that a search begins with a part of each person's pairs, and often needs the others. */
function largeProblem(seed: number, over: Partial<Problem>): Problem {
  const random = seededRandom(seed);
  const [rows, columns] = [130, 110];
  const usual = Array.from({ length: columns }, () => random.whole(60_000));
  const scores = Array.from({ length: rows * columns }, (_, cell) =>
    random.whole(20) === 0 ? NOT_ALLOWED : (usual[cell % columns] ?? 0) + random.whole(seed % 2 === 0 ? 40_000 : 900),
  );
  return buildProblem({
    mentees: Array.from({ length: rows }, (_, row) => ({ id: `e${row}`, priority: 1 + (row % 2) })),
    mentors: Array.from({ length: columns }, (_, column) => ({
      id: `m${column}`,
      capacity: 1 + (column % 3 === 0 ? 1 : 0),
    })),
    fit: Int32Array.from(scores),
    ...over,
  });
}

/** All places taken and some wait; a place for everybody; only good pairs. */
const PROBLEMS: [string, Problem][] = [
  ['full', largeProblem(2, { mentors: largeProblem(2, {}).mentors.map(({ id }) => ({ id, capacity: 1 })) })],
  ['loose', largeProblem(4, { fairness: 'balanced' })],
  ['alike', largeProblem(5, { seed: 'autumn' })],
  ['picky', largeProblem(6, { objective: 'quality', minimumScore: 70_000 })],
];

it.each(PROBLEMS)('answers moves among many pairs as solving again does: %s', (_, problem) => {
  const session = openSession(problem);
  const { matches } = session.answer;
  const moves = Array.from({ length: 8 }, (_unused, k): Move[] => {
    const { mentee, mentor } = matches[(k * 37) % matches.length] ?? { mentee: '', mentor: '' };
    const other: Pair = [mentee, problem.mentors[(k * 53) % problem.mentors.length]?.id ?? ''];
    return [
      { kind: 'veto', pair: [mentee, mentor] },
      { kind: 'withdraw-mentee', mentee },
      { kind: 'withdraw-mentor', mentor },
      { kind: 'add-place', mentor },
      ...(session.alternatives(mentee, 200).some(({ pair }) => pair.join() === other.join())
        ? [{ kind: 'lock' as const, pair: other }]
        : []),
    ];
  }).flat();
  for (const move of moves)
    expect([move, session.tryOut(move)]).toEqual([move, resolved(session.answer, moved(problem, move))]);
});

it.each(PROBLEMS)(
  'names alternatives in the order of what they cost, each as solving again finds it: %s',
  (_, problem) => {
    const session = openSession(problem);
    for (const id of ['e3', 'e77', 'm5', 'm60']) {
      const few = session.alternatives(id, 4);
      for (const { pair, whatIf } of few) {
        expect(whatIf).toEqual(resolved(session.answer, moved(problem, { kind: 'lock', pair })));
      }
      // All of them, the first four included: a short list must not be another one.
      expect(session.alternatives(id, 200).slice(0, 4)).toEqual(few);
    }
  },
);

it('has the nearest pairs of a line at hand, and more of them when asked', () => {
  const random = seededRandom(1);
  const count = 500;
  const slacks = Array.from({ length: count }, () => random.whole(1000));
  const lines = {
    start: Int32Array.of(0, count),
    other: Int32Array.from(slacks.keys()),
    score: Int32Array.from(slacks),
  };
  const near = new NearPairs(lines, (_own, _other, score) => score);
  const atHand = () => [...near.slack.subarray(near.from[0], near.to[0])];
  const upTo = (limit: number) => slacks.filter((slack) => slack <= limit).sort((a, b) => a - b);
  expect(atHand().length).toBeLessThan(count / 2);
  expect(atHand()).toEqual(upTo(near.cover[0] ?? NaN));
  near.widen(0, 700);
  expect(atHand()).toEqual(upTo(700));
  near.widen(0, 300);
  expect(near.cover[0]).toBe(700);
  near.widen(0, 5000);
  expect(atHand()).toEqual(upTo(1000));
  expect(near.cover[0]).toBe(Infinity);
});

it('turns lines round', () => {
  const lines = { start: Int32Array.of(0, 2, 3), other: Int32Array.of(2, 0, 2), score: Int32Array.of(7, 8, 9) };
  expect(turned(lines, 3)).toEqual({
    start: Int32Array.of(0, 1, 1, 3),
    other: Int32Array.of(0, 0, 1),
    score: Int32Array.of(8, 7, 9),
  });
});
