import { at, forbid, type Arranged } from '@/domain/matching/arrange';
import { assign, type Assignment } from '@/domain/matching/kernels/assign';
import { reversed } from '@/domain/matching/locks';
import { byText, pairKey, type Pair, type Problem, type Proof, type StageProof } from '@/domain/matching/problem';
import { pack, packingFor, unpack, type Packing } from '@/domain/matching/packing';
import { maxima, stagesOf, worthOf, type Aim, type Worths } from '@/domain/matching/worth';

export type SolveHooks = {
  onProgress?: (stage: Aim, done: number, total: number) => void;
  /** Asked before each mentee joins. */
  cancelled?: () => boolean;
};

type Search = {
  problem: Problem;
  arranged: Arranged;
  aim: Aim;
  worths: Worths;
  packing: Packing;
  packed: Float64Array;
  hooks: SolveHooks;
};
type Found = { assignment: Assignment; matches: Pair[]; worth: number[] };

/**
 * The best plan for `arranged`, with its proof; null when cancelled.
 *
 * @param keep a plan without people who mentor each other; none of its pairs is given up
 */
export function searchPlan(
  problem: Problem,
  arranged: Arranged,
  rest: { aim: Aim; keep: readonly Pair[]; hooks: SolveHooks },
): Proof | null {
  const { aim, keep, hooks } = rest;
  const worths = worthOf(problem, arranged, aim);
  const packing = packingFor(maxima(worths), arranged.rows.length);
  const packed = pack(packing, worths.weights, worths.weights.length / worths.levels);
  const search = { problem, arranged, aim, worths, packing, packed, hooks };
  const kept = new Set(keep.map((pair) => pairKey(...pair)));
  const givenUp: Pair[] = [];
  let found = run(search, givenUp);
  for (
    let clash = found && clashIn(problem, found.matches);
    found && clash;
    clash = found && clashIn(problem, found.matches)
  ) {
    const choices = clash.filter((pair) => !kept.has(pairKey(...pair)));
    const outcomes = choices.map((pair) => ({ pair, found: run(search, [...givenUp, pair]) }));
    const best = outcomes.reduce((a, b) => (a.found && b.found && isBetter(b.found, a.found) ? b : a));
    givenUp.push(best.pair);
    found = best.found;
  }
  return found && { matches: found.matches, givenUp, stages: stageProofs(search, found) };
}

function run(
  { problem, arranged, aim, worths, packing, packed, hooks }: Search,
  givenUp: readonly Pair[],
): Found | null {
  const narrowed = { ...arranged, allowed: arranged.allowed.slice() };
  forbid(narrowed, problem, givenUp);
  const rows = arranged.rows.length;
  const columns = arranged.columns.length;
  const assignment = assign(
    { rows, columns, levels: packing.length, weights: packed, allowed: narrowed.allowed, capacity: arranged.capacity },
    (done) => {
      hooks.onProgress?.(aim, done, rows);
      return !hooks.cancelled?.();
    },
  );
  if (!assignment) return null;
  hooks.onProgress?.(aim, rows, rows);
  const matches: Pair[] = [];
  const worth = Array.from({ length: worths.levels }, () => 0);
  assignment.columnOf.forEach((column, row) => {
    if (column === -1) return;
    matches.push([
      at(problem.mentees, at(arranged.rows, row)).id,
      at(problem.mentors, at(arranged.columns, column)).id,
    ]);
    worth.forEach((sum, l) => (worth[l] = sum + at(worths.weights, (l * rows + row) * columns + column)));
  });
  return { assignment, matches, worth };
}

function isBetter(a: Found, b: Found): boolean {
  const level = a.worth.findIndex((value, l) => value !== b.worth[l]);
  return level !== -1 && at(a.worth, level) > at(b.worth, level);
}

/** The first two pairs by which two people would mentor each other. */
function clashIn(problem: Problem, matches: readonly Pair[]): readonly [Pair, Pair] | null {
  if (problem.bothRoles.length < 2) return null;
  const made = new Set(matches.map((pair) => pairKey(...pair)));
  const inOrder = matches.toSorted((a, b) => byText(a[0], b[0]) || byText(a[1], b[1]));
  for (const pair of inOrder) {
    const other = reversed(pair, problem.bothRoles);
    if (other && made.has(pairKey(...other))) return [pair, other];
  }
  return null;
}

/** The prices of each stage, put back into the problem's order. The tie key is left out: it proves nothing. */
function stageProofs({ problem, arranged, aim, packing }: Search, { assignment, worth }: Found): StageProof[] {
  const [rows, columns] = [arranged.rows.length, arranged.columns.length];
  const rowPrices = unpack(packing, assignment.rowPrices, rows);
  const columnPrices = unpack(packing, assignment.columnPrices, columns);
  return stagesOf(problem, aim).map((stage, level) => {
    const mentees = problem.mentees.map(() => 0);
    const mentors = problem.mentors.map(() => 0);
    arranged.rows.forEach((row, r) => (mentees[row] = at(rowPrices, level * rows + r)));
    arranged.columns.forEach((column, c) => (mentors[column] = at(columnPrices, level * columns + c)));
    return { stage, value: at(worth, level), mentees, mentors };
  });
}
