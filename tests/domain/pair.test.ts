import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkInsOf, CHECK_INS, pairDates } from '@/domain/check-in';
import { MATCH_STATES } from '@/domain/match';
import { areasToGrow, dueFault, goalsDue, hoursOf, isDay, isWritable, meetingFault, pairPhase } from '@/domain/pair';
import { pairNext, type PairStanding } from '@/domain/pair-next';

const at = (text: string) => new Date(text);
const DAY_MS = 86_400_000;
const ZONE = 'America/Chicago';
const YEAR = {
  startsAt: at('2030-01-15T15:00:00Z'),
  endsAt: at('2030-11-15T15:00:00Z'),
  archivesAt: at('2030-12-15T15:00:00Z'),
  assessmentOpensAt: null,
  startedAt: null,
};

it('every state of a match is a phase of its pair; nobody knows of it before it is announced', () => {
  expect(MATCH_STATES.map((state) => [state, pairPhase(state)])).toEqual([
    ['proposed', null],
    ['approved', null],
    ['announced', 'waiting'],
    ['mentor_confirmed', 'waiting'],
    ['confirmed', 'before'],
    ['active', 'at_work'],
    ['on_hold', 'paused'],
    ['completed', 'completed'],
    ['ended_early', 'over'],
    ['declined', 'over'],
    ['expired', 'over'],
  ]);
  expect((['waiting', 'before', 'at_work', 'paused', 'completed', 'over'] as const).filter(isWritable)).toEqual([
    'before',
    'at_work',
  ]);
});

describe('the dates of a pair', () => {
  it('are those of a year, in order', () => {
    expect(pairDates(YEAR).map(({ key, at: day }) => [key, day.toISOString().slice(0, 10)])).toEqual([
      ['begins', '2030-01-15'],
      ['first_week', '2030-01-22'],
      ['second_week', '2030-01-29'],
      ['goals', '2030-02-14'],
      ['three_months', '2030-04-15'],
      ['halfway', '2030-06-16'],
      ['closing', '2030-10-25'],
      ['ends', '2030-11-15'],
    ]);
  });

  it('count from the day on which a pair was found late, and never pass the end', () => {
    const late = { ...YEAR, startedAt: at('2030-11-01T15:00:00Z') };
    expect(goalsDue(late)).toEqual(YEAR.endsAt);
    // Halfway through these fourteen days comes with the first question, so both are asked.
    expect(checkInsOf(late).map(({ key }) => key)).toEqual(['first_week', 'halfway']);
  });

  it('lie within the cycle, in order, each check-in at most once, whatever the cycle', () => {
    const cycle = fc.record({ days: fc.integer({ min: 1, max: 500 }), late: fc.integer({ min: -30, max: 600 }) });
    fc.assert(
      fc.property(cycle, ({ days, late }) => {
        const endsAt = new Date(YEAR.startsAt.getTime() + days * DAY_MS);
        const startedAt = new Date(Math.min(YEAR.startsAt.getTime() + late * DAY_MS, endsAt.getTime()));
        const dates = pairDates({ ...YEAR, endsAt, archivesAt: endsAt, startedAt });
        const times = dates.map((date) => date.at.getTime());
        expect(times).toEqual(times.toSorted((a, b) => a - b));
        expect(Math.max(...times)).toBe(endsAt.getTime());
        const checks = checkInsOf({ startsAt: YEAR.startsAt, endsAt, startedAt });
        expect(new Set(checks.map(({ key }) => key)).size).toBe(checks.length);
        for (const check of checks) expect(check.at < endsAt).toBe(true);
      }),
    );
  });

  it('ask how it goes only once where three months and halfway fall together', () => {
    const half = { ...YEAR, endsAt: new Date(YEAR.startsAt.getTime() + 190 * DAY_MS) };
    expect(checkInsOf(half).map(({ key }) => key)).toEqual(['first_week', 'second_week', 'three_months']);
    expect(CHECK_INS.length).toBe(4);
  });
});

describe('days that people type', () => {
  it.each([
    ['2030-03-01', true],
    ['2030-02-30', false],
    ['1.3.2030', false],
    ['', false],
    ['2030-3-1', false],
  ])('%s is a day: %s', (typed, is) => expect(isDay(typed)).toBe(is));

  const told = at('2030-01-10T03:00:00Z');
  it.each([
    ['2030-01-08', 'early'],
    // In Chicago it was still the ninth.
    ['2030-01-09', null],
    ['2030-11-15', null],
    ['2030-11-16', 'late'],
  ])('a goal due %s is %s', (day, fault) =>
    expect(dueFault(day, { told, endsAt: YEAR.endsAt, timeZone: ZONE })).toBe(fault),
  );
  it.each([
    ['2030-01-08', 'early'],
    ['2030-02-01', null],
    ['2030-02-02', 'late'],
  ])('a meeting on %s is %s', (day, fault) =>
    expect(meetingFault(day, { told, timeZone: ZONE }, at('2030-02-02T04:00:00Z'))).toBe(fault),
  );
});

it('areas to grow are those where the mentor is at ease and the mentee asked for help, then where they are not at ease', () => {
  const areas = ['a', 'b', 'c', 'd', 'e', 'f'].map((value) => ({ value, label: value.toUpperCase() }));
  const mentor = { rating_a: '5', rating_b: '4', rating_c: '3', rating_d: '5', rating_e: '5', rating_f: '4' };
  const mentee = { rating_a: '2', rating_b: '5', rating_c: '1', rating_d: '1', rating_e: '3', help_areas: ['b', 'c'] };
  expect(areasToGrow(mentor, mentee, areas).map(({ value }) => value)).toEqual(['b', 'a', 'd']);
  expect(areasToGrow({}, mentee, areas)).toEqual([]);
});

it('minutes are said in hours', () => {
  expect([0, 59, 60, 95].map(hoursOf)).toEqual([
    { hours: 0, minutes: 0 },
    { hours: 0, minutes: 59 },
    { hours: 1, minutes: 0 },
    { hours: 1, minutes: 35 },
  ]);
});

const GOING: PairStanding = {
  phase: 'at_work',
  answered: true,
  checkIn: null,
  assess: false,
  agreed: true,
  goals: 1,
  openGoals: 1,
  daysSinceContact: 3,
};
it.each([
  [{}, 'go_on'],
  [{ phase: 'waiting', answered: false }, 'answer'],
  [{ phase: 'waiting' }, 'wait'],
  [{ phase: 'paused', checkIn: 'halfway' }, 'wait'],
  [{ phase: 'completed', checkIn: 'halfway' }, 'none'],
  [{ assess: true, checkIn: 'halfway' }, 'assess'],
  [{ assess: true, phase: 'completed' }, 'assess'],
  [{ assess: true, phase: 'paused' }, 'wait'],
  [{ checkIn: 'halfway', agreed: false }, 'check_in'],
  [{ agreed: false, goals: 0 }, 'agree'],
  [{ goals: 0, openGoals: 0 }, 'set_goal'],
  [{ daysSinceContact: null }, 'log'],
  [{ daysSinceContact: 21 }, 'log'],
  [{ phase: 'before', daysSinceContact: null }, 'go_on'],
  [{ openGoals: 0 }, 'reach'],
] as const satisfies readonly (readonly [Partial<PairStanding>, string])[])('after %j comes %s', (over, act) =>
  expect(pairNext({ ...GOING, ...over })).toBe(act),
);
