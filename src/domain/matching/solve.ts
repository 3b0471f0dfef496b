import { arrange, at, type Arranged } from '@/domain/matching/arrange';
import { describeConflict, lockConflict } from '@/domain/matching/locks';
import { searchPlan, type SolveHooks } from '@/domain/matching/plan-search';
import { byText, pairKey, type Answer, type Match, type Pair, type Problem } from '@/domain/matching/problem';
import { Refusal } from '@/domain/refusal';

/**
 * The best plan under the problem's rules and fairness, with its proof; null when cancelled.
 *
 * Who is matched comes from fit alone. The private part is looked at only afterwards, for exactly these mentees.
 *
 * @throws {Refusal} `matching.lock_conflict`, naming a smallest set of locks that cannot all hold
 */
export function solve(problem: Problem, hooks: SolveHooks & { nameOf?: (id: string) => string } = {}): Answer | null {
  const conflict = lockConflict(problem);
  if (conflict) throw new Refusal('matching.lock_conflict', describeConflict(conflict, hooks.nameOf ?? String));
  const arranged = arrange(problem);
  const who = searchPlan(problem, arranged, { aim: 'who', keep: [], hooks });
  if (!who) return null;
  if (!problem.privatePart) return answer(problem, arranged.locks, { who, withWhom: null });
  const chosen = only(arranged, problem, new Set(who.matches.map(([menteeId]) => menteeId)));
  const withWhom = searchPlan(problem, chosen, { aim: 'with whom', keep: who.matches, hooks });
  return withWhom && answer(problem, arranged.locks, { who, withWhom });
}

function only(arranged: Arranged, problem: Problem, menteeIds: ReadonlySet<string>): Arranged {
  const width = arranged.columns.length;
  const kept = arranged.rows
    .map((row, r) => ({ row, cells: arranged.allowed.subarray(r * width, (r + 1) * width) }))
    .filter(({ row }) => menteeIds.has(at(problem.mentees, row).id));
  const allowed = new Uint8Array(kept.length * width);
  kept.forEach(({ cells }, r) => allowed.set(cells, r * width));
  return { ...arranged, rows: kept.map(({ row }) => row), allowed };
}

function answer(problem: Problem, locks: readonly Pair[], proofs: Pick<Answer, 'who' | 'withWhom'>): Answer {
  const rows = new Map(problem.mentees.map(({ id }, row) => [id, row]));
  const columns = new Map(problem.mentors.map(({ id }, column) => [id, column]));
  const locked = new Set(locks.map((lock) => pairKey(...lock)));
  const fitOf = ([menteeId, mentorId]: Pair): number =>
    problem.fit[(rows.get(menteeId) ?? 0) * problem.mentors.length + (columns.get(mentorId) ?? 0)] ?? 0;
  const pairs = [...locks, ...(proofs.withWhom ?? proofs.who).matches].sort((a, b) => byText(a[0], b[0]));
  const matches = pairs.map((pair): Match => {
    const [mentee, mentor] = pair;
    return { mentee, mentor, fit: fitOf(pair), locked: locked.has(pairKey(mentee, mentor)) };
  });
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
