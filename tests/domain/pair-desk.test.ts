import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lastDayOf, leavesBefore, spread, type Carer, type Uncared } from '@/domain/liaisons';
import { MATCH_STATES } from '@/domain/match';
import { pairHealth } from '@/domain/pair-health';
import { readsTasks } from '@/domain/pair-task';

const NOW = new Date('2030-06-01T12:00:00Z');
const ago = (days: number) => new Date(NOW.getTime() - days * 86_400_000);

it('a pair at work is silent after thirty days without a sign, or while somebody asks after it', () => {
  const health = (days: number, chased = false) => pairHealth({ state: 'active', lastSignAt: ago(days), chased }, NOW);
  expect([health(29), health(30), health(1, true)]).toEqual(['healthy', 'silent', 'silent']);
});

it('every other state stands for itself, however silent', () => {
  const all = MATCH_STATES.map((state) => pairHealth({ state, lastSignAt: ago(300), chased: true }, NOW));
  expect(Object.fromEntries(MATCH_STATES.map((state, index) => [state, all[index]]))).toEqual({
    proposed: null,
    approved: null,
    announced: null,
    mentor_confirmed: null,
    confirmed: 'waiting',
    active: 'silent',
    on_hold: 'on_hold',
    completed: 'completed',
    ended_early: 'ended',
    declined: null,
    expired: null,
  });
});

it.each([
  ['office', ['desk', 'staff']],
  ['leads', ['desk', 'chair']],
  ['liaison', ['desk']],
  ['officer', ['officer']],
  ['nobody', []],
])('who stands to a pair as %s reads %j', (standing, readers) => {
  const nobody = { office: false, leads: false, liaison: false, officer: false };
  expect(readsTasks({ ...nobody, [standing]: true })).toEqual(readers);
});

describe('spreading pairs among liaisons', () => {
  const carer = (id: string, load = 0, closed: string[] = []): Carer => ({ id, load, closed });
  const pair = (id: string): Uncared => ({ id, people: [`m${id}`, `e${id}`] });

  it('goes to who has the fewest, and never to who must not judge one of the two', () => {
    const given = spread([pair('1'), pair('2'), pair('3')], [carer('a', 2), carer('b', 0, ['m1']), carer('c', 1)]);
    expect(Object.fromEntries(given)).toEqual({ 1: 'c', 2: 'b', 3: 'b' });
  });

  it('leaves out a pair that nobody may look after', () => {
    expect([...spread([pair('1')], [carer('a', 0, ['e1'])])]).toEqual([]);
  });

  it('ends within one pair of each other where nobody is closed to anybody', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 9 }), (pairs, carers) => {
        const given = spread(
          Array.from({ length: pairs }, (_, index) => pair(String(index))),
          Array.from({ length: carers }, (_, index) => carer(String(index))),
        );
        const loads = Array.from(
          { length: carers },
          (_, id) => [...given.values()].filter((to) => to === String(id)).length,
        );
        expect(given.size).toBe(pairs);
        expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

it('knows the end of a term by the role that lasts longest', () => {
  const day = (text: string) => new Date(`${text}T00:00:00Z`);
  const [may, june] = [day('2031-05-01'), day('2031-06-01')];
  expect(lastDayOf([{ until: may }, { until: june }, { until: may }])).toEqual(june);
  expect(lastDayOf([{ until: june }, { until: null }])).toBeNull();
  expect([
    leavesBefore({ until: may }, june),
    leavesBefore({ until: june }, june),
    leavesBefore({ until: null }, june),
  ]).toEqual([true, false, false]);
});
