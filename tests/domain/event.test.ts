import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarFile } from '@/domain/calendar';
import {
  dueEventReminders,
  endOf,
  eventFault,
  eventStand,
  freePlaces,
  isInvited,
  isMoved,
  replyFor,
  type Audience,
  type EventRole,
} from '@/domain/event';

const NOON = new Date('2030-01-15T18:00:00Z');
const hours = (count: number, from = NOON) => new Date(from.getTime() + count * 3_600_000);
const EVENT = { startsAt: hours(48), minutes: 60, answerBy: hours(24), cancelledAt: null };

describe('an event', () => {
  it.each([
    [['pairs'], ['mentor'], true],
    [['pairs'], ['mentee'], true],
    [['pairs'], ['committee'], false],
    [['mentors'], ['mentee'], false],
    [['mentors', 'committee'], ['committee'], true],
    [['mentees'], ['mentor', 'mentee'], true],
    [['committee'], [], false],
  ] as [Audience[], EventRole[], boolean][])('for %s invites %s: %s', (audience, roles, expected) => {
    expect(isInvited(audience, roles)).toBe(expected);
  });

  it.each([
    [0, 'open'],
    [24, 'open'],
    [25, 'closed'],
    [48, 'over'],
  ])('after %i hours is %s', (after, stand) => {
    expect(eventStand(EVENT, hours(after))).toBe(stand);
  });

  it('is cancelled whatever the time, and ends after its minutes', () => {
    expect(eventStand({ ...EVENT, cancelledAt: NOON }, hours(100))).toBe('cancelled');
    expect(endOf(EVENT)).toEqual(hours(49));
  });

  it.each([
    [{ startsAt: NOON, answerBy: NOON }, null, 'event.past'],
    [{ answerBy: hours(49) }, null, 'event.answer_late'],
    [{ answerBy: hours(-1) }, null, 'event.answer_past'],
    [{ capacity: 2 }, null, 'event.capacity'],
    [{ capacity: 3 }, null, null],
    [{}, null, null],
    [{ startsAt: hours(-9), answerBy: hours(-10) }, { startsAt: hours(-9), answerBy: hours(-10) }, null],
    [{ startsAt: hours(-8), answerBy: hours(-10) }, { startsAt: hours(-9), answerBy: hours(-10) }, 'event.past'],
    [{ answerBy: hours(-2) }, { startsAt: hours(48), answerBy: hours(-1) }, 'event.answer_past'],
  ])('planned as %j after %j has the fault %s', (over, before, fault) => {
    const plan = { startsAt: EVENT.startsAt, answerBy: EVENT.answerBy, capacity: null, ...over };
    expect(eventFault(plan, { before, coming: 3 }, NOON)).toBe(fault);
  });

  it('never has more people with a place than it holds, and no place stays free while somebody waits', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), fc.array(fc.boolean(), { maxLength: 40 }), (capacity, steps) => {
        let [coming, waiting] = [0, 0];
        for (const comes of steps) {
          if (comes && waiting === 0 && replyFor(capacity, coming) === 'yes') coming += 1;
          else if (comes) waiting += 1;
          else if (coming > 0) coming -= 1;
          const free = freePlaces(capacity, coming, waiting);
          [coming, waiting] = [coming + free, waiting - free];
          expect(coming).toBeLessThanOrEqual(capacity);
          expect(waiting === 0 || coming === capacity).toBe(true);
        }
      }),
    );
    expect([freePlaces(null, 9, 4), replyFor(null, 900)]).toEqual([4, 'yes']);
    expect(freePlaces(2, 5, 4)).toBe(0);
  });

  it.each([
    ['title', false],
    ['minutes', true],
    ['place', true],
    ['link', true],
    ['startsAt', true],
  ] as const)('with another %s is moved: %s', (field, moved) => {
    const before = { title: 'A', startsAt: NOON, minutes: 60, link: '', place: 'Hall' };
    const other = { title: 'B', startsAt: hours(1), minutes: 30, link: 'https://example.org/', place: 'Room' };
    expect(isMoved(before, { ...before, [field]: other[field] })).toBe(moved);
    expect(isMoved(before, { ...before })).toBe(false);
  });

  it.each([
    ['in time', 24, -1, true],
    ['an hour early', 25, -1, false],
    ['once it has begun', 0, -1, false],
    ['who answered after that time', 20, 6, false],
    ['at night', 14, -1, false],
  ])('reminds %s', (_, before, answered, reminds) => {
    const startsAt = hours(24);
    const due = dueEventReminders({ startsAt, timeZone: 'UTC' }, hours(answered), hours(-before, startsAt));
    expect(due.map(({ key }) => key)).toEqual(reminds ? ['day_before'] : []);
  });
});

describe('an event in a calendar', () => {
  const entry = {
    uid: 'e1@example.test',
    at: NOON,
    until: hours(1),
    title: 'A, talk; now',
    place: 'Hall',
    sequence: 3,
  };
  const file = (over: object) =>
    calendarFile({ name: 'Mine', url: 'https://example.test/', entries: [{ ...entry, ...over }], sequence: 0 }, NOON);

  it('has begin, end, place, its own count of changes, and takes its time', () => {
    const lines = file({}).split('\r\n');
    for (const line of [
      'UID:e1@example.test',
      'SEQUENCE:3',
      'DTSTART:20300115T180000Z',
      'DTEND:20300115T190000Z',
      'SUMMARY:A\\, talk\\; now',
      'LOCATION:Hall',
      'TRANSP:OPAQUE',
    ])
      expect(lines).toContain(line);
    expect(lines.at(-1)).toBe('');
    expect(file({})).not.toContain('STATUS');
  });

  it('is struck out when it is cancelled, under the same name', () => {
    const text = file({ cancelled: true, sequence: 4 });
    expect(text).toContain('UID:e1@example.test\r\nSEQUENCE:4\r\n');
    expect(text).toContain('STATUS:CANCELLED\r\nTRANSP:TRANSPARENT\r\n');
  });

  it('has no line over 75 octets, and unfolds to what was said', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (title) => {
        const text = file({ title });
        for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        const escaped = title.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n');
        expect(text.replaceAll('\r\n ', '')).toContain(`SUMMARY:${escaped}`);
      }),
    );
  });
});
