import { describe, expect, it } from 'vitest';
import { planFaults } from '@/domain/matching/plan-check';
import { NOT_ALLOWED, type Pair, type Problem } from '@/domain/matching/problem';

const problem: Problem = {
  mentees: ['a', 'b'].map((id) => ({ id, priority: 1 })),
  mentors: [
    { id: 'x', capacity: 1 },
    { id: 'y', capacity: 2 },
  ],
  fit: Int32Array.from([50_000, 60_000, NOT_ALLOWED, 70_000]),
  locks: [['a', 'y']],
  vetoes: [],
  previous: [],
  bothRoles: [],
  objective: 'participation',
  minimumScore: 0,
  fairness: 'balanced',
  seed: '',
};

describe('planFaults', () => {
  it.each<[string, Pair[], string[]]>([
    [
      'holds',
      [
        ['a', 'y'],
        ['b', 'y'],
      ],
      [],
    ],
    [
      'somebody left',
      [
        ['a', 'y'],
        ['c', 'y'],
      ],
      ['Somebody in it is no longer accepted.'],
    ],
    [
      'a mentee twice',
      [
        ['a', 'y'],
        ['a', 'x'],
      ],
      ['A mentee has two mentors.'],
    ],
    [
      'a rule',
      [
        ['a', 'y'],
        ['b', 'x'],
      ],
      ['A rule or a veto excludes one of its pairs.'],
    ],
    ['a lock', [['b', 'y']], ['A lock is not kept.']],
  ])('%s', (_, pairs, faults) => expect(planFaults(problem, pairs)).toEqual(faults));

  it('reads the pair that is made, and no other', () => {
    const faults = (fit: number[]) =>
      planFaults({ ...problem, locks: [], fit: Int32Array.from(fit) }, [
        ['a', 'x'],
        ['b', 'y'],
      ]);
    expect(faults([0, NOT_ALLOWED, NOT_ALLOWED, 0])).toEqual([]);
    expect(faults([0, 0, 0, NOT_ALLOWED])).toEqual(['A rule or a veto excludes one of its pairs.']);
    expect(faults([NOT_ALLOWED, 0, 0, 0])).toEqual(['A rule or a veto excludes one of its pairs.']);
  });

  it('counts places', () => {
    const full = {
      ...problem,
      mentors: [
        { id: 'x', capacity: 1 },
        { id: 'y', capacity: 1 },
      ],
    };
    expect(
      planFaults(full, [
        ['a', 'y'],
        ['b', 'y'],
      ]),
    ).toEqual(['A mentor has more mentees than places.']);
  });

  it('sees two people who mentor each other', () => {
    const both: Problem = {
      ...problem,
      locks: [],
      mentees: ['a', 'b', 'c'].map((id) => ({ id, priority: 1 })),
      fit: new Int32Array(6),
      bothRoles: [
        ['a', 'x'],
        ['b', 'y'],
      ],
    };
    expect(
      planFaults(both, [
        ['c', 'y'],
        ['a', 'y'],
        ['b', 'x'],
      ]),
    ).toEqual(['Two people mentor each other.']);
  });
});
