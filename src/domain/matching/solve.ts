import { arrange, at, type Arranged } from '@/domain/matching/arrange';
import { describeConflict, lockConflict } from '@/domain/matching/locks';
import { Cancelled, searchPlan, type SolveHooks } from '@/domain/matching/plan-search';
import { byText, pairKey, type AnyProblem, type Answer, type Match, type Pair } from '@/domain/matching/problem';
import { fitAt, placesIn } from '@/domain/matching/scores';
import { Refusal } from '@/domain/refusal';

/**
 * The best plan under the problem's rules and fairness, with its proof; null when cancelled.
 *
 * Who is matched comes from fit alone. The private part is looked at only afterwards, for exactly these mentees.
 *
 * @throws {Refusal} `matching.lock_conflict`, naming a smallest set of locks that cannot all hold
 */
export function solve(
  problem: AnyProblem,
  hooks: SolveHooks & { nameOf?: (id: string) => string } = {},
): Answer | null {
  const conflict = lockConflict(problem);
  if (conflict) throw new Refusal('matching.lock_conflict', describeConflict(conflict, hooks.nameOf ?? String));
  try {
    return solved(problem, hooks);
  } catch (error) {
    if (error instanceof Cancelled) return null;
    throw error;
  }
}

function solved(problem: AnyProblem, hooks: SolveHooks): Answer {
  const arranged = arrange(problem);
  const who = searchPlan({ problem, arranged, aim: 'who', keep: [], hooks });
  if (!('fit' in problem) || !problem.privatePart)
    return answer(problem, arranged.locks, { who, withWhom: null }, hooks);
  const chosen = only(arranged, problem, new Set(who.matches.map(([menteeId]) => menteeId)));
  const withWhom = searchPlan({ problem, arranged: chosen, aim: 'with whom', keep: who.matches, hooks });
  return answer(problem, arranged.locks, { who, withWhom }, hooks);
}

const only = (arranged: Arranged, { mentees }: AnyProblem, menteeIds: ReadonlySet<string>): Arranged => ({
  ...arranged,
  rows: arranged.rows.filter((row) => menteeIds.has(at(mentees, row).id)),
});

function answer(
  problem: AnyProblem,
  locks: readonly Pair[],
  proofs: Pick<Answer, 'who' | 'withWhom'>,
  { cancelled }: SolveHooks,
): Answer {
  const ask = () => {
    if (cancelled?.()) throw new Cancelled();
  };
  ask();
  const { row, column } = placesIn(problem);
  ask();
  const locked = new Set(locks.map((lock) => pairKey(...lock)));
  const pairs = [...locks, ...(proofs.withWhom ?? proofs.who).matches].sort((a, b) => byText(a[0], b[0]));
  const matches = pairs.map(([mentee, mentor], k): Match => {
    // Where rows are worked out when they are read, this reads as many as there are.
    if ((k & 15) === 0) ask();
    const fit = fitAt(problem, row.get(mentee) ?? -1, column.get(mentor) ?? -1);
    return { mentee, mentor, fit, locked: locked.has(pairKey(mentee, mentor)) };
  });
  ask();
  const matched = new Set(matches.map(({ mentee }) => mentee));
  return {
    matches,
    unmatched: problem.mentees
      .map(({ id }) => id)
      .filter((id) => !matched.has(id))
      .sort(byText),
    totalFit: matches.reduce((sum, { fit }) => sum + fit, 0),
    minimumFit: matches.reduce<number | null>((least, { fit }) => Math.min(least ?? fit, fit), null),
    ...proofs,
  };
}
