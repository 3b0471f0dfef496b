import type { FactorValues } from '@/domain/matching/factors';
import { overlapOf, type Couple } from '@/domain/matching/people';
import { nearness, NEARNESS_VALUES } from '@/domain/matching/places';
import { COMPETENCIES, type Competency } from '@/domain/mentoring';

const FULL = 10_000;
const AREAS: readonly Competency[] = COMPETENCIES.map(({ value }) => value);

export type CompetencyHelp = { area: Competency; asked: boolean; /** Need times help. */ given: number };

/** Thirds: one for each step the mentor stands above, three at most. */
const helpOf = (own: number, theirs: number): number => Math.min(3, Math.max(0, theirs - own));

/** Where the mentor can help, most first. */
export function competencyHelp({ mentee, mentor }: Couple): CompetencyHelp[] {
  return AREAS.map((area, i) => {
    const help = helpOf(mentee.ratings[i] ?? 0, mentor.ratings[i] ?? 0);
    return { area, asked: mentee.profile.wantsHelp.includes(area), given: (mentee.needs[i] ?? 0) * help };
  })
    .filter(({ given }) => given > 0)
    .sort((a, b) => b.given - a.given);
}

function competencies({ mentee, mentor }: Couple): number | null {
  let given = 0;
  let needed = 0;
  for (let i = 0; i < AREAS.length; i += 1) {
    const theirs = mentor.ratings[i] ?? 0;
    if (theirs === 0) continue;
    const need = mentee.needs[i] ?? 0;
    given += need * helpOf(mentee.ratings[i] ?? 0, theirs);
    needed += need * 3;
  }
  return needed === 0 ? null : Math.round((FULL * given) / needed);
}

/** Counts without a list: asked for every pair of a cycle. */
function countShared(a: readonly string[], b: readonly string[]): number {
  let count = 0;
  for (const choice of a) if (b.includes(choice)) count += 1;
  return count;
}

export const shared = (a: readonly string[], b: readonly string[]): string[] =>
  a.filter((choice) => b.includes(choice));

/** The share of the mentee's choices that the mentor offers; a list that either left empty is left out. */
function interests({ mentee: { profile: mentee }, mentor: { profile: mentor } }: Couple): number | null {
  let offered = 0;
  let chosen = 0;
  for (const list of ['topics', 'activities'] as const) {
    if (mentor[list].length === 0) continue;
    offered += countShared(mentee[list], mentor[list]);
    chosen += mentee[list].length;
  }
  return chosen === 0 ? null : Math.round((FULL * offered) / chosen);
}

/** Applies when one of the two asked to be matched nearby; both see the same distance, so both wishes give one value. */
function region({ mentee, mentor }: Couple): number | null {
  if (!mentee.profile.wantsNearby && !mentor.profile.wantsNearby) return null;
  const near = nearness(mentee.place, mentor.place);
  return near === null ? null : NEARNESS_VALUES[near];
}

const meanOf = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? (a ?? b) : Math.round((a + b) / 2);

function meeting(couple: Couple): number | null {
  const [mentee, mentor] = [couple.mentee.profile, couple.mentor.profile];
  const fewer = Math.min(mentee.modes.length, mentor.modes.length);
  const modes = fewer === 0 ? null : Math.round((FULL * countShared(mentee.modes, mentor.modes)) / fewer);
  return meanOf(modes, overlapOf(couple)?.share ?? null);
}

function setting({ mentee: { profile: mentee }, mentor: { profile: mentor } }: Couple): number | null {
  const known = mentor.libraryType !== '' && (mentee.libraryType !== '' || mentee.wantedLibraryType !== '');
  const same = mentor.libraryType === mentee.libraryType || mentor.libraryType === mentee.wantedLibraryType;
  const asked = mentee.stage !== '' && mentor.stages.length > 0;
  return meanOf(known ? (same ? FULL : 0) : null, asked ? (mentor.stages.includes(mentee.stage) ? FULL : 0) : null);
}

/** Each factor's value for this pair, in ten-thousandths; null where it does not apply. */
export const factorValues = (couple: Couple): FactorValues => ({
  competencies: competencies(couple),
  interests: interests(couple),
  region: region(couple),
  meeting: meeting(couple),
  setting: setting(couple),
});
