import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closingFor, isOpenFor, lastClosing, lateStep, PHASES, phaseOf, type CycleDates } from '@/domain/cycle';
import {
  dayOf,
  daysLeft,
  daysUntil,
  formatDay,
  formatInstant,
  formatSlipDay,
  formatTime,
  zoneName,
} from '@/domain/dates';
import { FORM_ROLES } from '@/domain/mentoring';

const at = (text: string) => new Date(text);
const CHICAGO = 'America/Chicago';
const DEADLINE = at('2026-11-17T05:59:00Z');

describe('dates in words', () => {
  it('name day, time and zone', () => {
    expect(formatInstant(DEADLINE, CHICAGO)).toBe('Monday, November 16, 2026, 11:59 p.m. Central');
    expect(formatDay(DEADLINE, 'UTC')).toBe('Tuesday, November 17, 2026');
    expect(formatTime(at('2026-11-16T06:05:00Z'), CHICAGO)).toBe('12:05 a.m.');
    expect([zoneName(DEADLINE, 'UTC'), zoneName(DEADLINE, 'America/Los_Angeles')]).toEqual(['UTC', 'Pacific']);
  });

  it('name the year in a slip only when it is another', () => {
    expect(formatSlipDay(DEADLINE, CHICAGO, at('2026-11-10T12:00:00Z'))).toBe('Nov 16');
    expect(formatSlipDay(DEADLINE, CHICAGO, at('2027-02-10T12:00:00Z'))).toBe('Nov 16, 2026');
  });

  it.each([
    ['2026-11-10T18:00:00Z', '6 days left'],
    ['2026-11-15T18:00:00Z', '1 day left'],
    ['2026-11-17T05:58:00Z', 'last day'],
    ['2026-11-17T05:59:00Z', ''],
  ])('at %s there are: %s', (now, words) => {
    expect(daysLeft(DEADLINE, CHICAGO, at(now))).toBe(words);
  });

  it('count calendar days, whatever the clock does between them', () => {
    const instant = fc.date({ min: at('2020-01-01T00:00:00Z'), max: at('2040-01-01T00:00:00Z'), noInvalidDate: true });
    const zone = fc.constantFrom(CHICAGO, 'America/St_Johns', 'Asia/Kolkata', 'Pacific/Auckland', 'Etc/GMT+12');
    fc.assert(
      fc.property(instant, fc.integer({ min: 0, max: 400 }), zone, (now, days, timeZone) => {
        const later = new Date(now.getTime() + days * 86_400_000);
        expect(Math.abs(daysUntil(later, timeZone, now) - days)).toBeLessThanOrEqual(1);
        expect(dayOf(now, timeZone)).toMatch(/^\d{4}-\d{2}-\d{2}$/);
        expect(daysUntil(now, timeZone, now)).toBe(0);
      }),
    );
  });
});

const CYCLE: CycleDates = {
  opensAt: at('2030-01-01T15:00:00Z'),
  closesAt: at('2030-02-01T05:59:00Z'),
  mentorsCloseAt: null,
  matchingAt: at('2030-02-10T15:00:00Z'),
  announceAt: at('2030-02-20T15:00:00Z'),
  startsAt: at('2030-03-01T15:00:00Z'),
  endsAt: at('2030-12-01T05:59:00Z'),
  archivesAt: at('2031-01-01T05:59:00Z'),
};
const NOT_YET = { releasedAt: null, hasConfirmedMatch: false };
const RELEASED = { releasedAt: at('2030-02-21T15:00:00Z'), hasConfirmedMatch: false };
const CONFIRMED = { ...RELEASED, hasConfirmedMatch: true };

describe('phaseOf', () => {
  it.each([
    ['2030-01-01T14:59:59Z', NOT_YET, 'upcoming'],
    ['2030-01-01T15:00:00Z', NOT_YET, 'applications'],
    ['2030-02-01T05:59:00Z', NOT_YET, 'review'],
    ['2030-02-10T15:00:00Z', NOT_YET, 'matching'],
    ['2030-06-01T00:00:00Z', NOT_YET, 'matching'],
    ['2030-02-21T15:00:00Z', RELEASED, 'announced'],
    ['2030-06-01T00:00:00Z', RELEASED, 'announced'],
    ['2030-03-01T15:00:00Z', CONFIRMED, 'active'],
    ['2030-12-01T05:59:00Z', CONFIRMED, 'closing'],
    ['2031-01-01T05:59:00Z', CONFIRMED, 'archived'],
    ['2031-01-01T05:59:00Z', NOT_YET, 'archived'],
  ])('at %s with %j is %s', (now, acts, phase) => {
    expect(phaseOf(CYCLE, acts, at(now))).toBe(phase);
  });

  it('never goes back as time passes', () => {
    const moment = fc.date({ min: at('2029-12-01T00:00:00Z'), max: at('2031-03-01T00:00:00Z'), noInvalidDate: true });
    fc.assert(
      fc.property(moment, moment, fc.constantFrom(NOT_YET, RELEASED, CONFIRMED), (a, b, acts) => {
        const [early, late] = a < b ? [a, b] : [b, a];
        expect(PHASES.indexOf(phaseOf(CYCLE, acts, early))).toBeLessThanOrEqual(
          PHASES.indexOf(phaseOf(CYCLE, acts, late)),
        );
      }),
    );
  });

  it('says late only between the date and its act', () => {
    expect(lateStep(CYCLE, NOT_YET, at('2030-02-19T00:00:00Z'))).toBeNull();
    expect(lateStep(CYCLE, NOT_YET, at('2030-02-20T15:00:00Z'))).toBe('announcement');
    expect(lateStep(CYCLE, RELEASED, at('2030-02-25T00:00:00Z'))).toBeNull();
  });
});

describe('closing per role', () => {
  const longer = { ...CYCLE, mentorsCloseAt: at('2030-02-05T05:59:00Z') };

  it('gives mentors their own date, and both the earlier', () => {
    expect(FORM_ROLES.map((role) => closingFor(longer, role))).toEqual([
      longer.mentorsCloseAt,
      CYCLE.closesAt,
      CYCLE.closesAt,
    ]);
    expect(lastClosing(longer)).toEqual(longer.mentorsCloseAt);
    expect(FORM_ROLES.map((role) => isOpenFor(longer, role, at('2030-02-03T00:00:00Z')))).toEqual([true, false, false]);
  });
});
