import { FACTORS, type FactorKey, type Weights } from '@/domain/matching/factors';
import { fillByKind, fillFits, fillMeansByKind, type Weighing } from '@/domain/matching/kernels/score';
import { SCALE } from '@/domain/matching/score';
import { interests, libraryType, modes, region, stage, times } from '@/domain/matching/values';
import { choicesOf, fillChoices } from './choices';
import { answersTo, questionOf, type Mentee, type Mentor, type People } from './kinds';
import { fillRatings, ratingsOf } from './ratings';

// What scores row by row is plain functions over prepared tables, not closures made per cycle: those would start cold
// each time, and a small cycle is over before they are warm.

const inAnyOrder = (choices: readonly string[]): string =>
  choices.length < 2 ? JSON.stringify(choices) : JSON.stringify(choices.toSorted());

const choicesKey = ({ profile: { topics, activities } }: Mentee | Mentor) => JSON.stringify([topics, activities]);
const placeKey = ({ place: { city, subdivision, offset }, profile: { wantsNearby } }: Mentee | Mentor) =>
  JSON.stringify([city, subdivision, offset, wantsNearby]);
const modesKey = ({ profile }: Mentee | Mentor) => inAnyOrder(profile.modes);
const timesKey = (person: Mentee | Mentor) => String(person.times);
const typesKey = ({ profile }: Mentee) => JSON.stringify([profile.libraryType, profile.wantedLibraryType]);
const typeKey = ({ profile }: Mentor) => profile.libraryType;
const stageKey = ({ profile }: Mentee) => profile.stage;
const stagesKey = ({ profile }: Mentor) => inAnyOrder(profile.stages);

const profileOf = <P>({ profile }: { profile: P }): P => profile;

export type Tables = ReturnType<typeof tablesOf>;

/** What is worked out once per cycle, factor by factor. */
export const tablesOf = (people: People) => ({
  competencies: ratingsOf(people.mentees, people.mentors),
  /** By kind only where there are too many different choices for words. */
  interests:
    choicesOf(people.mentees.map(profileOf), people.mentors.map(profileOf)) ??
    questionOf(people, interests, choicesKey, choicesKey),
  region: questionOf(people, region, placeKey, placeKey),
  modes: questionOf(people, modes, modesKey, modesKey),
  times: questionOf(people, times, timesKey, timesKey),
  libraryType: questionOf(people, libraryType, typesKey, typeKey),
  stage: questionOf(people, stage, stageKey, stagesKey),
});

/** A mentee's values with every mentor, in ten-thousandths, −1 where a factor does not apply. */
export type ValueRows = Record<FactorKey, Int16Array>;

export const valueRows = (mentors: number): ValueRows => ({
  competencies: new Int16Array(mentors),
  interests: new Int16Array(mentors),
  region: new Int16Array(mentors),
  meeting: new Int16Array(mentors),
  setting: new Int16Array(mentors),
});

/** The same numbers as `factorValues`, for a whole row at once. */
export function fillValues(tables: Tables, row: number, out: ValueRows): void {
  fillRatings(tables.competencies, row, out.competencies);
  if ('words' in tables.interests) fillChoices(tables.interests, row, out.interests);
  else fillByKind(answersTo(tables.interests, row), out.interests);
  fillByKind(answersTo(tables.region, row), out.region);
  fillMeansByKind(answersTo(tables.modes, row), answersTo(tables.times, row), out.meeting);
  fillMeansByKind(answersTo(tables.libraryType, row), answersTo(tables.stage, row), out.setting);
}

function weighingOf(weights: Weights): Weighing {
  const ofFactor = FACTORS.map(({ key }) => weights[key]);
  const sums = Array.from({ length: 2 ** ofFactor.length }, (_, set) =>
    ofFactor.reduce((sum, weight, bit) => ((set >> bit) & 1 ? sum + weight : sum), 0),
  );
  return {
    factors: Float64Array.from(ofFactor, (weight) => 2 * SCALE * weight),
    halves: Float64Array.from(sums),
    wholes: Float64Array.from(sums, (sum) => (sum === 0 ? 1 : 2 * sum)),
  };
}

export type RowScorer = { tables: Tables; weighing: Weighing; rows: ValueRows };

/** For scoring row by row, in any order, without ever holding all pairs. */
export const rowScorer = (people: People, weights: Weights): RowScorer => ({
  tables: tablesOf(people),
  weighing: weighingOf(weights),
  rows: valueRows(people.mentors.length),
});

/** Writes a mentee's fit with every mentor, in thousandths of a point: the same as `fitOf`. */
export function scoreRow({ tables, weighing, rows }: RowScorer, row: number, out: Int32Array): void {
  fillValues(tables, row, rows);
  fillFits(rows, weighing, out);
}
