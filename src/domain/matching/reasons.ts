import { FACTORS, type FactorKey } from '@/domain/matching/factors';
import { overlapOf, type Couple } from '@/domain/matching/people';
import { nearness, type Nearness } from '@/domain/matching/places';
import type { Score } from '@/domain/matching/score';
import { competencyHelp, shared } from '@/domain/matching/values';
import { ACTIVITIES, LIBRARY_TYPES, MODES, STAGES, TOPICS, type Option } from '@/domain/mentoring';

/** First names, as they stand in sentences. */
export type Names = { mentee: string; mentor: string };
export type Reason = { factor: FactorKey; points: number; text: string };

/** Words of a list; a value without an entry (a cycle's own choice) stands for itself. */
const labels = (options: readonly Option[], values: readonly string[]): string =>
  values.map((value) => options.find((option) => option.value === value)?.label ?? value).join(', ');

const ifAny = (values: readonly string[], sentence: string): string[] => (values.length === 0 ? [] : [sentence]);

function competencies(couple: Couple, { mentee }: Names): string[] {
  const helped = competencyHelp(couple);
  const asked = helped.filter((area) => area.asked).map(({ area }) => area.label);
  const others = helped.filter((area) => !area.asked).map(({ area }) => area.label);
  if (asked.length > 0) return [`Strong where ${mentee} asks for help: ${asked.join(', ')}.`];
  return ifAny(others, `More experienced than ${mentee} in: ${others.slice(0, 3).join(', ')}.`);
}

function interests({ mentee: { profile: mentee }, mentor: { profile: mentor } }: Couple): string[] {
  const topics = shared(mentee.topics, mentor.topics);
  const activities = shared(mentee.activities, mentor.activities);
  return [
    ...ifAny(topics, `Shared topics: ${labels(TOPICS, topics)}.`),
    ...ifAny(activities, `Both would like to: ${labels(ACTIVITIES, activities)}.`),
  ];
}

function region({ mentee, mentor }: Couple): string[] {
  const { area } = mentee.place;
  const sentences: Record<Nearness, string> = {
    city: 'In the same city.',
    subdivision: 'In the same state or province.',
    division: `Neighbors in the same part of the country: ${area?.division}.`,
    region: `In the same region: ${area?.region}.`,
    'time-zone': 'Their clocks are at most an hour apart.',
    far: '',
  };
  const near = nearness(mentee.place, mentor.place);
  return near === null || near === 'far' ? [] : [sentences[near]];
}

const modesOf = ({ mentee: { profile: mentee }, mentor: { profile: mentor } }: Couple): string[] => {
  const modes = shared(mentee.modes, mentor.modes);
  return ifAny(modes, `Both are happy to meet by: ${labels(MODES, modes)}.`);
};

function meeting(couple: Couple): string[] {
  const hours = Math.floor(overlapOf(couple)?.shared ?? 0);
  const free = hours === 1 ? '1 hour' : `${hours} hours`;
  return [...modesOf(couple), ...(hours > 0 ? [`Both are free for ${free} in the same week.`] : [])];
}

function setting({ mentee: { profile: mentee }, mentor: { profile: mentor } }: Couple, names: Names): string[] {
  const type = labels(LIBRARY_TYPES, [mentor.libraryType]);
  const sentences: string[] = [];
  if (mentor.libraryType !== '' && mentor.libraryType === mentee.libraryType) sentences.push(`Same setting: ${type}.`);
  else if (mentor.libraryType !== '' && mentor.libraryType === mentee.wantedLibraryType) {
    sentences.push(`Works where ${names.mentee} would like to work: ${type}.`);
  }
  if (mentee.stage !== '' && mentor.stages.includes(mentee.stage)) {
    sentences.push(`${names.mentor} likes to help at ${names.mentee}'s stage: ${labels(STAGES, [mentee.stage])}.`);
  }
  return sentences;
}

const SENTENCES = { competencies, interests, region, meeting, setting } satisfies Record<
  FactorKey,
  (couple: Couple, names: Names) => string[]
>;

/** Why this pair, for the committee: the factors that gave points, most first. */
export function reasonsFor(couple: Couple, score: Score, names: Names): Reason[] {
  return FACTORS.map(({ key }) => ({ factor: key, points: score.points[key] ?? 0 }))
    .filter(({ points }) => points > 0)
    .map(({ factor, points }) => ({ factor, points, text: SENTENCES[factor](couple, names).join(' ') }))
    .sort((a, b) => b.points - a.points);
}

export const labelsOf = (factors: readonly FactorKey[]): string[] =>
  FACTORS.filter(({ key }) => factors.includes(key)).map(({ label }) => label);

/**
 * Why this pair, for the two themselves: only what both agreed to share, namely areas the mentee asked for help in,
 * topics, activities and ways to meet. Never ratings, region, hours or anything private.
 */
export function safeReasonsFor(couple: Couple, names: Names): string[] {
  const asked = competencyHelp(couple).some((area) => area.asked);
  return [...(asked ? competencies(couple, names) : []), ...interests(couple), ...modesOf(couple)];
}
