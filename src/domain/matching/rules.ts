import type { Pair } from '@/domain/matching/problem';
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
  participantVetoes: Relation;
  committeeVetoes: Relation;
  lastCycle: Relation;
  locks: Relation;
  /** Mentee's person, then mentor's. */
  lockedPeople: Relation;
  employerOf: ReadonlyMap<string, string>;
};
type Rule = { label: string; othersRead?: string; excludes: (check: Check) => boolean };

/** Said for several causes alike, so that it gives none of them away. */
const NOT_AVAILABLE = 'Not available';

/** Two steps instead of one joined key: a minimum score can ask for every pair of a cycle. */
type Relation = ReadonlyMap<string, ReadonlySet<string>>;
const holds = (relation: Relation, a: string, b: string): boolean => relation.get(a)?.has(b) ?? false;

function relationOf(pairs: readonly Pair[]): Relation {
  const relation = new Map<string, Set<string>>();
  for (const [a, b] of pairs) relation.set(a, (relation.get(a) ?? new Set()).add(b));
  return relation;
}

const RULES = {
  'same-person': { label: 'Same person', excludes: ({ mentee, mentor }) => mentee.personId === mentor.personId },
  'participant-veto': {
    label: 'One of them asked not to be matched with the other',
    othersRead: NOT_AVAILABLE,
    excludes: ({ mentee, mentor, known }) => holds(known.participantVetoes, mentee.personId, mentor.personId),
  },
  'committee-veto': {
    label: 'Ruled out by the committee',
    othersRead: NOT_AVAILABLE,
    excludes: ({ mentee, mentor, known }) => holds(known.committeeVetoes, mentee.applicationId, mentor.applicationId),
  },
  'no-places': { label: 'No places', othersRead: NOT_AVAILABLE, excludes: ({ mentor }) => mentor.places <= 0 },
  'last-cycle': {
    label: "Last cycle's partner",
    excludes: ({ mentee, mentor, known }) => holds(known.lastCycle, mentee.personId, mentor.personId),
  },
  'same-employer': {
    label: 'Same employer',
    excludes: ({ mentee, mentor, known: { employerOf } }) => {
      const employer = employerOf.get(mentee.applicationId) ?? '';
      return employer !== '' && employer === employerOf.get(mentor.applicationId);
    },
  },
  'reverse-pair': {
    label: "Already this mentor's own mentor",
    excludes: ({ mentee, mentor, known }) => holds(known.lockedPeople, mentor.personId, mentee.personId),
  },
  'minimum-score': {
    label: 'Below the minimum score',
    // A lock is a decision that this pair is good enough.
    excludes: ({ mentee, mentor, fit, minimumScore, known }) =>
      fit < minimumScore && !holds(known.locks, mentee.applicationId, mentor.applicationId),
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

/** A set of rules in the words of a reader, each once. */
export const labelsFor = (rules: readonly RuleKey[], reader: 'staff' | 'others'): string[] => [
  ...new Set(rules.map((rule) => ruleLabel(rule, reader))),
];

const LEGAL_FORMS = new Set(['the', 'inc', 'llc', 'ltd', 'corp', 'co']);

/** An employer's name without case, accents, punctuation, article and legal form. */
export function employerKey(name: string): string {
  const lower = name.toLowerCase().replaceAll('&', ' and ');
  // Letters without accents need no tables of the world's letters: four times as fast, and most names.
  const words = /^[\x20-\x7e]*$/.test(lower)
    ? lower.split(/[^a-z0-9]+/)
    : lower
        .normalize('NFKD')
        .replaceAll(/\p{M}/gu, '')
        .toLowerCase()
        .replaceAll('&', ' and ')
        .split(/[^\p{L}\p{N}]+/u);
  return words.filter((word) => word !== '' && !LEGAL_FORMS.has(word)).join(' ');
}

export type People = { mentees: readonly MenteeProfile[]; mentors: readonly MentorProfile[] };

/** Employers by application, ready to be compared. */
export const employersOf = ({ mentees, mentors }: People): ReadonlyMap<string, string> =>
  new Map([...mentees, ...mentors].map((one) => [one.applicationId, employerKey(one.employer)]));

/** Asks every rule that is on: the rules that exclude a pair, none when it may be made. */
export function ruleChecker(
  facts: RuleFacts,
  settings: RuleSettings,
  people: People,
  employerOf: ReadonlyMap<string, string> = employersOf(people),
) {
  const personOf = new Map([...people.mentees, ...people.mentors].map((one) => [one.applicationId, one.personId]));
  const eitherWay = (pairs: RuleFacts['lastCycle']) =>
    relationOf(
      pairs.flatMap(([a, b]) => [
        [a, b],
        [b, a],
      ]),
    );
  const known: Known = {
    participantVetoes: eitherWay(facts.participantVetoes),
    committeeVetoes: relationOf(facts.committeeVetoes),
    lastCycle: eitherWay(facts.lastCycle),
    locks: relationOf(facts.locks),
    lockedPeople: relationOf(facts.locks.map(([a, b]) => [personOf.get(a) ?? '', personOf.get(b) ?? ''])),
    employerOf,
  };
  const off: readonly RuleKey[] = settings.off;
  const on = RULE_KEYS.filter((key) => key === 'same-person' || !off.includes(key)).map((key) => ({
    key,
    excludes: RULES[key].excludes,
  }));
  return (mentee: MenteeProfile, mentor: MentorProfile, fit: number): readonly RuleKey[] => {
    const check = { mentee, mentor, fit, minimumScore: settings.minimumScore, known };
    return on.filter(({ excludes }) => excludes(check)).map(({ key }) => key);
  };
}
