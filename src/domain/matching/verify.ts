import type { Answer, Pair, Problem, Proof, Stage } from '@/domain/matching/problem';

type Side = 'who' | 'withWhom';
/** What a proof speaks about, read again from the problem: nothing here comes from the solver. */
type Ground = { problem: Problem; free: boolean[]; places: number[]; open: (row: number, column: number) => boolean };
type Index = { row: Map<string, number>; column: Map<string, number> };

const EXCLUDED = -2147483648;
const textOf = (pair: Pair) => JSON.stringify([pair[0], pair[1]]);
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

/**
 * Whether `answer` is a best plan for `problem`, checked against every pair in exact integers. Shares no code with the
 * solver. An empty list means proved; each entry says what does not hold.
 */
export function verify(problem: Problem, answer: Answer): string[] {
  const index = {
    row: new Map(problem.mentees.map(({ id }, row) => [id, row])),
    column: new Map(problem.mentors.map(({ id }, column) => [id, column])),
  };
  const whole = checkInput(problem, index);
  if (whole.length > 0) return whole;
  const whoGround = groundFor(problem, index, { givenUp: answer.who.givenUp, among: null });
  const faults = [
    ...checkProof(whoGround, index, { side: 'who', proof: answer.who }),
    ...checkAnswer(problem, index, answer),
  ];
  if ((answer.withWhom === null) !== (problem.privatePart === undefined))
    return [...faults, 'private stage: missing or not asked for'];
  if (answer.withWhom === null) return faults;
  const among = new Set(answer.who.matches.map(([menteeId]) => menteeId));
  const ground = groundFor(problem, index, { givenUp: answer.withWhom.givenUp, among });
  const same = answer.withWhom.matches.length === among.size && answer.withWhom.matches.every(([id]) => among.has(id));
  return [
    ...faults,
    ...(same ? [] : ['withWhom: other mentees than those chosen by fit']),
    ...checkProof(ground, index, { side: 'withWhom', proof: answer.withWhom }),
  ];
}

function checkInput(problem: Problem, { row, column }: Index): string[] {
  const { mentees, mentors, fit, privatePart } = problem;
  const faults: string[] = [];
  if (row.size !== mentees.length || column.size !== mentors.length) faults.push('problem: an id stands twice');
  if (fit.length !== mentees.length * mentors.length) faults.push('problem: wrong size of the fit matrix');
  if (privatePart && privatePart.length !== fit.length) faults.push('problem: wrong size of the private matrix');
  if (fit.some((value) => value !== EXCLUDED && (value < 0 || value > 100_000)))
    faults.push('problem: a fit out of range');
  if (privatePart?.some((value) => value < 0 || value > 20_000)) faults.push('problem: a private part out of range');
  if (mentees.some(({ priority }) => !Number.isSafeInteger(priority) || priority < 1))
    faults.push('problem: a bad priority');
  if (mentors.some(({ capacity }) => !Number.isSafeInteger(capacity) || capacity < 0))
    faults.push('problem: a bad capacity');
  return faults;
}

function groundFor(
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

function otherWayRound({ bothRoles }: Problem, [menteeId, mentorId]: Pair): Pair[] {
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

function checkProof(ground: Ground, index: Index, { side, proof }: { side: Side; proof: Proof }): string[] {
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

/** What people are shown, against the proofs: pairs, fits, totals. */
function checkAnswer(problem: Problem, index: Index, answer: Answer): string[] {
  const locks = new Set(problem.locks.map(textOf));
  const proved = [...(answer.withWhom ?? answer.who).matches.map(textOf), ...locks].sort();
  const shown = answer.matches.map(({ mentee, mentor }) => textOf([mentee, mentor])).sort();
  const matched = answer.matches.map(({ mentee }) => mentee);
  const taken = new Set(matched);
  const fits = answer.matches.map(
    ({ mentee, mentor }) =>
      problem.fit[(index.row.get(mentee) ?? -1) * problem.mentors.length + (index.column.get(mentor) ?? -1)],
  );
  const alone = problem.mentees.map(({ id }) => id).filter((id) => !taken.has(id));
  const pairs = new Set(shown);
  const claims: [boolean, string][] = [
    [!problem.vetoes.some((veto) => pairs.has(textOf(veto))), 'a vetoed pair is made'],
    [proved.join() === shown.join(), 'the pairs shown are not the pairs proved'],
    [matched.join() === [...taken].sort().join(), 'matches are not one per mentee in order'],
    [answer.unmatched.join() === alone.sort().join(), 'the unmatched are not the others'],
    [answer.matches.every(({ fit }, i) => fit === fits[i] && fit !== EXCLUDED), 'a fit differs from the problem'],
    [
      answer.matches.every((match) => match.locked === locks.has(textOf([match.mentee, match.mentor]))),
      'a lock is not said',
    ],
    [answer.totalFit === sum(answer.matches.map(({ fit }) => fit)), 'the total is not the sum of the fits'],
    [
      answer.minimumFit === (fits.length === 0 ? null : Math.min(...fits.map((fit) => fit ?? 0))),
      'the minimum is not the least fit',
    ],
    [
      !answer.matches.some(({ mentee, mentor }) =>
        otherWayRound(problem, [mentee, mentor]).some((p) => pairs.has(textOf(p))),
      ),
      'two people mentor each other',
    ],
  ];
  return claims.filter(([holds]) => !holds).map(([, fault]) => fault);
}
