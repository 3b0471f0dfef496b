import type { Pair, Proof } from '@/domain/matching/problem';
import { expectedStages, leastFit, otherWayRound, sum, worthsOf, type Ground } from '@/domain/matching/verify-ground';
import { isBeaten, isBeatenBeyond } from '@/domain/matching/verify-prices';

/** What does not hold in the proof of one plan. */
export function checkProof(ground: Ground): string[] {
  const { problem, side, proof, places, free } = ground;
  const expected = expectedStages(problem, side);
  if (proof.stages.map(({ stage }) => stage).join() !== expected.join())
    return [`${side}: not the stages of this problem`];
  if (proof.floor !== null && problem.fairness !== 'maximin') return [`${side}: a floor that nobody asked for`];
  const lists = [...proof.stages, ...(proof.floor ? [proof.floor.beyond] : [])];
  if (!lists.every(({ mentees, mentors }) => mentees.length === free.length && mentors.length === places.length))
    return [`${side}: a price is missing`];
  if (!lists.every(({ value, mentees, mentors }) => isWhole([value]) && isWhole(mentees) && isWhole(mentors)))
    return [`${side}: a number is not a whole number`];
  const made = proof.matches.map((pair, k) => madeOf(ground, pair, k));
  const claims: [boolean, string][] = [
    ...loadClaims(ground, made),
    [proof.givenUp.every((pair) => otherWayRound(problem, pair).length > 0), 'gave up a pair without cause'],
    ...priceClaims(ground),
    ...floorClaims(ground, made),
    [!isBeaten(ground), 'a pair is worth more than its prices'],
    ...valueClaims(ground, made),
  ];
  return claims.filter(([holds]) => !holds).map(([, fault]) => `${side}: ${fault}`);
}

/** A pair of the plan, read once: NaN for a fit that nobody has. */
type Made = { row: number; column: number; fit: number; utility: number };

function madeOf({ row: rows, column: columns, fitsOf, extra, places, ask }: Ground, [a, b]: Pair, k: number): Made {
  if ((k & 15) === 0) ask();
  const [row, column] = [rows.get(a) ?? -1, columns.get(b) ?? -1];
  const fit = row < 0 || column < 0 ? NaN : (fitsOf(row)[column] ?? NaN);
  return { row, column, fit, utility: fit + (extra?.[row * places.length + column] ?? 0) };
}

const isWhole = (numbers: readonly number[]): boolean => numbers.every(Number.isSafeInteger);

function loadClaims(ground: Ground, made: readonly Made[]): [boolean, string][] {
  const { problem, free, places, struck } = ground;
  const least = leastFit(problem);
  const load = places.map(() => 0);
  for (const { column } of made) if (column >= 0) load[column]! += 1;
  const isOpen = ({ row, column, fit }: Made) =>
    free[row] === 1 && fit >= least && !struck.has(row * places.length + column);
  return [
    [made.every(isOpen), 'a pair that is not allowed'],
    [load.every((count, column) => count <= Math.max(0, places[column]!)), 'more mentees than places'],
    [new Set(made.map(({ row }) => row)).size === made.length, 'a mentee stands twice'],
  ];
}

/** Below zero at the first stage that is not zero. */
function isNegative(stages: Proof['stages'], role: 'mentees' | 'mentors', at: number): boolean {
  for (const stage of stages) {
    const price = stage[role][at] ?? 0;
    if (price !== 0) return price < 0;
  }
  return false;
}

function priceClaims({ proof, free, places }: Ground): [boolean, string][] {
  const { stages, floor } = proof;
  const lists = [...stages, ...(floor ? [floor.beyond] : [])];
  const isFreeOf = (role: 'mentees' | 'mentors', at: number) => lists.every((stage) => stage[role][at] === 0);
  const isPositive = (role: 'mentees' | 'mentors', at: number) =>
    !isNegative(stages, role, at) && (floor?.beyond[role][at] ?? 0) >= 0;
  return [
    [
      free.every((_, at) => isPositive('mentees', at)) && places.every((_, at) => isPositive('mentors', at)),
      'a price below zero',
    ],
    [free.every((isFree, row) => isFree === 1 || isFreeOf('mentees', row)), 'a price for a mentee not in question'],
    [places.every((count, column) => count > 0 || isFreeOf('mentors', column)), 'a price for no place'],
  ];
}

function costOf({ places }: Ground, { mentees, mentors }: Pick<Proof['stages'][number], 'mentees' | 'mentors'>) {
  return sum(mentees) + sum(mentors.map((price, column) => (price === 0 ? 0 : price * places[column]!)));
}

function floorClaims(ground: Ground, made: readonly Made[]): [boolean, string][] {
  const { problem, proof } = ground;
  const { floor, stages } = proof;
  const served = stages[0]?.value ?? 0;
  if (problem.fairness !== 'maximin' || served === 0) return [[floor === null, 'a floor for nobody']];
  if (!floor) return [[false, 'no floor']];
  return [
    [made.every(({ utility }) => utility >= floor.score), 'a match below the floor'],
    [floor.beyond.value < served, 'as many could be matched above the floor'],
    [costOf(ground, floor.beyond) === floor.beyond.value, 'the floor is not what the prices add up to'],
    [!isBeatenBeyond(ground), 'a pair above the floor is worth more than its prices'],
  ];
}

function valueClaims(ground: Ground, made: readonly Made[]): [boolean, string][] {
  const worths = worthsOf(ground);
  return ground.proof.stages.map((stage, at) => {
    const worth = worths[at] ?? (() => NaN);
    const primal = sum(made.map(({ row, column, utility }) => worth(row, column, utility)));
    const holds = primal === stage.value && costOf(ground, stage) === stage.value;
    return [holds, `${stage.stage} is not what the prices add up to`];
  });
}
