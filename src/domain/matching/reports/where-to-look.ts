import { areaOf } from '@/domain/matching/regions';
import { byText, type Problem } from '@/domain/matching/problem';
import { problemFor, scoreCycle, type MatchingCycle, type PlanSettings } from '@/domain/matching/score-cycle';
import type { MenteeProfile, MentorProfile } from '@/domain/mentoring';
import type { Resolve } from './resolve';
import { mostFrequent, typicalMentor } from './typical-mentor';

/** What one further mentor of this kind would bring. */
export type Finding = {
  region: string;
  /** An area of the cycle's framework. */
  strongest: string;
  /** Mentees matched in addition. */
  menteesGained: number;
  /** Thousandths of a point that all matches together have in addition. */
  fitGained: number;
};

export type Gain = { matched: number; totalFit: number };

/** What a plan would gain by one more mentor. */
export type Try = (mentor: MentorProfile) => Gain;

const figuresOf = (problem: Problem, resolve: Resolve): Gain => {
  const { matches } = resolve(problem);
  return { matched: matches.length, totalFit: matches.reduce((sum, { fit }) => sum + fit, 0) };
};

/** Tries a mentor by solving the cycle with them. For large cycles an engine that keeps its prices can answer faster. */
export function tryByResolving(cycle: MatchingCycle, settings: PlanSettings, resolve: Resolve): Try {
  const problemWith = (mentors: readonly MentorProfile[]) =>
    problemFor(scoreCycle({ ...cycle, mentors: [...cycle.mentors, ...mentors] }), settings);
  const now = figuresOf(problemWith([]), resolve);
  return (mentor) => {
    const then = figuresOf(problemWith([mentor]), resolve);
    return { matched: then.matched - now.matched, totalFit: then.totalFit - now.totalFit };
  };
}

/** The regions where mentees live, each at the state and time zone most of them have. */
function regionsOf(mentees: readonly MenteeProfile[]) {
  const byRegion = new Map<string, MenteeProfile[]>();
  for (const mentee of mentees) {
    const region = areaOf(mentee.subdivision)?.region;
    if (region !== undefined) byRegion.set(region, [...(byRegion.get(region) ?? []), mentee]);
  }
  return [...byRegion].sort(byFirst).map(([region, people]) => {
    const subdivision = mostFrequent(people.map((mentee) => mentee.subdivision));
    const neighbors = people.filter((mentee) => mentee.subdivision === subdivision);
    return { region, subdivision, timeZone: mostFrequent(neighbors.map(({ timeZone }) => timeZone)) };
  });
}

const byFirst = (a: readonly [string, unknown], b: readonly [string, unknown]) => byText(a[0], b[0]);

/**
 * Where one more mentor would help most: a typical one is tried for each region where mentees live and each competency.
 * Most mentees gained first, then most fit; kinds that bring nothing are left out.
 */
export function whereToLook(
  { mentees, mentors, areas }: Pick<MatchingCycle, 'mentees' | 'mentors' | 'areas'>,
  tryMentor: Try,
): Finding[] {
  if (mentors.length === 0) return [];
  const kinds = regionsOf(mentees).flatMap((place) => areas.map(({ value }) => ({ ...place, strongest: value })));
  return kinds
    .map(({ region, ...wanted }): Finding => {
      const gain = tryMentor(typicalMentor(mentors, wanted));
      return { region, strongest: wanted.strongest, menteesGained: gain.matched, fitGained: gain.totalFit };
    })
    .filter(({ menteesGained, fitGained }) => menteesGained > 0 || fitGained > 0)
    .sort((a, b) => b.menteesGained - a.menteesGained || b.fitGained - a.fitGained);
}
