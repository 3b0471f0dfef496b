import { describe, expect, it } from 'vitest';
import { calendarFile } from '@/domain/calendar';
import { unmetRules, type Eligibility } from '@/domain/eligibility';
import { standing } from '@/domain/standing';
import { nextStep, slipLines } from '@/domain/timeline';

const at = (text: string) => new Date(text);
const CYCLE = {
  timeZone: 'America/Chicago',
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

describe('the date slip', () => {
  it('marks what counts now, once', () => {
    const lines = slipLines(CYCLE, NOT_YET, at('2030-01-26T12:00:00Z'));
    expect(lines.map(({ key, state }) => [key, state])).toEqual([
      ['opens', 'past'],
      ['closes', 'now'],
      ['announce', 'next'],
      ['starts', 'next'],
      ['ends', 'next'],
      ['archives', 'next'],
    ]);
    expect(lines[1]).toMatchObject({
      day: 'Jan 31',
      title: 'Applications close',
      note: '11:59 p.m. Central. 5 days left',
    });
  });

  it('has a line per role when mentors may apply longer', () => {
    const longer = { ...CYCLE, mentorsCloseAt: at('2030-02-05T05:59:00Z') };
    const now = slipLines(longer, NOT_YET, at('2030-02-03T12:00:00Z')).filter(({ state }) => state === 'now');
    expect(now.map(({ title }) => title)).toEqual(['Mentor applications close']);
  });

  it('says what comes next, or that it is late', () => {
    expect(nextStep(CYCLE, NOT_YET, at('2030-02-12T12:00:00Z'))).toBe(
      'Next: matches announced by email on Wednesday, February 20, 2030, 9:00 a.m. Central.',
    );
    expect(nextStep(CYCLE, NOT_YET, at('2030-02-22T12:00:00Z'))).toContain('running late');
    expect(nextStep(CYCLE, NOT_YET, at('2031-02-22T12:00:00Z'))).toBe('This cycle has ended.');
  });
});

describe('what an applicant is told', () => {
  const told = (
    state: Parameters<typeof standing>[0]['state'],
    outcome: Parameters<typeof standing>[0]['outcome'] = null,
  ) => standing({ state, sent: true, duplicate: false, outcome, closed: true });

  it('is the same for every decision until it is released', () => {
    expect(new Set((['submitted', 'accepted', 'hold', 'declined'] as const).map((state) => told(state))).size).toBe(1);
  });

  it('is the outcome afterwards, unless it was withdrawn', () => {
    expect(told('hold', 'waitlisted')).toBe('waitlisted');
    expect(told('withdrawn', 'matched')).toBe('withdrawn');
  });
});

describe('unmetRules', () => {
  const rules: Eligibility = {
    mentor: [
      { key: 'member', kind: 'must', text: 'Mentors are members.' },
      { key: 'experience', kind: 'must', text: 'Some years.' },
    ],
    mentee: [{ key: 'member', kind: 'should', text: 'Mentees may be members.' }],
  };
  it.each([
    [['mentor'], { member: 'no' }, ['member']],
    [['mentor'], { member: 'unsure' }, []],
    [['mentor'], {}, []],
    [['mentee'], { member: 'no' }, []],
    [['mentor', 'mentee'], { member: 'no' }, ['member']],
  ] as const)('%j with %j stops at %j', (roles, answers, fields) => {
    expect(unmetRules(rules, roles, answers).map(({ field }) => field)).toEqual(fields);
  });
});

it('writes a calendar file with folded lines', () => {
  const file = calendarFile(
    {
      name: 'Program; dates',
      url: 'https://example.org/p',
      entries: [{ uid: 'F26-opens@example.org', at: CYCLE.opensAt, title: `${'long '.repeat(20)}title` }],
      sequence: 3,
    },
    CYCLE.opensAt,
  );
  expect(file.split('\r\n').every((line) => new TextEncoder().encode(line).length <= 75)).toBe(true);
  expect(file).toContain('DTSTART:20300101T150000Z\r\n');
  expect(file).toContain('X-WR-CALNAME:Program\\; dates');
  expect(file).toContain('UID:F26-opens@example.org\r\nSEQUENCE:3\r\n');
  expect(file).toContain('METHOD:PUBLISH\r\n');
});
