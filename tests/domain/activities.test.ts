import { describe, expect, it } from 'vitest';
import { ACTIVITY_GROUPS, isWhole, searchActivities, STANDARD_ACTIVITIES } from '@/domain/activities';
import { isTopicDue, isTopicMissed, monthOf, topicFault } from '@/domain/topic';

const CYCLE = {
  startsAt: new Date('2030-01-15T06:00:00Z'),
  endsAt: new Date('2030-11-02T04:59:00Z'),
  timeZone: 'America/Chicago',
};

describe('the library', () => {
  it('begins with something in each group, whole activities, and resources that are drafts', () => {
    expect(new Set(STANDARD_ACTIVITIES.map(({ group }) => group))).toEqual(new Set(ACTIVITY_GROUPS));
    for (const { kind = 'activity', words } of STANDARD_ACTIVITIES)
      expect(isWhole({ kind, words, link: '' })).toBe(kind === 'activity');
  });

  it.each([
    ['activity', 'Words.', '', true],
    ['activity', '', 'https://example.org', false],
    ['resource', 'Words.', '', false],
    ['resource', 'Words.', 'https://example.org', true],
  ] as const)('has a whole %s with words "%s" and link "%s": %s', (kind, words, link, whole) => {
    expect(isWhole({ kind, words, link })).toBe(whole);
  });

  it.each([
    ['résumé', null, ['A']],
    ['RESUME together', null, ['A']],
    ['together', 'topics', ['B']],
    ['', 'create', ['A']],
    ['', null, ['A', 'B']],
    ['resume talk', null, []],
  ] as const)('finds by "%s" in %s: %j', (words, group, found) => {
    const entries = [
      { id: 'A', group: 'create' as const, title: 'Write a resume', words: 'Do it together.' },
      { id: 'B', group: 'topics' as const, title: 'Talk', words: 'Sit together.' },
    ];
    expect(searchActivities(entries, { words, group }).map(({ id }) => id)).toEqual(found);
  });
});

describe('a topic', () => {
  it.each([
    ['2030-01-14', 'topic.outside'],
    ['2030-11-02', 'topic.outside'],
    ['2030-11-01', null],
    ['2030-05-02', 'topic.past'],
    ['2030-05-03', null],
  ])('on %s has the fault %s', (day, fault) => {
    // Four in the morning UTC is still the day before in Chicago.
    expect(topicFault(day, CYCLE, new Date('2030-05-04T04:00:00Z'))).toBe(fault);
    expect(monthOf(day)).toBe(day.slice(0, 7));
  });

  it.each([
    ['2030-05-03T12:59:00Z', false, false],
    ['2030-05-03T13:00:00Z', true, false],
    ['2030-05-04T02:00:00Z', false, false],
    ['2030-05-05T13:00:00Z', true, false],
    ['2030-05-06T13:00:00Z', false, true],
    ['2030-05-02T18:00:00Z', false, false],
  ])('of May 3 goes out at %s: %s; missed: %s', (at, due, missed) => {
    const now = new Date(at);
    expect(isTopicDue('2030-05-03', CYCLE.timeZone, now)).toBe(due);
    expect(isTopicMissed('2030-05-03', CYCLE.timeZone, now)).toBe(missed);
  });
});
