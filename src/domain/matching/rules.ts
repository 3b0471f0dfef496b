import { pairKey, type Pair } from '@/domain/matching/problem';
import type { MenteeProfile, MentorProfile } from '@/domain/mentoring';

/** What a cycle knows of its people beyond their answers. */
export type RuleFacts = {
  /** Two person ids, in any order: one of them asked not to be matched with the other. */
  participantVetoes: readonly (readonly [personId: string, otherPersonId: string])[];
  committeeVetoes: readonly Pair[];
  /** Two person ids, in any order, who were a pair last cycle. */
  lastCycle: readonly (readonly [personId: string, otherPersonId: string])[];
  locks: readonly Pair[];
};

type Check = { mentee: MenteeProfile; mentor: MentorProfile; fit: number; minimumScore: number; known: Known };
type Known = {
  participantVetoes: ReadonlySet<string>;
  committeeVetoes: ReadonlySet<string>;
  lastCycle: ReadonlySet<string>;
  locks: ReadonlySet<string>;
  /** Mentee's person, then mentor's. */
  lockedPeople: ReadonlySet<string>;
  /** Employers by application, ready to be compared. */
  employerOf: ReadonlyMap<string, string>;
};
type Rule = { label: string; othersRead?: string; excludes: (check: Check) => boolean };

/** Said for several causes alike, so that it gives none of them away. */
const NOT_AVAILABLE = 'Not available';

const pairOf = ({ mentee, mentor }: Check) => pairKey(mentee.applicationId, mentor.applicationId);
const peopleOf = ({ mentee, mentor }: Check) => pairKey(mentee.personId, mentor.personId);
const reversePeopleOf = ({ mentee, mentor }: Check) => pairKey(mentor.personId, mentee.personId);

/** Builds the key only when there is something to look up: most cycles have few vetoes and many pairs. */
const isAmong = (keys: ReadonlySet<string>, keyOf: (check: Check) => string, check: Check): boolean =>
  keys.size > 0 && keys.has(keyOf(check));

const RULES = {
  'same-person': { label: 'Same person', excludes: ({ mentee, mentor }) => mentee.personId === mentor.personId },
  'participant-veto': {
    label: 'One of them asked not to be matched with the other',
    othersRead: NOT_AVAILABLE,
    excludes: (check) => isAmong(check.known.participantVetoes, peopleOf, check),
  },
  'committee-veto': {
    label: 'Ruled out by the committee',
    othersRead: NOT_AVAILABLE,
    excludes: (check) => isAmong(check.known.committeeVetoes, pairOf, check),
  },
  'no-places': { label: 'No places', othersRead: NOT_AVAILABLE, excludes: ({ mentor }) => mentor.places <= 0 },
  'last-cycle': { label: "Last cycle's partner", excludes: (check) => isAmong(check.known.lastCycle, peopleOf, check) },
  'same-employer': {
    label: 'Same employer',
    excludes: ({ mentee, mentor, known: { employerOf } }) => {
      const employer = employerOf.get(mentee.applicationId) ?? '';
      return employer !== '' && employer === employerOf.get(mentor.applicationId);
    },
  },
  'reverse-pair': {
    label: "Already this mentor's own mentor",
    excludes: (check) => isAmong(check.known.lockedPeople, reversePeopleOf, check),
  },
  'minimum-score': {
    label: 'Below the minimum score',
    // A lock is a decision that this pair is good enough.
    excludes: (check) => check.fit < check.minimumScore && !check.known.locks.has(pairOf(check)),
  },
} satisfies Record<string, Rule>;
export type RuleKey = keyof typeof RULES;

const isRuleKey = (key: string): key is RuleKey => key in RULES;
export const RULE_KEYS: readonly RuleKey[] = Object.keys(RULES).filter(isRuleKey);

export type RuleSettings = {
  /** Rules this cycle goes without. Nobody can be matched with themselves, so that one always holds. */
  off: readonly Exclude<RuleKey, 'same-person'>[];
  /** Thousandths of a point. */
  minimumScore: number;
};
export const DEFAULT_RULES: RuleSettings = { off: [], minimumScore: 0 };

/** A rule in words; only staff read a participant's veto as what it is. */
export function ruleLabel(key: RuleKey, reader: 'staff' | 'others'): string {
  const { label, othersRead }: Rule = RULES[key];
  return reader === 'staff' ? label : (othersRead ?? label);
}

const LEGAL_FORMS = new Set(['the', 'inc', 'llc', 'ltd', 'corp', 'co']);

/** An employer's name without case, accents, punctuation, article and legal form. */
export function employerKey(name: string): string {
  const plain = name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll('&', ' and ');
  const words = plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '' && !LEGAL_FORMS.has(word));
  return words.join(' ');
}

type People = { mentees: readonly MenteeProfile[]; mentors: readonly MentorProfile[] };

/** Asks every rule that is on: the rules that exclude a pair, none when it may be made. */
export function ruleChecker(facts: RuleFacts, settings: RuleSettings, people: People) {
  const personOf = new Map([...people.mentees, ...people.mentors].map((one) => [one.applicationId, one.personId]));
  const eitherWay = (pairs: RuleFacts['lastCycle']) =>
    new Set(pairs.flatMap(([a, b]) => [pairKey(a, b), pairKey(b, a)]));
  const known: Known = {
    participantVetoes: eitherWay(facts.participantVetoes),
    committeeVetoes: new Set(facts.committeeVetoes.map((pair) => pairKey(...pair))),
    lastCycle: eitherWay(facts.lastCycle),
    locks: new Set(facts.locks.map((pair) => pairKey(...pair))),
    lockedPeople: new Set(facts.locks.map(([a, b]) => pairKey(personOf.get(a) ?? '', personOf.get(b) ?? ''))),
    employerOf: new Map(
      [...people.mentees, ...people.mentors].map((one) => [one.applicationId, employerKey(one.employer)]),
    ),
  };
  const off: readonly RuleKey[] = settings.off;
  const on = RULE_KEYS.filter((key) => key === 'same-person' || !off.includes(key));
  return (mentee: MenteeProfile, mentor: MentorProfile, fit: number): RuleKey[] => {
    const check = { mentee, mentor, fit, minimumScore: settings.minimumScore, known };
    return on.filter((key) => RULES[key].excludes(check));
  };
}
