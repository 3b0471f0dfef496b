import { describe, expect, it } from 'vitest';
import { clocksAt, nearness, placeOf, type Place } from '@/domain/matching/places';
import { JANUARY } from './profiles';

const clockIn = (timeZone: string, instant = JANUARY) =>
  placeOf({ city: '', subdivision: '', timeZone }, clocksAt(instant)).offset;

it.each([
  ['Etc/UTC', 0],
  ['Europe/London', 0],
  ['America/Chicago', -360],
  ['America/St_Johns', -210],
  ['Asia/Kathmandu', 345],
  ['Pacific/Auckland', 780],
  ['', null],
  ['Nowhere/Here', null],
])('the clock in %s is %s minutes ahead', (timeZone, offset) => {
  expect(clockIn(timeZone)).toBe(offset);
});

it('goes by the clock of the day', () => {
  expect(clockIn('America/Chicago', new Date('2030-07-15T12:00:00Z'))).toBe(-300);
});

it('reads a city without case and space', () => {
  const person = { city: '  St. Paul ', subdivision: 'US-MN', timeZone: 'America/Chicago' };
  expect(placeOf(person, clocksAt(JANUARY))).toEqual({
    city: 'st. paul',
    subdivision: 'US-MN',
    area: { division: 'West North Central', region: 'Midwest' },
    offset: -360,
  });
});

describe('nearness', () => {
  const place = (over: Partial<Place>): Place => ({ city: '', subdivision: 'XX', area: null, offset: null, ...over });
  it.each([
    [{ subdivision: '' }, {}, null],
    [{}, { subdivision: '' }, null],
    [{ subdivision: '' }, { subdivision: '' }, null],
    [{}, {}, 'subdivision'],
    [{ city: 'ely' }, { city: 'ely' }, 'city'],
    [{ city: 'ely' }, { city: 'cook' }, 'subdivision'],
    [{ city: 'ely' }, { city: 'ely', subdivision: 'YY' }, 'far'],
    [{ offset: 0 }, { subdivision: 'YY', offset: 60 }, 'time-zone'],
    [{ offset: 0 }, { subdivision: 'YY', offset: 61 }, 'far'],
    [{ offset: 0 }, { subdivision: 'YY' }, 'far'],
    [{}, { subdivision: 'YY', offset: 0 }, 'far'],
    [{ area: { division: 'a', region: 'r' } }, { subdivision: 'YY' }, 'far'],
    [{ area: { division: 'a', region: 'r' } }, { subdivision: 'YY', area: { division: 'a', region: 's' } }, 'division'],
    [{ area: { division: 'a', region: 'r' } }, { subdivision: 'YY', area: { division: 'b', region: 'r' } }, 'region'],
    [{ area: { division: 'a', region: 'r' } }, { subdivision: 'YY', area: { division: 'b', region: 's' } }, 'far'],
  ])('of %j and %j: %s', (a, b, expected) => {
    expect(nearness(place(a), place(b))).toBe(expected);
    expect(nearness(place(b), place(a))).toBe(expected);
  });
});
