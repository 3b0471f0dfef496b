import { describe, expect, it } from 'vitest';
import { employerKey, RULE_KEYS, ruleChecker, ruleLabel, type RuleFacts, type RuleKey } from '@/domain/matching/rules';
import type { MenteeProfile, MentorProfile } from '@/domain/mentoring';
import { buildCycle, buildMentee, buildMentor } from './profiles';

type Case = {
  mentee?: Partial<MenteeProfile>;
  mentor?: Partial<MentorProfile>;
  facts?: Partial<RuleFacts>;
  fit?: number;
};

/** One pair per rule that this rule alone excludes. */
const CASES = {
  'same-person': { mentor: { personId: 'dana' } },
  'participant-veto': { facts: { participantVetoes: [['kim', 'dana']] } },
  'committee-veto': { facts: { committeeVetoes: [['dana-mentee', 'kim-mentor']] } },
  'no-places': { mentor: { places: 0 } },
  'last-cycle': { facts: { lastCycle: [['kim', 'dana']] } },
  'same-employer': {
    mentee: { employer: 'The Hennepin County Library' },
    mentor: { employer: 'hennepin county library, Inc.' },
  },
  'reverse-pair': { facts: { locks: [['kim-mentee', 'dana-mentor']] } },
  'minimum-score': { fit: 29_999 },
} satisfies Record<RuleKey, Case>;

function excludedBy(
  { mentee, mentor, facts, fit = 50_000 }: Case,
  off: readonly Exclude<RuleKey, 'same-person'>[] = [],
) {
  const one = buildMentee(mentee);
  const other = buildMentor(mentor);
  const people = {
    mentees: [one, buildMentee({ applicationId: 'kim-mentee', personId: 'kim' })],
    mentors: [other, buildMentor({ applicationId: 'dana-mentor', personId: 'dana' })],
  };
  const check = ruleChecker({ ...buildCycle().facts, ...facts }, { off, minimumScore: 30_000 }, people);
  return check(one, other, fit);
}

it('lets an ordinary pair through', () => {
  expect(excludedBy({})).toEqual([]);
});

it('says which rule excludes a pair', () => {
  expect(RULE_KEYS.map((key) => [key, excludedBy(CASES[key])])).toEqual(RULE_KEYS.map((key) => [key, [key]]));
});

it('goes without a rule that is off, except that nobody is matched with themselves', () => {
  const remaining = RULE_KEYS.flatMap((key) => excludedBy(CASES[key], key === 'same-person' ? [] : [key]));
  expect(remaining).toEqual(['same-person']);
});

it('names every rule that excludes a pair', () => {
  expect(excludedBy({ ...CASES['no-places'], fit: 0 })).toEqual(['no-places', 'minimum-score']);
});

it('lets a lock stand below the minimum score', () => {
  expect(excludedBy({ fit: 0, facts: { locks: [['dana-mentee', 'kim-mentor']] } })).toEqual([]);
});

describe('in words', () => {
  it('tells staff every cause', () => {
    expect(RULE_KEYS.map((key) => ruleLabel(key, 'staff'))).toEqual([
      'Same person',
      'One of them asked not to be matched with the other',
      'Ruled out by the committee',
      'No places',
      "Last cycle's partner",
      'Same employer',
      "Already this mentor's own mentor",
      'Below the minimum score',
    ]);
  });

  it('hides a veto from others among causes that read the same', () => {
    const same = RULE_KEYS.filter((key) => ruleLabel(key, 'others') === 'Not available');
    expect(same).toEqual(['participant-veto', 'committee-veto', 'no-places']);
  });
});

it.each([
  ['The Hennepin County Library', 'hennepin county library'],
  ['Bibliothèque  de Montréal, Inc.', 'bibliotheque de montreal'],
  ['Barnes & Noble Co.', 'barnes and noble'],
  ['Café & Théâtre  Ltd.', 'cafe and theatre'],
  ['Café', 'cafe'],
  ['-- A --', 'a'],
  ['— É —', 'e'],
  ['図書館２', '図書館2'],
  ['   ', ''],
])('employerKey(%j) is %j', (name, key) => {
  expect(employerKey(name)).toBe(key);
});
