import { at } from '@/domain/matching/arrange';
import type { FactorKey } from '@/domain/matching/factors';
import { byText, type Pair } from '@/domain/matching/problem';
import { labelsOf, reasonsFor, safeReasonsFor, type Names, type Reason } from '@/domain/matching/reasons';
import { labelsFor, type RuleKey } from '@/domain/matching/rules';
import { scoreOf } from '@/domain/matching/score';
import type { ScoredCycle } from '@/domain/matching/score-cycle';
import { factorValues } from '@/domain/matching/values';

/** The first name of an application's person. */
export type NameOf = (applicationId: string) => string;

export type PairExplanation = {
  fit: number;
  /** Thousandths per factor; they add up to the fit. */
  points: Partial<Record<FactorKey, number>>;
  reasons: readonly Reason[];
  /** Labels of the factors that nobody asked for or answered. */
  notConsidered: readonly string[];
  /** Empty when the pair may be made. */
  excludedBy: readonly RuleKey[];
};

export type Candidate = PairExplanation & { mentorId: string };
export type Candidates = {
  /** Best fit first. */
  candidates: readonly Candidate[];
  excluded: readonly { mentorId: string; rules: readonly string[] }[];
};

function explainCell(scored: ScoredCycle, [row, column]: readonly [number, number], nameOf: NameOf): PairExplanation {
  const couple = scored.coupleAt(row, column);
  const score = scoreOf(factorValues(couple), scored.cycle.weights);
  return {
    fit: score.fit,
    points: score.points,
    reasons: reasonsFor(couple, score, namesIn(scored, [row, column], nameOf)),
    notConsidered: labelsOf(score.notConsidered),
    excludedBy: scored.excluded.get(row * scored.cycle.mentors.length + column) ?? [],
  };
}

const namesIn = ({ cycle }: ScoredCycle, [row, column]: readonly [number, number], nameOf: NameOf): Names => ({
  mentee: nameOf(at(cycle.mentees, row).applicationId),
  mentor: nameOf(at(cycle.mentors, column).applicationId),
});

function cellOf({ cycle }: ScoredCycle, [menteeId, mentorId]: Pair): [number, number] {
  const row = cycle.mentees.findIndex(({ applicationId }) => applicationId === menteeId);
  const column = cycle.mentors.findIndex(({ applicationId }) => applicationId === mentorId);
  if (row === -1 || column === -1) throw new RangeError('This pair is not in the cycle.');
  return [row, column];
}

/** Why this pair, from public answers only. @throws {RangeError} when one of them is not in the cycle: a bug. */
export const explainPair = (scored: ScoredCycle, pair: Pair, nameOf: NameOf): PairExplanation =>
  explainCell(scored, cellOf(scored, pair), nameOf);

/** Why this pair, in sentences that both may read. */
export function safeReasons(scored: ScoredCycle, pair: Pair, nameOf: NameOf): string[] {
  const cell = cellOf(scored, pair);
  return safeReasonsFor(scored.coupleAt(...cell), namesIn(scored, cell, nameOf));
}

/** Every mentor for one mentee: candidates with reasons, and the others with the rules that exclude them. */
export function candidatesFor(
  scored: ScoredCycle,
  menteeId: string,
  { nameOf, reader }: { nameOf: NameOf; reader: 'staff' | 'others' },
): Candidates {
  const row = scored.cycle.mentees.findIndex(({ applicationId }) => applicationId === menteeId);
  if (row === -1) throw new RangeError('This mentee is not in the cycle.');
  const all = scored.cycle.mentors.map(({ applicationId: mentorId }, column) => ({
    mentorId,
    ...explainCell(scored, [row, column], nameOf),
  }));
  return {
    candidates: all
      .filter(({ excludedBy }) => excludedBy.length === 0)
      .sort((a, b) => b.fit - a.fit || byText(a.mentorId, b.mentorId)),
    excluded: all
      .filter(({ excludedBy }) => excludedBy.length > 0)
      .map(({ mentorId, excludedBy }) => ({ mentorId, rules: labelsFor(excludedBy, reader) }))
      .sort((a, b) => byText(a.mentorId, b.mentorId)),
  };
}

/** Mentees with the number of mentors open to them, fewest first: the order in which to look for matches by hand. */
export function hardestFirst({ cycle, excluded }: ScoredCycle): { menteeId: string; options: number }[] {
  const width = cycle.mentors.length;
  const options = cycle.mentees.map(() => width);
  for (const cell of excluded.keys()) {
    const row = Math.floor(cell / width);
    options[row] = at(options, row) - 1;
  }
  return cycle.mentees
    .map(({ applicationId }, row) => ({ menteeId: applicationId, options: at(options, row) }))
    .sort((a, b) => a.options - b.options || byText(a.menteeId, b.menteeId));
}
