import type { Named } from '@/domain/matching/reports/read-pairs';
import type { MenteeProfile, MentorProfile, Role } from '@/domain/mentoring';
import { menteeProfile, mentorProfile } from '@/domain/profile';
import { CellFault, readCell } from './cells';
import { questionsRead, type Columns } from './columns';
import type { TableFile } from './files';

export type Refused = { line: number; reason: string };

type Person = Named & { personId: string; answers: Record<string, string | readonly string[]> };
export type People = { people: readonly Person[]; refused: readonly Refused[] };

const plain = (text: string): string => text.normalize('NFC').replaceAll(/\s+/g, ' ').trim().toLowerCase();

/** A row as a person; who they are is told by the id, else the address, else the name. */
function readPerson(cellOf: (field: string) => string, role: Role): Person {
  const [reference, email, name] = [cellOf('id'), cellOf('email'), cellOf('name')];
  if (name === '') throw new CellFault('there is no name');
  const answers: Person['answers'] = {};
  for (const question of questionsRead(role)) {
    const text = cellOf(question.name);
    if (text !== '') answers[question.name] = readCell(question, text);
  }
  return {
    id: reference || plain(email) || plain(name),
    // The same in both files: nobody is matched with themselves.
    personId: plain(email) || plain(name),
    reference,
    email,
    name,
    places: Number(answers.places ?? 1),
    answers,
  };
}

/** Everybody in a file; a row that cannot be understood is refused with its line and a reason. */
export function readPeople({ rows }: TableFile, { places }: Columns, role: Role): People {
  const people: Person[] = [];
  const lineOf = new Map<string, number>();
  const refused: Refused[] = [];
  for (const { line, cells } of rows) {
    const cellOf = (field: string): string => cells[places.get(field) ?? -1] ?? '';
    try {
      const person = readPerson(cellOf, role);
      const other = lineOf.get(person.id);
      if (other !== undefined) throw new CellFault(`“${person.id}” is in line ${other} already`);
      lineOf.set(person.id, line);
      people.push(person);
    } catch (error) {
      if (!(error instanceof CellFault)) throw error;
      refused.push({ line, reason: error.message });
    }
  }
  return { people, refused };
}

export const menteesOf = ({ people }: People): MenteeProfile[] => people.map((person) => menteeProfile(person));
export const mentorsOf = ({ people }: People): MentorProfile[] => people.map((person) => mentorProfile(person));
