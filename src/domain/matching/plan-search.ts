import { at, type Arranged } from '@/domain/matching/arrange';
import { solveStages, type Market, type StagedPlan, type StagePrices } from '@/domain/matching/engine/staged';
import type { Floor } from '@/domain/matching/engine/floor';
import type { Aim } from '@/domain/matching/faces';
import { reversed } from '@/domain/matching/locks';
import { marketOf } from '@/domain/matching/market';
import { pairKey, type AnyProblem, type Pair, type Proof, type StageProof } from '@/domain/matching/problem';

export type SolveProgress = {
  aim: Aim;
  done: number;
  total: number;
  /** How far the plan can be from the best possible at this stage, as a share of its worth; null when not known yet. */
  share: number | null;
};

export type SolveHooks = {
  onProgress?: (progress: SolveProgress) => void;
  /** Asked many times a second. */
  cancelled?: () => boolean;
  /** Told each plan found, with all its prices. */
  onFound?: (found: Found) => void;
};

/** A plan as the engine knows it. */
export type Found = { market: Market; plan: StagedPlan };

/** Thrown by the hooks, caught in `solve`. */
export class Cancelled extends Error {}

type Search = { problem: AnyProblem; arranged: Arranged; aim: Aim; keep: readonly Pair[]; hooks: SolveHooks };
type Run = { plan: StagedPlan; matches: Pair[] };

/**
 * The best plan for `arranged`, with its proof.
 *
 * @param search `keep` is a plan without people who mentor each other; none of its pairs is given up
 * @throws {Cancelled}
 */
export function searchPlan(search: Search): Proof {
  const kept = new Set(search.keep.map((pair) => pairKey(...pair)));
  const givenUp: Pair[] = [];
  let found = run(search, givenUp);
  for (let clash = clashIn(search, found); clash; clash = clashIn(search, found)) {
    const choices = clash.filter((pair) => !kept.has(pairKey(...pair)));
    const outcomes = choices.map((pair) => ({ pair, found: run(search, [...givenUp, pair]) }));
    const best = outcomes.reduce((a, b) => (isBetter(b.found.plan, a.found.plan) ? b : a));
    givenUp.push(best.pair);
    found = best.found;
  }
  return { matches: found.matches, givenUp, ...proofOf(search, found.plan) };
}

function run({ problem, arranged, aim, keep, hooks }: Search, givenUp: readonly Pair[]): Run {
  const ask = () => {
    if (hooks.cancelled?.()) throw new Cancelled();
  };
  const market = marketOf(problem, arranged, { aim, givenUp, begin: keep, ask });
  const stages = market.levels.length + (market.priority ? 1 : 0);
  const rows = arranged.rows.length;
  let share: number | null = null;
  // Some stages look at all rows more than once; what was told once is not taken back.
  let furthest = 0;
  const plan = solveStages(market, {
    pulse: (stage, done) => {
      ask();
      furthest = Math.max(furthest, stage * rows + done);
      hooks.onProgress?.({ aim, done: furthest, total: stages * rows, share });
    },
    onBound: (bound) => (share = bound),
  });
  ask();
  hooks.onFound?.({ market, plan });
  hooks.onProgress?.({ aim, done: stages * rows, total: stages * rows, share: 0 });
  const matches = [...plan.columnOf].flatMap((column, row): Pair[] =>
    column === -1
      ? []
      : [[at(problem.mentees, at(arranged.rows, row)).id, at(problem.mentors, at(arranged.columns, column)).id]],
  );
  return { plan, matches };
}

function isBetter(a: StagedPlan, b: StagedPlan): boolean {
  const worth = ({ stages: [first, ...rest], floor }: StagedPlan) =>
    [first?.value, floor?.score, ...rest.map(({ value }) => value)].map((value) => value ?? 0);
  const other = worth(b);
  const difference = worth(a)
    .map((value, level) => value - at(other, level))
    .find((gain) => gain !== 0);
  return (difference ?? 0) > 0;
}

/** The first two pairs by which two people would mentor each other; matches stand in the order of mentees' ids. */
function clashIn({ problem }: Search, { matches }: Run): readonly [Pair, Pair] | null {
  if (problem.bothRoles.length < 2) return null;
  const made = new Set(matches.map((pair) => pairKey(...pair)));
  for (const pair of matches) {
    const other = reversed(pair, problem.bothRoles);
    if (other && made.has(pairKey(...other))) return [pair, other];
  }
  return null;
}

/** The prices of each stage, put back into the problem's order. The tie key is left out: it proves nothing. */
function proofOf({ problem, arranged }: Search, { stages, floor }: StagedPlan): Pick<Proof, 'stages' | 'floor'> {
  const inOrder = ({ rows, columns }: StagePrices['prices']) => {
    const mentees = problem.mentees.map(() => 0);
    const mentors = problem.mentors.map(() => 0);
    arranged.rows.forEach((row, r) => (mentees[row] = at(rows, r)));
    // A mentor without a place has no pair, so any price would do.
    arranged.columns.forEach((column, c) => {
      if (at(arranged.capacity, c) > 0) mentors[column] = at(columns, c);
    });
    return { mentees, mentors };
  };
  const proofs = stages.flatMap(({ stage, value, prices }): StageProof[] =>
    stage === 'tie' ? [] : [{ stage, value, ...inOrder(prices) }],
  );
  const beyond = ({ value, prices }: Floor['beyond']) => ({ value, ...inOrder(prices) });
  return { stages: proofs, floor: floor && { score: floor.score, beyond: beyond(floor.beyond) } };
}
