import { describe, expect, it } from 'vitest';
import { followUp } from '@/domain/letters/follow-up';
import { planRelease, type ReleaseApplication, type ReleaseMatch, type ToldPart } from '@/domain/letters/release-plan';

const application = (
  id: string,
  role: 'mentor' | 'mentee',
  over: Partial<ReleaseApplication> = {},
): ReleaseApplication => ({
  id,
  personId: `person ${id}`,
  role,
  state: 'accepted',
  reference: id,
  name: `Name ${id}`,
  email: `${id}@example.test`,
  answers: {},
  unmetRule: '',
  laterBy: null,
  ...over,
});
const match = (mentorId: string, menteeId: string): ReleaseMatch => ({
  id: `${mentorId}${menteeId}`,
  mentorId,
  menteeId,
  safeReasons: [],
});
const PEOPLE = [
  application('M', 'mentor'),
  application('N', 'mentor'),
  application('a', 'mentee'),
  application('b', 'mentee'),
];
const byId = (all: typeof PEOPLE) => new Map(all.map((one) => [one.id, one]));
const plan = (matches: ReleaseMatch[], applications = PEOPLE) => planRelease({ applications, matches });
const toldIn = (matches: ReleaseMatch[], applications = PEOPLE) =>
  new Map<string, readonly ToldPart[]>(
    plan(matches, applications).letters.map(({ personId, standing }) => [personId, standing]),
  );

/** Each letter as "person: kind partner, …". */
const news = (
  before: ReleaseMatch[],
  after: ReleaseMatch[],
  { applications = PEOPLE, saidNo = [] as string[], earlier = PEOPLE } = {},
) =>
  followUp(plan(after, applications), {
    told: toldIn(before, earlier),
    applications: byId(applications),
    saidNo: new Set(saidNo),
  }).letters.map(
    ({ personId, parts }) =>
      `${personId.slice(7)}: ${parts.map(({ kind, partner }) => [kind, partner?.id].filter(Boolean).join(' ')).join(', ')}`,
  );

describe('letters after the first ones', () => {
  it('are none when nothing changed', () => {
    expect(news([match('M', 'a')], [match('M', 'a')])).toEqual([]);
  });

  it('tell of a match that ended, and not that one waits, but nothing to who said no', () => {
    expect(news([match('M', 'a'), match('N', 'b')], [match('M', 'a')])).toEqual([
      'b: match_ended N',
      'N: match_ended b',
    ]);
    expect(news([match('M', 'a'), match('N', 'b')], [match('M', 'a')], { saidNo: ['b N'] })).toEqual([
      'N: match_ended b',
    ]);
  });

  it('tell of the new match too, in the same letter', () => {
    expect(news([match('M', 'a'), match('N', 'b')], [match('N', 'a'), match('M', 'b')])).toEqual([
      'a: match_ended M, matched_mentee N',
      'b: match_ended N, matched_mentee M',
      'M: match_ended a, matched_mentor b',
      'N: match_ended b, matched_mentor a',
    ]);
  });

  it('tell who waited of their match, and a mentor of one mentee more, with nothing that was told before', () => {
    expect(news([match('M', 'a')], [match('M', 'a'), match('M', 'b')])).toEqual([
      'b: matched_mentee M',
      'M: matched_mentor b',
    ]);
  });

  it('keep the promise of a later decision', () => {
    const later = PEOPLE.map((one) =>
      one.id === 'b' ? { ...one, state: 'submitted' as const, laterBy: new Date('2030-02-01') } : one,
    );
    const declined = PEOPLE.map((one) => (one.id === 'b' ? { ...one, state: 'declined' as const } : one));
    expect(news([match('M', 'a')], [match('M', 'a')], { earlier: later, applications: declined })).toEqual([
      'b: declined',
    ]);
    expect(news([match('M', 'a')], [match('M', 'a')], { earlier: later })).toEqual(['b: waitlisted']);
  });

  it('tell nothing to who withdrew, and their partner that it ended', () => {
    const gone = PEOPLE.map((one) => (one.id === 'a' ? { ...one, state: 'withdrawn' as const } : one));
    expect(news([match('M', 'a')], [], { applications: gone })).toEqual(['M: match_ended a']);
  });

  it('write down outcomes of those who get a letter, and no others', () => {
    const whole = plan([match('M', 'a')]);
    const { outcomes } = followUp(whole, { told: toldIn([]), applications: byId(PEOPLE), saidNo: new Set() });
    expect(outcomes.map(({ applicationId }) => applicationId).toSorted()).toEqual(['M', 'a']);
  });
});
