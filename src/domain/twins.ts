/** Somebody who applied in a cycle, as far as it tells who they are. */
export type Applicant = {
  personId: string;
  email: string;
  name: string;
  phone: string;
  employer: string;
  city: string;
};
export type Twins = { first: Applicant; second: Applicant; why: string[] };

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The words of a name in any order: "Osei, Ada" is "Ada Osei". */
const nameOf = ({ name }: Applicant): string => plain(name).split(' ').sort().join(' ');
const digits = ({ phone }: Applicant): string => phone.replace(/\D/g, '').slice(-10);
const mailboxOf = ({ email }: Applicant): string => plain(email.split('@')[0] ?? '').replaceAll(' ', '');

const same = (a: string, b: string, least: number): boolean => a.length >= least && a === b;

/** Why two applicants could be one person. A name alone says little: something else must agree. */
function reasons(a: Applicant, b: Applicant): string[] {
  const sameName = same(nameOf(a), nameOf(b), 3);
  const samePhone = same(digits(a), digits(b), 7);
  const others = [
    samePhone ? 'same phone' : '',
    same(plain(a.employer), plain(b.employer), 3) ? 'same employer' : '',
    same(plain(a.city), plain(b.city), 2) ? 'same city' : '',
    same(mailboxOf(a), mailboxOf(b), 4) ? 'same mailbox at two hosts' : '',
  ].filter(Boolean);
  if (sameName && others.length > 0) return ['same name', ...others];
  return samePhone ? others : [];
}

/** Groups of two or more with the same key; nobody is in the group of an empty one. */
function sharing(people: readonly Applicant[], keyOf: (person: Applicant) => string): Applicant[][] {
  const groups = new Map<string, Applicant[]>();
  for (const person of people) {
    const key = keyOf(person);
    const group = groups.get(key);
    if (group) group.push(person);
    else if (key !== '') groups.set(key, [person]);
  }
  return [...groups.values()].filter(({ length }) => length > 1);
}

const pairsOf = (group: readonly Applicant[]): [Applicant, Applicant][] =>
  group.flatMap((first, index) => group.slice(index + 1).map((second): [Applicant, Applicant] => [first, second]));

/**
 * Pairs of people who could be one, the surest first. Only those who share a name or a phone are compared, so ten thousand
 * people are no fifty million pairs.
 *
 * @param people each person once
 * @param decided whether staff have looked at this pair before
 */
export function suspectedTwins(people: readonly Applicant[], decided: (a: string, b: string) => boolean): Twins[] {
  const place = new Map(people.map((person, index) => [person, index]));
  const found = new Map<string, Twins>();
  for (const [first, second] of [...sharing(people, nameOf), ...sharing(people, digits)].flatMap(pairsOf)) {
    const why = first.personId === second.personId ? [] : reasons(first, second);
    if (why.length > 0 && !decided(first.personId, second.personId))
      found.set(`${first.personId} ${second.personId}`, { first, second, why });
  }
  const order = ({ first, second }: Twins) => (place.get(first) ?? 0) * people.length + (place.get(second) ?? 0);
  return [...found.values()].sort((a, b) => b.why.length - a.why.length || order(a) - order(b));
}
