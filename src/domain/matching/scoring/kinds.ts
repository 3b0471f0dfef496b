import { at } from '@/domain/matching/arrange';
import type { ByKind } from '@/domain/matching/kernels/score';
import type { Couple, Prepared } from '@/domain/matching/people';
import type { MenteeProfile, MentorProfile } from '@/domain/mentoring';

/** In a row of values: the factor does not apply to this pair. */
export const NOT_APPLYING = -1;

type Kinds<Person> = {
  kindOf: Int32Array;
  /** The first person of each kind: what is true of them is true of all. */
  examples: readonly Person[];
};

function kindsOf<Person>(people: readonly Person[], keyOf: (person: Person) => string): Kinds<Person> {
  const known = new Map<string, number>();
  const examples: Person[] = [];
  const kindOf = new Int32Array(people.length);
  people.forEach((person, place) => {
    const key = keyOf(person);
    const kind = known.get(key) ?? examples.push(person) - 1;
    known.set(key, kind);
    kindOf[place] = kind;
  });
  return { kindOf, examples };
}

export type Mentee = Prepared<MenteeProfile>;
export type Mentor = Prepared<MentorProfile>;
export type People = { mentees: readonly Mentee[]; mentors: readonly Mentor[] };

/** Ten-thousandths, or null. */
type Value = (couple: Couple) => number | null;

/** A question with few different answers: asked once per kind of mentee and kind of mentor, not once per pair. */
export type Question = {
  value: Value;
  mentees: Kinds<Mentee>;
  mentors: Kinds<Mentor>;
  known: Map<number, ByKind>;
};

/** Answers kept for kinds met before; past this many they are worked out again. */
const MOST_KEPT = 4_000_000;

/** @param keys equal for people to whom `value` gives the same with everybody */
export function questionOf(
  { mentees, mentors }: People,
  value: Value,
  ...[ofMentee, ofMentor]: [ofMentee: (mentee: Mentee) => string, ofMentor: (mentor: Mentor) => string]
): Question {
  return { value, mentees: kindsOf(mentees, ofMentee), mentors: kindsOf(mentors, ofMentor), known: new Map() };
}

function ask(value: Value, mentee: Mentee, { kindOf, examples }: Kinds<Mentor>): ByKind {
  const table = new Int16Array(examples.length);
  for (let kind = 0; kind < table.length; kind += 1)
    table[kind] = value({ mentee, mentor: at(examples, kind) }) ?? NOT_APPLYING;
  return { kindOf, table };
}

/** One mentee's answers with every mentor. */
export function answersTo({ value, mentees, mentors, known }: Question, row: number): ByKind {
  const kind = at(mentees.kindOf, row);
  const before = known.get(kind);
  if (before) return before;
  const answers = ask(value, at(mentees.examples, kind), mentors);
  if ((known.size + 1) * mentors.examples.length <= MOST_KEPT) known.set(kind, answers);
  return answers;
}
