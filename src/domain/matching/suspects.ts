import type { People, RuleFacts, RuleSettings } from '@/domain/matching/rules';

type Index = ReadonlyMap<string, readonly number[]>;

/** The places in a list of those who share a key; a blank key is nobody's. */
function indexBy<P>(people: readonly P[], keyOf: (person: P) => string): Index {
  const index = new Map<string, number[]>();
  people.forEach((person, place) => {
    const key = keyOf(person);
    if (key === '') return;
    const places = index.get(key);
    if (places) places.push(place);
    else index.set(key, [place]);
  });
  return index;
}

/** From one person, or application, to the others it stands in a fact with. */
function partnersBy(facts: readonly (readonly [string, string])[]): ReadonlyMap<string, readonly string[]> {
  const partners = new Map<string, string[]>();
  for (const [one, other] of facts) partners.set(one, [...(partners.get(one) ?? []), other]);
  return partners;
}

const bothWays = (facts: RuleFacts['lastCycle']) => [...facts, ...facts.map(([a, b]) => [b, a] as const)];

/**
 * For a mentee's row, the columns of the mentors whom a rule could exclude: a rule is asked about these only, for of the
 * others none can hold. Ascending, each once; a rule that is off may still name a suspect.
 */
export function suspectFinder(
  { mentees, mentors }: People,
  facts: RuleFacts,
  { minimumScore }: RuleSettings,
  employerOf: ReadonlyMap<string, string>,
): (row: number, fits: Int32Array) => number[] {
  const byPerson = indexBy(mentors, ({ personId }) => personId);
  const byApplication = indexBy(mentors, ({ applicationId }) => applicationId);
  const byEmployer = indexBy(mentors, ({ applicationId }) => employerOf.get(applicationId) ?? '');
  const full = [...mentors.keys()].filter((column) => (mentors[column]?.places ?? 0) <= 0);
  const people = [...mentees, ...mentors];
  const personOf = new Map(people.map(({ applicationId, personId }) => [applicationId, personId]));
  // A lock of A as B's mentee speaks against B as A's: from the locked mentor's person to the locked mentee's.
  const reverse = facts.locks.map(
    ([mentee, mentor]) => [personOf.get(mentor) ?? '', personOf.get(mentee) ?? ''] as const,
  );
  const ofPerson = partnersBy([...bothWays(facts.participantVetoes), ...bothWays(facts.lastCycle), ...reverse]);
  const ofApplication = partnersBy(facts.committeeVetoes);
  const columnsOf = (index: Index, keys: readonly string[]) => keys.flatMap((key) => index.get(key) ?? []);
  return (row, fits) => {
    const { personId = '', applicationId = '' } = mentees[row] ?? {};
    const suspects = new Set([
      ...full,
      ...columnsOf(byPerson, [personId, ...(ofPerson.get(personId) ?? [])]),
      ...columnsOf(byApplication, ofApplication.get(applicationId) ?? []),
      ...columnsOf(byEmployer, [employerOf.get(applicationId) ?? '']),
    ]);
    if (minimumScore > 0) fits.forEach((fit, column) => fit < minimumScore && suspects.add(column));
    return [...suspects].sort((a, b) => a - b);
  };
}
