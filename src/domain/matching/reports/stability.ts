import { at } from '@/domain/matching/arrange';
import { reversed } from '@/domain/matching/locks';
import { byText, NOT_ALLOWED, pairKey, type Match, type Problem } from '@/domain/matching/problem';

/** A mentee and a mentor who are not a match, and who by fit would both rather have each other. */
export type BlockingPair = {
  mentee: string;
  mentor: string;
  /** Thousandths of a point. */
  fit: number;
  /** What the mentee has now; null when unmatched. */
  menteeHas: number | null;
  /** The mentee whom the mentor would give up; null when a place is free. */
  givesUp: string | null;
};

/** Whom the mentor would give up first, null for a free place; undefined when all places are locked, or there are none. */
function weakestAt(matches: readonly Match[], capacity: number): Match | null | undefined {
  if (matches.length < capacity) return null;
  return matches
    .filter(({ locked }) => !locked)
    .toSorted((a, b) => a.fit - b.fit || byText(a.mentee, b.mentee))
    .at(0);
}

/**
 * Pairs that would both rather have each other by fit, most gained by the mentee first: none in a stable plan. A pair
 * that a rule, a veto, a lock or a minimum keeps apart is not counted: they could not have each other.
 */
export function blockingPairs(problem: Problem, matches: readonly Match[]): BlockingPair[] {
  const ofMentee = new Map(matches.map((match) => [match.mentee, match]));
  const made = new Set(matches.map(({ mentee, mentor }) => pairKey(mentee, mentor)));
  const vetoed = new Set(problem.vetoes.map((pair) => pairKey(...pair)));
  const floor = problem.objective === 'quality' ? problem.minimumScore : NOT_ALLOWED + 1;
  const apart = (mentee: string, mentor: string): boolean => {
    const reverse = reversed([mentee, mentor], problem.bothRoles);
    return vetoed.has(pairKey(mentee, mentor)) || (reverse !== null && made.has(pairKey(...reverse)));
  };
  const found = problem.mentors.flatMap(({ id: mentor, capacity }, column) => {
    const weakest = weakestAt(
      matches.filter((match) => match.mentor === mentor),
      capacity,
    );
    if (weakest === undefined) return [];
    return problem.mentees.flatMap(({ id: mentee }, row): BlockingPair[] => {
      const fit = at(problem.fit, row * problem.mentors.length + column);
      const now = ofMentee.get(mentee);
      if (fit < floor || now?.locked || fit <= (now?.fit ?? -1) || fit <= (weakest?.fit ?? -1)) return [];
      if (apart(mentee, mentor)) return [];
      return [{ mentee, mentor, fit, menteeHas: now?.fit ?? null, givesUp: weakest?.mentee ?? null }];
    });
  });
  const gain = ({ fit, menteeHas }: BlockingPair) => fit - (menteeHas ?? 0);
  return found.sort((a, b) => gain(b) - gain(a) || byText(a.mentee, b.mentee) || byText(a.mentor, b.mentor));
}
