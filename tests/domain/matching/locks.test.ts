import { describe, expect, it } from 'vitest';
import { describeConflict, distinctLocks, lockConflict, reversed } from '@/domain/matching/locks';
import type { Pair, Problem } from '@/domain/matching/problem';
import { fromTable } from './small-problems';

const NINE = [
  [90, 80, 70],
  [60, 50, 40],
  [30, 20, 10],
];

describe('locks', () => {
  const both: Pair[] = [
    ['e0', 'm0'],
    ['e1', 'm1'],
  ];

  it('stand once each, by mentee and then by mentor', () => {
    const locks: Pair[] = [
      ['e1', 'm0'],
      ['e0', 'm1'],
      ['e1', 'm0'],
      ['e0', 'm0'],
    ];
    expect(distinctLocks(fromTable(NINE, { locks }))).toEqual([
      ['e0', 'm0'],
      ['e0', 'm1'],
      ['e1', 'm0'],
    ]);
  });

  it('are turned round where both people are in both roles', () => {
    expect(reversed(['e0', 'm1'], both)).toEqual(['e1', 'm0']);
    expect(reversed(['e0', 'm2'], both)).toBeNull();
    expect(reversed(['e2', 'm1'], both)).toBeNull();
    expect(reversed(['e2', 'm2'], [])).toBeNull();
  });

  const table = [
    [1, 1, null],
    [1, 1, 1],
    [1, 1, 1],
  ];
  const lock = (...locks: Pair[]) => ({ locks });
  it.each<[string, Partial<Problem>, ReturnType<typeof lockConflict>]>([
    ['nothing to keep', {}, null],
    ['all can be kept', lock(['e0', 'm0'], ['e1', 'm1']), null],
    ['the same twice', lock(['e0', 'm0'], ['e0', 'm0']), null],
    ['a mentee who is not there', lock(['e9', 'm0']), { reason: 'unknown', locks: [['e9', 'm0']] }],
    ['a mentor who is not there', lock(['e0', 'm9']), { reason: 'unknown', locks: [['e0', 'm9']] }],
    ['a pair that a rule excludes', lock(['e0', 'm2']), { reason: 'excluded', locks: [['e0', 'm2']] }],
    ['a veto', { ...lock(['e1', 'm1']), vetoes: [['e1', 'm1']] }, { reason: 'excluded', locks: [['e1', 'm1']] }],
    [
      'a mentee with three mentors: two of them are enough to say so',
      lock(['e1', 'm0'], ['e1', 'm1'], ['e1', 'm2']),
      {
        reason: 'mentee-twice',
        locks: [
          ['e1', 'm0'],
          ['e1', 'm1'],
        ],
      },
    ],
    [
      'more mentees than places, the fewest that are too many',
      lock(['e0', 'm0'], ['e1', 'm0'], ['e2', 'm0']),
      {
        reason: 'over-capacity',
        locks: [
          ['e0', 'm0'],
          ['e1', 'm0'],
        ],
      },
    ],
    [
      'two who would mentor each other',
      { ...lock(['e0', 'm1'], ['e1', 'm0']), bothRoles: both },
      {
        reason: 'mutual',
        locks: [
          ['e0', 'm1'],
          ['e1', 'm0'],
        ],
      },
    ],
    ['one of two who could mentor each other', { ...lock(['e0', 'm1']), bothRoles: both }, null],
    [
      'the smaller of two conflicts',
      lock(['e1', 'm0'], ['e1', 'm1'], ['e0', 'm2']),
      { reason: 'excluded', locks: [['e0', 'm2']] },
    ],
    [
      'the first of two as small',
      lock(['e0', 'm0'], ['e0', 'm1'], ['e1', 'm0']),
      {
        reason: 'mentee-twice',
        locks: [
          ['e0', 'm0'],
          ['e0', 'm1'],
        ],
      },
    ],
  ])('%s', (_name, over, conflict) => expect(lockConflict(fromTable(table, over))).toEqual(conflict));

  it('names the fewest that are too many of all who have too many', () => {
    const mentors = [2, 1, 1].map((capacity, k) => ({ id: `m${k}`, capacity }));
    const people = [0, 1, 2, 3, 4].map((k) => ({ id: `e${k}`, priority: 1 }));
    const locks = [0, 1, 2, 3, 4].map((k): Pair => [`e${k}`, k < 3 ? 'm0' : 'm1']);
    const problem = fromTable([], { mentees: people, mentors, locks, fit: new Int32Array(15) });
    expect(lockConflict(problem)).toEqual({ reason: 'over-capacity', locks: locks.slice(3) });
  });

  it('has as many mentees as places without a word', () => {
    const mentors = [2, 1, 1].map((capacity, k) => ({ id: `m${k}`, capacity }));
    expect(lockConflict(fromTable(table, { mentors, ...lock(['e0', 'm0'], ['e1', 'm0']) }))).toBeNull();
  });

  it.each([
    ['unknown', 'E0 with M1 and E1 with M0 names somebody who is not in this problem.'],
    ['excluded', 'E0 with M1 and E1 with M0 is excluded by a rule or a veto.'],
    ['mutual', 'E0 with M1 and E1 with M0 would make two people mentor each other.'],
    ['mentee-twice', 'E0 with M1 and E1 with M0 give one mentee two mentors.'],
    ['over-capacity', 'E0 with M1 and E1 with M0 are more than the mentor has places.'],
  ] as const)('says %s', (reason, sentence) => {
    const locks: Pair[] = [
      ['e0', 'm1'],
      ['e1', 'm0'],
    ];
    expect(describeConflict({ reason, locks }, (id) => id.toUpperCase())).toBe(sentence);
  });
});
