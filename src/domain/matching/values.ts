import type { FactorValues } from '@/domain/matching/factors';
import type { Couple } from '@/domain/matching/people';
import { nearness, NEARNESS_VALUES } from '@/domain/matching/places';
import { COMPETENCIES, type Competency } from '@/domain/mentoring';

const FULL = 10_000;

export type CompetencyHelp = {
  area: Competency;
  asked: boolean;
  /** Eighths. */ need: number;
  /** Thirds. */ help: number;
};

/**
 * What the mentee needs and the mentor can give, per area that both rated. Need is (5 − rating) / 4, half as much again
 * where help was asked for; help is a third for each step the mentor stands above, three steps at most.
 */
export function competencyHelp({ mentee, mentor }: Couple): CompetencyHelp[] {
  const found: CompetencyHelp[] = [];
  for (const { value: area } of COMPETENCIES) {
    const own = mentee.ratings[area];
    const theirs = mentor.ratings[area];
    if (own === undefined || theirs === undefined) continue;
    const asked = mentee.wantsHelp.includes(area);
    found.push({ area, asked, need: (5 - own) * (asked ? 3 : 2), help: Math.min(3, Math.max(0, theirs - own)) });
  }
  return found;
}

function competencies(couple: Couple): number | null {
  let given = 0;
  let needed = 0;
  for (const { need, help } of competencyHelp(couple)) {
    given += need * help;
    needed += need * 3;
  }
  return needed === 0 ? null : Math.round((FULL * given) / needed);
}

export const shared = (a: readonly string[], b: readonly string[]): string[] =>
  a.filter((choice) => b.includes(choice));

/** The share of the mentee's choices that the mentor offers; a list that either left empty is left out. */
function interests({ mentee, mentor }: Couple): number | null {
  let offered = 0;
  let chosen = 0;
  for (const list of ['topics', 'activities'] as const) {
    if (mentor[list].length === 0) continue;
    offered += shared(mentee[list], mentor[list]).length;
    chosen += mentee[list].length;
  }
  return chosen === 0 ? null : Math.round((FULL * offered) / chosen);
}

/** Applies when one of the two asked to be matched nearby; both see the same distance, so both wishes give one value. */
function region({ mentee, mentor, places }: Couple): number | null {
  if (!mentee.wantsNearby && !mentor.wantsNearby) return null;
  const near = nearness(places.mentee, places.mentor);
  return near === null ? null : NEARNESS_VALUES[near];
}

const meanOf = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? (a ?? b) : Math.round((a + b) / 2);

function meeting({ mentee, mentor, overlap }: Couple): number | null {
  const fewer = Math.min(mentee.modes.length, mentor.modes.length);
  const modes = fewer === 0 ? null : Math.round((FULL * shared(mentee.modes, mentor.modes).length) / fewer);
  return meanOf(modes, overlap()?.share ?? null);
}

function setting({ mentee, mentor }: Couple): number | null {
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
