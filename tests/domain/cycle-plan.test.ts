import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  assertChange,
  assertOrder,
  CYCLE_TEMPLATES,
  DAY_FIELDS,
  daysLater,
  monthsLater,
  nextOpening,
  shiftedDays,
  type CycleDays,
} from '@/domain/cycle-plan';

const DAY_MS = 86_400_000;
const DAYS: CycleDays = {
  opensOn: '2027-09-01',
  closesOn: '2027-10-20',
  mentorsCloseOn: '2027-10-27',
  matchingOn: '2027-11-01',
  announceOn: '2027-11-22',
  startsOn: '2027-12-01',
  endsOn: '2028-11-30',
  archivesOn: '2028-12-31',
  waitlistOn: '2028-01-31',
  identityDeleteOn: '2028-02-28',
};
const day = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10));
const said = (work: () => void): string => {
  try {
    work();
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

describe('days of the calendar', () => {
  it('of the next opening lie ahead, on the same day of a later year', () => {
    expect(nextOpening('2026-09-22', '2026-11-26')).toBe('2027-09-22');
    expect(nextOpening('2025-09-22', '2026-11-26')).toBe('2027-09-22');
    expect(nextOpening('2025-09-22', '2026-09-22')).toBe('2027-09-22');
    expect(nextOpening('2028-02-29', '2028-03-01')).toBe('2029-02-28');
  });

  it('count over leap days and ends of months', () => {
    expect(daysLater('2028-02-28', 2)).toBe('2028-03-01');
    expect(daysLater('2027-12-31', 1)).toBe('2028-01-01');
    expect(monthsLater('2028-01-31', 1)).toBe('2028-02-29');
    expect(monthsLater('2027-01-31', 1)).toBe('2027-02-28');
    expect(monthsLater('2028-02-29', 12)).toBe('2029-02-28');
    expect(monthsLater('2027-11-15', 3)).toBe('2028-02-15');
  });
});

describe('a template', () => {
  it.each(Object.entries(CYCLE_TEMPLATES))('%s makes days in order from any opening', (_, template) => {
    fc.assert(
      fc.property(day, (opensOn) => {
        const days = template.days(opensOn);
        assertOrder(days);
        expect(days.opensOn).toBe(opensOn);
      }),
    );
  });

  it('lasts what its program promises', () => {
    expect(CYCLE_TEMPLATES['alcts-2017'].days('2017-04-03')).toMatchObject({
      closesOn: '2017-05-08',
      announceOn: '2017-06-05',
      startsOn: '2017-06-19',
      endsOn: '2018-04-19',
      archivesOn: '2018-05-19',
    });
    expect(CYCLE_TEMPLATES['alsc-yearly'].days('2027-09-01')).toMatchObject({ endsOn: '2028-12-15' });
    expect(CYCLE_TEMPLATES['alsc-2017'].days('2017-02-01')).toMatchObject({ closesOn: '2017-03-01' });
  });
});

describe('an earlier cycle’s days', () => {
  it('move together: nothing comes nearer or farther, also over a leap day', () => {
    fc.assert(
      fc.property(day, (opensOn) => {
        const moved = shiftedDays(DAYS, opensOn);
        assertOrder(moved);
        const gaps = (days: CycleDays) =>
          DAY_FIELDS.map((field) => (Date.parse(days[field]) - Date.parse(days.opensOn)) / DAY_MS);
        expect(gaps(moved)).toEqual(gaps(DAYS));
        expect(moved.opensOn).toBe(opensOn);
      }),
    );
    expect(shiftedDays({ ...DAYS, mentorsCloseOn: '' }, '2028-09-01').mentorsCloseOn).toBe('');
  });
});

describe('the order of days', () => {
  it.each([
    ['opensOn', 'closesOn'],
    ['closesOn', 'mentorsCloseOn'],
    ['mentorsCloseOn', 'matchingOn'],
    ['matchingOn', 'announceOn'],
    ['announceOn', 'startsOn'],
    ['startsOn', 'endsOn'],
    ['endsOn', 'archivesOn'],
    ['announceOn', 'waitlistOn'],
    ['waitlistOn', 'identityDeleteOn'],
  ] as const)('%s before %s, or both are named', (first, second) => {
    const wrong = { ...DAYS, [second]: daysLater(DAYS[first], -1) };
    expect(said(() => assertOrder(wrong))).toContain(`(${daysLater(DAYS[first], -1)}) cannot come before`);
    expect(said(() => assertOrder({ ...DAYS, mentorsCloseOn: '' }))).toBe('');
    expect(said(() => assertOrder({ ...DAYS, [first]: '' }))).toMatch(
      first === 'mentorsCloseOn' ? /^$/ : /needs a day/,
    );
  });

  it('lets matching follow the close where mentors have no longer', () => {
    const wrong = { ...DAYS, mentorsCloseOn: '', matchingOn: '2027-10-19' };
    expect(said(() => assertOrder(wrong))).toContain('“Matching begins” (2027-10-19) cannot come before');
  });
});

describe('moving the days of a cycle', () => {
  const open = { today: '2027-10-01', opened: true, released: false };
  const early = { today: '2027-08-01', opened: false, released: false };

  it.each([
    ['an opening that was', { opensOn: '2027-09-02' }, open, 'Applications have opened'],
    ['an opening in the past', { opensOn: '2027-07-31' }, early, 'cannot open in the past'],
    ['the promised deletion', { identityDeleteOn: '2028-02-29' }, open, 'can only come sooner'],
    ['an announcement that was', { announceOn: '2027-11-23' }, { ...open, released: true }, 'are released'],
    ['matching that was', { matchingOn: '2027-11-02' }, { ...open, released: true }, 'are released'],
    ['a close in the past', { closesOn: '2027-09-30' }, open, '“Applications close” cannot be moved into the past'],
    [
      'a mentors’ close in the past',
      { closesOn: '2027-09-20', mentorsCloseOn: '2027-09-30' },
      { ...open, today: '2027-10-21' },
      'into the past',
    ],
    ['what is out of order', { startsOn: '2027-11-21' }, open, 'cannot come before'],
  ])('refuses %s', (_, change, underway, words) => {
    expect(said(() => assertChange(DAYS, { ...DAYS, ...change }, underway))).toContain(words);
  });

  it('takes longer times, later plans and an earlier deletion', () => {
    const later = {
      closesOn: '2027-10-25',
      mentorsCloseOn: '2027-10-30',
      announceOn: '2027-11-29',
      identityDeleteOn: '2028-02-01',
    };
    expect(said(() => assertChange(DAYS, { ...DAYS, ...later }, open))).toBe('');
    expect(said(() => assertChange(DAYS, { ...DAYS, opensOn: '2027-08-01' }, early))).toBe('');
    expect(said(() => assertChange(DAYS, { ...DAYS, identityDeleteOn: '2028-03-31' }, early))).toBe('');
    expect(said(() => assertChange(DAYS, DAYS, { ...open, today: '2028-06-01', released: true }))).toBe('');
  });
});
