import type { Pair } from '@/domain/matching/problem';

/** One line of an uploaded pairing, as it was written. */
export type PairLine = { line: number; mentee: string; mentor: string };

/** Somebody who can be named: by reference, by mail address, or by name where nobody else in the role has it. */
export type Named = { id: string; reference: string; email: string; name: string; places: number };

export type ReadPairs = { pairs: readonly Pair[]; refused: readonly { line: number; reason: string }[] };

/** Without case, space too many, and the apostrophe before what a spreadsheet would run as a formula. */
const plain = (text: string): string =>
  text
    .normalize('NFC')
    .trim()
    .replace(/^'(?=[=+@-])/, '')
    .replaceAll(/\s+/g, ' ')
    .toLowerCase();

/** Finds people of one role; a text says why not. */
function finder(people: readonly Named[], role: 'mentee' | 'mentor') {
  const byKey = new Map<string, Named[]>();
  for (const person of people)
    for (const key of new Set([person.reference, person.email, person.name].map(plain)))
      if (key !== '') byKey.set(key, [...(byKey.get(key) ?? []), person]);
  return (written: string): Named | string => {
    if (plain(written) === '') return `No ${role} is named.`;
    const [found, ...others] = byKey.get(plain(written)) ?? [];
    if (!found) return `No ${role} “${written.trim()}” is in this cycle.`;
    return others.length === 0 ? found : `More than one ${role} is called “${written.trim()}”; give the reference.`;
  };
}

/**
 * Reads pairs that people wrote: every line is a pair, or is refused with its number and a reason.
 *
 * @param kind in a *plan* a mentee has one mentor and a mentor no more mentees than places; *any* pairs may be listed
 */
export function readPairs(
  lines: readonly PairLine[],
  people: { mentees: readonly Named[]; mentors: readonly Named[] },
  kind: 'plan' | 'any',
): ReadPairs {
  const [menteeOf, mentorOf] = [finder(people.mentees, 'mentee'), finder(people.mentors, 'mentor')];
  const pairs: Pair[] = [];
  const refused: { line: number; reason: string }[] = [];
  const lineOf = new Map<string, number>();
  const loads = new Map<string, number>();
  for (const { line, mentee: writtenMentee, mentor: writtenMentor } of lines) {
    const [mentee, mentor] = [menteeOf(writtenMentee), mentorOf(writtenMentor)];
    const refuse = (reason: string) => refused.push({ line, reason });
    if (typeof mentee === 'string') refuse(mentee);
    else if (typeof mentor === 'string') refuse(mentor);
    else if (kind === 'any') pairs.push([mentee.id, mentor.id]);
    else if (lineOf.has(mentee.id)) refuse(`${mentee.name} has a mentor already, in line ${lineOf.get(mentee.id)}.`);
    else if ((loads.get(mentor.id) ?? 0) >= mentor.places) refuse(`${mentor.name} has no further place.`);
    else {
      lineOf.set(mentee.id, line);
      loads.set(mentor.id, (loads.get(mentor.id) ?? 0) + 1);
      pairs.push([mentee.id, mentor.id]);
    }
  }
  return { pairs, refused };
}
