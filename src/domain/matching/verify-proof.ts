import type { Pair, Problem, Proof, Stage } from '@/domain/matching/problem';

export type Side = 'who' | 'withWhom';
/** What a proof speaks about, read again from the problem: nothing here comes from the solver. */
export type Ground = {
  problem: Problem;
  free: boolean[];
  places: number[];
  open: (row: number, column: number) => boolean;
};
export type Index = { row: Map<string, number>; column: Map<string, number> };

export const EXCLUDED = -2147483648;
export const textOf = (pair: Pair) => JSON.stringify([pair[0], pair[1]]);
export const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

export function groundFor(
  problem: Problem,
  index: Index,
  rest: { givenUp: readonly Pair[]; among: ReadonlySet<string> | null },
): Ground {
  const locks = [...new Map(problem.locks.map((lock) => [textOf(lock), lock])).values()];
  const locked = new Set(locks.map(([menteeId]) => menteeId));
  const free = problem.mentees.map(({ id }) => !locked.has(id) && (rest.among?.has(id) ?? true));
  const places = problem.mentors.map(({ id, capacity }) => capacity - locks.filter((lock) => lock[1] === id).length);
  const struck = new Set<number>();
  for (const pair of [...problem.vetoes, ...rest.givenUp, ...locks.flatMap((lock) => otherWayRound(problem, lock))]) {
    const row = index.row.get(pair[0]);
    const column = index.column.get(pair[1]);
    if (row !== undefined && column !== undefined) struck.add(row * places.length + column);
  }
  const floor = problem.objective === 'quality' ? problem.minimumScore : 0;
  const open = (row: number, column: number) => {
    const cell = row * places.length + column;
    return (
      free[row] === true && (places[column] ?? 0) > 0 && (problem.fit[cell] ?? EXCLUDED) >= floor && !struck.has(cell)
    );
  };
  return { problem, free, places, open };
}

export function otherWayRound({ bothRoles }: Problem, [menteeId, mentorId]: Pair): Pair[] {
  const asMentor = bothRoles.find((person) => person[0] === menteeId);
  const asMentee = bothRoles.find((person) => person[1] === mentorId);
  return asMentor && asMentee ? [[asMentee[0], asMentor[1]]] : [];
}

function expectedStages({ objective, fairness, previous }: Problem, side: Side): Stage[] {
  const stages: Stage[] = ['total'];
  if (fairness === 'balanced') stages.unshift('balanced');
  if (objective === 'participation' || side === 'withWhom') stages.unshift('participation');
  if (previous.length > 0) stages.push('kept');
  return stages;
}

/** The worth of a pair at one stage, computed from the definition in the contract. */
function worthReader(problem: Problem, side: Side): (stage: Stage, row: number, column: number) => number {
  const width = problem.mentors.length;
  const cells = new Map(problem.mentees.map(({ id }, row) => [id, row * width]));
  const columns = new Map(problem.mentors.map(({ id }, column) => [id, column]));
  const kept = new Set(problem.previous.map(([a, b]) => (cells.get(a) ?? NaN) + (columns.get(b) ?? NaN)));
  return (stage, row, column) => {
    const cell = row * width + column;
    if (stage === 'participation') return side === 'who' ? (problem.mentees[row]?.priority ?? 0) : 1;
    if (stage === 'kept') return kept.has(cell) ? 1 : 0;
    const u = (problem.fit[cell] ?? 0) + (side === 'withWhom' ? (problem.privatePart?.[cell] ?? 0) : 0);
    return stage === 'total' ? u : Math.round((240_000 * u - u * u) / 14_400);
  };
}

export function checkProof(ground: Ground, index: Index, { side, proof }: { side: Side; proof: Proof }): string[] {
  const { problem, places } = ground;
  const expected = expectedStages(problem, side);
  if (proof.stages.map(({ stage }) => stage).join() !== expected.join())
    return [`${side}: not the stages of this problem`];
  const sized = proof.stages.every(
    ({ mentees, mentors }) => mentees.length === ground.free.length && mentors.length === places.length,
  );
  if (!sized) return [`${side}: a price is missing`];
  const numbers = proof.stages.flatMap(({ value, mentees, mentors }) => [value, ...mentees, ...mentors]);
  if (!numbers.every(Number.isSafeInteger)) return [`${side}: a number is not a whole number`];
  return [
    ...checkLoads(ground, index, { side, matches: proof.matches }),
    ...proof.givenUp
      .filter((pair) => otherWayRound(problem, pair).length === 0)
      .map(() => `${side}: gave up a pair without cause`),
    ...checkPrices(ground, { side, proof }),
    ...checkValues(ground, index, { side, proof }),
  ];
}

function checkLoads(
  ground: Ground,
  index: Index,
  { side, matches }: { side: Side; matches: readonly Pair[] },
): string[] {
  const load = ground.places.map(() => 0);
  const faults: string[] = [];
  for (const [menteeId, mentorId] of matches) {
    const row = index.row.get(menteeId) ?? -1;
    const column = index.column.get(mentorId) ?? -1;
    if (!ground.open(row, column)) faults.push(`${side}: a pair that is not allowed`);
    load[column] = (load[column] ?? 0) + 1;
  }
  if (load.some((count, column) => count > (ground.places[column] ?? 0)))
    faults.push(`${side}: more mentees than places`);
  if (new Set(matches.map(([menteeId]) => menteeId)).size !== matches.length)
    faults.push(`${side}: a mentee stands twice`);
  return faults;
}

/** Below zero at the first number that is not zero. */
function isNegative(numbers: readonly number[]): boolean {
  return (numbers.find((number) => number !== 0) ?? 0) < 0;
}

function checkPrices(ground: Ground, { side, proof }: { side: Side; proof: Proof }): string[] {
  const { free, places, open } = ground;
  const worth = worthReader(ground.problem, side);
  const u = free.map((_, row) => proof.stages.map(({ mentees }) => mentees[row] ?? 0));
  const v = places.map((_, column) => proof.stages.map(({ mentors }) => mentors[column] ?? 0));
  const faults: string[] = [];
  if ([...u, ...v].some(isNegative)) faults.push(`${side}: a price below zero`);
  if (u.some((price, row) => !free[row] && price.some(Boolean)))
    faults.push(`${side}: a price for a mentee not in question`);
  if (v.some((price, column) => places[column] === 0 && price.some(Boolean)))
    faults.push(`${side}: a price for no place`);
  const beats = (row: number, column: number): boolean => {
    for (const { stage, mentees, mentors } of proof.stages) {
      const left = (mentees[row] ?? 0) + (mentors[column] ?? 0) - worth(stage, row, column);
      if (left !== 0) return left < 0;
    }
    return false;
  };
  const beaten = free.some((_, row) => places.some((__, column) => open(row, column) && beats(row, column)));
  return beaten ? [...faults, `${side}: a pair is worth more than its prices`] : faults;
}

function checkValues(ground: Ground, index: Index, { side, proof }: { side: Side; proof: Proof }): string[] {
  const worth = worthReader(ground.problem, side);
  const made = proof.matches.map(([a, b]) => [index.row.get(a) ?? -1, index.column.get(b) ?? -1] as const);
  return proof.stages.flatMap(({ stage, value, mentees, mentors }) => {
    const primal = sum(made.map(([row, column]) => worth(stage, row, column)));
    const dual = sum(mentees) + sum(mentors.map((price, column) => price * (ground.places[column] ?? 0)));
    return primal === value && dual === value ? [] : [`${side}: ${stage} is not what the prices add up to`];
  });
}
