import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHECK_INS, checkInsOf, openCheckIns, waitingCheckIn, type ContactAnswer } from '@/domain/check-in';
import { dueNudges, isQuiet, NUDGES } from '@/domain/nudges';
import { silentSince, tasksFrom, type Answered } from '@/domain/pair-task';

const DAY_MS = 86_400_000;
const YEAR = {
  startsAt: new Date('2030-01-15T18:00:00Z'),
  endsAt: new Date('2030-11-15T18:00:00Z'),
  startedAt: null,
};
const on = (days: number, hours = 0) => new Date(YEAR.startsAt.getTime() + days * DAY_MS + hours * 3_600_000);
const said = (contact: ContactAnswer): Answered => ({ contact, going: null, enough: null });
const rated = (going: number, enough: number): Answered => ({ contact: null, going, enough });
const asked = (key: string) => {
  const found = checkInsOf(YEAR).find((one) => one.key === key);
  if (!found) throw new Error(key);
  return found;
};

describe('what somebody has to look at', () => {
  it.each([
    ['first_week', 'in_touch', 'in_touch', 10, []],
    ['first_week', 'in_touch', null, 10, []],
    ['first_week', 'not_yet', 'not_yet', 1, []],
    ['second_week', 'not_yet', 'not_yet', 15, ['no_contact']],
    ['second_week', 'in_touch', 'not_yet', 15, ['disagreement']],
    ['first_week', 'need_help', null, 8, ['help']],
    ['first_week', 'need_help', null, 20, ['help']],
    ['first_week', null, null, 13, []],
    ['first_week', null, null, 14, ['silence']],
    ['first_week', 'not_yet', null, 14, ['silence']],
    ['second_week', 'need_help', 'in_touch', 15, ['help']],
  ] as const)('%s: mentor %s, mentee %s on day %i: %j', (key, mentor, mentee, day, kinds) => {
    const answers = { mentor: mentor && said(mentor), mentee: mentee && said(mentee) };
    expect(tasksFrom(asked(key), answers, on(day))).toEqual(kinds);
  });

  it.each([
    [rated(3, 3), rated(5, 5), []],
    [rated(2, 5), null, ['low']],
    [rated(5, 5), rated(5, 1), ['low']],
  ])('low answers: %j and %j open %j', (mentor, mentee, kinds) => {
    expect(tasksFrom(asked('three_months'), { mentor, mentee }, on(91))).toEqual(kinds);
  });

  it('silence counts from seven days after each check-in, and not for ever', () => {
    const keys = (days: number) => silentSince(YEAR, on(days)).map(({ key }) => key);
    expect([keys(13), keys(14), keys(21), keys(38), keys(44), keys(97)]).toEqual([
      [],
      ['first_week'],
      ['first_week', 'second_week'],
      ['second_week'],
      [],
      ['three_months'],
    ]);
  });
});

describe('reminders', () => {
  const due = (day: number, answered: string[] = [], goals = 0) =>
    dueNudges(YEAR, { answered, goals }, on(day)).map(({ key, checkIn }) => [key, checkIn]);

  it('come on the day, once more after four days, and for goals before these are due', () => {
    expect(due(6)).toEqual([]);
    expect(due(7)).toEqual([['check_in', 'first_week']]);
    expect(due(9)).toEqual([['check_in', 'first_week']]);
    expect(due(10)).toEqual([]);
    expect(due(11)).toEqual([['check_in_again', 'first_week']]);
    expect(due(14, ['first_week'])).toEqual([['check_in', 'second_week']]);
    expect(due(25)).toEqual([['goals', null]]);
    expect(due(25, [], 1)).toEqual([]);
    expect(due(90)).toEqual([['check_in', 'three_months']]);
  });

  it('never ask what was answered, whatever the day', () => {
    const keys = CHECK_INS.map(({ key }) => key);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), fc.subarray(keys), (day, answered) => {
        const asks = dueNudges(YEAR, { answered, goals: 1 }, on(day));
        expect(asks.filter(({ checkIn }) => checkIn === null || answered.includes(checkIn))).toEqual([]);
        expect(asks.length).toBeLessThanOrEqual(NUDGES.length);
      }),
    );
  });

  it('wait for the morning of the cycle’s zone', () => {
    // Chicago is six hours behind in January.
    const quiet = (iso: string) => isQuiet(new Date(iso), 'America/Chicago');
    expect([quiet('2030-01-15T13:59:00Z'), quiet('2030-01-15T14:00:00Z')]).toEqual([true, false]);
    expect([quiet('2030-01-16T02:59:00Z'), quiet('2030-01-16T03:00:00Z')]).toEqual([false, true]);
    expect(quiet('2030-01-16T06:30:00Z')).toBe(true);
  });
});

it('the newest check-in waits until it is answered; older ones stay open and are no longer asked for', () => {
  expect(openCheckIns(YEAR, on(14)).map(({ key }) => key)).toEqual(['first_week', 'second_week']);
  expect(waitingCheckIn(YEAR, [], on(6))).toBeNull();
  expect(waitingCheckIn(YEAR, [], on(14))?.key).toBe('second_week');
  expect(waitingCheckIn(YEAR, ['second_week'], on(14))).toBeNull();
});
