import type { FactorValues } from '@/domain/matching/factors';
import { overlapOf, type Couple } from '@/domain/matching/people';
import { nearness, NEARNESS_VALUES } from '@/domain/matching/places';
import type { Option } from '@/domain/mentoring';

const FULL = 10_000;

export type CompetencyHelp = { area: Option; asked: boolean; /** Need times help. */ given: number };

/** Thirds: one for each step the mentor stands above, three at most. */
export const helpOf = (own: number, theirs: number): number => Math.min(3, Math.max(0, theirs - own));

/** Where the mentor can help, most first. */
export function competencyHelp({ mentee, mentor }: Couple): CompetencyHelp[] {
  return mentee.areas
    .map((area, i) => {
      const help = helpOf(mentee.ratings[i] ?? 0, mentor.ratings[i] ?? 0);
      return { area, asked: mentee.profile.wantsHelp.includes(area.value), given: (mentee.needs[i] ?? 0) * help };
    })
    .filter(({ given }) => given > 0)
    .sort((a, b) => b.given - a.given);
}

/** A part of a whole above 0, in ten-thousandths. */
export const shareOf = (part: number, whole: number): number => Math.round((FULL * part) / whole);

function competencies({ mentee, mentor }: Couple): number | null {
  let given = 0;
  let needed = 0;
  for (let i = 0; i < mentee.ratings.length; i += 1) {
    const theirs = mentor.ratings[i] ?? 0;
    if (theirs === 0) continue;
    const need = mentee.needs[i] ?? 0;
    given += need * helpOf(mentee.ratings[i] ?? 0, theirs);
    needed += need * 3;
  }
  return needed === 0 ? null : shareOf(given, needed);
}

/** What both chose, each once, in the order of the first. */
export const shared = (a: readonly string[], b: readonly string[]): string[] =>
  [...new Set(a)].filter((choice) => b.includes(choice));

/** The share of the mentee's choices that the mentor offers; a list that either left empty is left out. */
export function interests({ mentee: { profile: mentee }, mentor: { profile: mentor } }: Couple): number | null {
  let offered = 0;
  let chosen = 0;
  for (const list of ['topics', 'activities'] as const) {
    if (mentor[list].length === 0) continue;
    offered += shared(mentee[list], mentor[list]).length;
    chosen += new Set(mentee[list]).size;
  }
  return chosen === 0 ? null : shareOf(offered, chosen);
}

/** Applies when one of the two asked to be matched nearby; both see the same distance, so both wishes give one value. */
export function region({ mentee, mentor }: Couple): number | null {
  if (!mentee.profile.wantsNearby && !mentor.profile.wantsNearby) return null;
  const near = nearness(mentee.place, mentor.place);
  return near === null ? null : NEARNESS_VALUES[near];
}

const meanOf = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? (a ?? b) : Math.round((a + b) / 2);

export function modes({ mentee: { profile: mentee }, mentor: { profile: mentor } }: Couple): number | null {
  const fewer = Math.min(new Set(mentee.modes).size, new Set(mentor.modes).size);
  return fewer === 0 ? null : shareOf(shared(mentee.modes, mentor.modes).length, fewer);
}

export const times = (couple: Couple): number | null => overlapOf(couple)?.share ?? null;

export function libraryType({ mentee: { profile: mentee }, mentor: { profile: mentor } }: Couple): number | null {
  if (mentor.libraryType === '' || (mentee.libraryType === '' && mentee.wantedLibraryType === '')) return null;
  return [mentee.libraryType, mentee.wantedLibraryType].includes(mentor.libraryType) ? FULL : 0;
}

export function stage({ mentee: { profile: mentee }, mentor: { profile: mentor } }: Couple): number | null {
  if (mentee.stage === '' || mentor.stages.length === 0) return null;
  return mentor.stages.includes(mentee.stage) ? FULL : 0;
}

/**
 * Each factor's value for this pair, in ten-thousandths; null where it does not apply. This is what a factor means;
 * `scoring/` gives the same numbers for whole rows at once, and tests hold it to this.
 */
export const factorValues = (couple: Couple): FactorValues => ({
  competencies: competencies(couple),
  interests: interests(couple),
  region: region(couple),
  meeting: meanOf(modes(couple), times(couple)),
  setting: meanOf(libraryType(couple), stage(couple)),
});
