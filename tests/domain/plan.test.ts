import { describe, expect, it } from 'vitest';
import { canMovePlan, PLAN_STATES, planClaim, planMoved, type PlanMove, toldDuration } from '@/domain/plan';

const MOVES: readonly PlanMove[] = ['approve', 'reopen', 'supersede'];

describe('planMoved', () => {
  it.each([
    ['proposed', 'approve', 'approved'],
    ['superseded', 'approve', 'approved'],
    ['approved', 'reopen', 'proposed'],
    ['approved', 'supersede', 'superseded'],
  ] as const)('%s, %s: %s', (from, move, to) => expect(planMoved(from, move)).toBe(to));

  it('refuses every other move', () => {
    const refused = PLAN_STATES.flatMap((state) =>
      MOVES.filter((move) => !canMovePlan(state, move)).map((move) => ({ state, move })),
    );
    expect(refused).toHaveLength(5);
    for (const { state, move } of refused) expect(() => planMoved(state, move)).toThrow('This plan has moved on.');
  });
});

const DAY = new Date('2030-03-01T12:00:00Z');

describe('planClaim', () => {
  it.each([
    [
      true,
      true,
      false,
      'Best under the rules, your weights and confidential wishes that nobody sees; by visible fit alone another plan may score higher. The committee decides.',
    ],
    [false, true, false, 'Proven best possible under these rules.'],
    [true, false, false, 'Not verified.'],
    [
      true,
      true,
      true,
      'Changed by hand, no longer proven best. Places, rules and locks hold. The matches made by hand were made without confidential wishes.',
    ],
    [false, false, true, 'Changed by hand, no longer proven best. It does not hold as it stands.'],
  ])('with identity %s, verified %s, by hand %s', (hasIdentity, verified, handMade, said) => {
    const deletedFrom = new Date(DAY.getTime() + 1);
    for (const wishes of [
      { hasIdentity, deletedFrom: null },
      { hasIdentity, deletedFrom },
    ])
      expect(planClaim({ wishes, createdAt: DAY, verified, handMade })).toBe(said);
  });

  it('says when the wishes were deleted before', () => {
    const made = { createdAt: DAY, verified: true, handMade: false };
    expect(planClaim({ ...made, wishes: { hasIdentity: true, deletedFrom: DAY } })).toBe(
      'Proven best possible under these rules, without confidential wishes: they were deleted before it was made.',
    );
    expect(planClaim({ ...made, wishes: { hasIdentity: false, deletedFrom: DAY } })).toBe(
      'Proven best possible under these rules.',
    );
  });
});

it.each([
  [0, 10_000],
  [9999, 10_000],
  [10_000, 30_000],
  [59_999, 60_000],
  [119_000, 120_000],
  [1_799_999, 1_800_000],
  [1_800_000, 3_600_000],
  [3_600_000, 7_200_000],
])('of a run of %i ms it keeps only that it took less than %i', (milliseconds, told) => {
  expect(toldDuration(milliseconds)).toBe(told);
});
