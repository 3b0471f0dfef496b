import { questionsOfRole } from '@/domain/forms/mentoring-2026';
import type { Role } from '@/domain/mentoring';
import type { Question } from '@/domain/questions';
import { InputFault } from '../solve/faults';
import type { TableFile } from './files';

/** What a column can be beside an answer to the form. */
const OWN_FIELDS = ['id', 'email'] as const;

/** Answers that the matcher reads; other columns are left alone. */
const MATCHER_READS =
  /^(?:name|employer|library_type|subdivision|city|time_zone|rating_\w+|help_areas|help_stages|places|stage|modes|hours|wants_nearby|wanted_library_type|(?:offer|want)_(?:topics|activities))$/;

/** Headings people write that are neither a field's name nor its question. */
const OTHER_NAMES: Record<string, readonly string[]> = {
  id: ['reference'],
  email: ['e-mail', 'email address', 'mail'],
  subdivision: ['state', 'province'],
  offer_topics: ['topics'],
  want_topics: ['topics'],
  offer_activities: ['activities'],
  want_activities: ['activities'],
};

export const questionsRead = (role: Role): Question[] =>
  questionsOfRole(role).filter(({ name }) => MATCHER_READS.test(name));

/** Headings as they are compared: without case, punctuation and signs between words. */
const plain = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

export type Columns = {
  /** Field → place of its column. */
  places: ReadonlyMap<string, number>;
  /** As it is printed: field and heading, in order of the columns. */
  mapping: readonly (readonly [field: string, heading: string])[];
  unused: readonly string[];
};

/** Field → heading, for columns that would not be recognised. */
export type ColumnMap = Readonly<Record<string, string>>;

function fieldsByHeading(role: Role): ReadonlyMap<string, string> {
  const questions = questionsRead(role);
  const fields = [...OWN_FIELDS, ...questions.map(({ name }) => name)];
  return new Map([
    ...fields.flatMap((field) => (OTHER_NAMES[field] ?? []).map((name) => [plain(name), field] as const)),
    ...questions.map(({ name, label }) => [plain(label), name] as const),
    ...fields.map((field) => [plain(field), field] as const),
  ]);
}

/**
 * Finds the fields among the headings: by name, by the question as the form asks it, or as `map` says.
 *
 * @throws {InputFault} on a field or heading that does not exist, two columns for one field, no names, or no ratings
 */
export function recognisedColumns({ name: file, headings }: TableFile, role: Role, map: ColumnMap): Columns {
  const known = fieldsByHeading(role);
  const fields = new Set(known.values());
  const faults: string[] = [];
  const mapped = new Map<number, string>();
  for (const [field, heading] of Object.entries(map)) {
    const place = headings.findIndex((one) => plain(one) === plain(heading));
    if (!fields.has(field)) faults.push(`${file}: the map names “${field}”, which is no field of a ${role}’s form`);
    else if (place === -1) faults.push(`${file}: the map names the column “${heading}”, which is not there`);
    else mapped.set(place, field);
  }
  const taken = new Set(mapped.values());
  const places = new Map<string, number>();
  headings.forEach((heading, place) => {
    const guess = known.get(plain(heading));
    const field = mapped.get(place) ?? (guess !== undefined && taken.has(guess) ? undefined : guess);
    if (field === undefined) return;
    const other = places.get(field);
    if (other === undefined) places.set(field, place);
    else faults.push(`${file}: both “${headings[other]}” and “${heading}” would be ${field}; choose with --map`);
  });
  if (!places.has('name')) faults.push(`${file}: no column is recognised as name; name it with --map`);
  if (![...places.keys()].some((field) => field.startsWith('rating_')))
    faults.push(`${file}: no column is recognised as a rating; name them with --map`);
  if (faults.length > 0) throw new InputFault(faults);
  const used = new Set(places.values());
  return {
    places,
    mapping: [...places].map(([field, place]) => [field, headings[place] ?? ''] as const),
    unused: headings.filter((heading, place) => heading !== '' && !used.has(place)),
  };
}
