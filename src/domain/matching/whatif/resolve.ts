import { comparePlans } from '@/domain/matching/compare';
import { isList } from '@/domain/matching/engine/face';
import { filtered, PairWriter, type PairList, type ScoreRows } from '@/domain/matching/kernels/pair-list';
import type { SolveHooks } from '@/domain/matching/plan-search';
import { NOT_ALLOWED, type AnyProblem, type Answer } from '@/domain/matching/problem';
import { placesIn } from '@/domain/matching/scores';
import { solve } from '@/domain/matching/solve';
import type { Move, WhatIf } from '@/domain/matching/whatif/moves';

/** The public problem as it would be after a move. */
export function moved(problem: AnyProblem, move: Move): AnyProblem {
  switch (move.kind) {
    case 'lock':
      return { ...problem, locks: [...problem.locks, move.pair] };
    case 'veto':
      return { ...problem, vetoes: [...problem.vetoes, move.pair] };
    case 'withdraw-mentee':
      return withoutMentee(problem, move.mentee);
    case 'withdraw-mentor':
      return withPlaces(problem, move.mentor, () => 0);
    case 'add-place':
      return withPlaces(problem, move.mentor, (places) => places + 1);
  }
}

const withPlaces = (problem: AnyProblem, mentor: string, change: (places: number) => number): AnyProblem => ({
  ...problem,
  mentors: problem.mentors.map((one) => (one.id === mentor ? { ...one, capacity: change(one.capacity) } : one)),
});

/** She stays in the problem, without a pair. */
function withoutMentee(problem: AnyProblem, mentee: string): AnyProblem {
  const gone = placesIn(problem).row.get(mentee) ?? -1;
  const locks = problem.locks.filter(([menteeId]) => menteeId !== mentee);
  if ('pairs' in problem) return { ...problem, locks, pairs: emptied(problem.pairs, gone, problem.mentors.length) };
  const width = problem.mentors.length;
  return { ...problem, locks, fit: problem.fit.slice().fill(NOT_ALLOWED, gone * width, (gone + 1) * width) };
}

function emptied(pairs: PairList | ScoreRows, gone: number, width: number): PairList | ScoreRows {
  if (isList(pairs)) return filtered(pairs, (row) => row !== gone);
  const nothing = new Int32Array(width).fill(NOT_ALLOWED);
  return { rowOf: (row) => (row === gone ? nothing : pairs.rowOf(row)) };
}

/** Without the private part: what-ifs are public, whatever the plan was made from. */
export function publicly(problem: AnyProblem): AnyProblem {
  if ('pairs' in problem) return problem;
  const { privatePart: _, ...rest } = problem;
  return rest;
}

export function solvedPublicly(problem: AnyProblem, hooks: SolveHooks = {}): Answer {
  const answer = solve(publicly(problem), hooks);
  if (!answer) throw new Error('Nobody can cancel here.');
  return answer;
}

/** Solves again from the start. @throws {Refusal} `matching.lock_conflict` */
export function resolved(before: Answer, problem: AnyProblem): WhatIf {
  const { changes, ...figures } = comparePlans(before.matches, solvedPublicly(problem).matches);
  return { ...figures, changes: changes.filter(({ kind }) => kind !== 'same') };
}

/** A problem with one mentor more, who has one place. */
export function withMentor(problem: AnyProblem, id: string, scores: Int32Array): AnyProblem {
  const mentors = [...problem.mentors, { id, capacity: 1 }];
  const [rows, width] = [problem.mentees.length, problem.mentors.length];
  const list = new PairWriter(rows, 1024);
  const rowOf = (row: number) =>
    'fit' in problem ? problem.fit.subarray(row * width, (row + 1) * width) : rowAt(problem.pairs, row, width);
  for (let row = 0; row < rows; row += 1) {
    [...rowOf(row), scores[row] ?? NOT_ALLOWED].forEach((score, column) => {
      if (score !== NOT_ALLOWED) list.add(column, score);
    });
    list.endRow(row);
  }
  const { mentees, locks, vetoes, previous, bothRoles, objective, minimumScore, fairness, seed } = problem;
  const terms = { mentees, mentors, locks, vetoes, previous, bothRoles, objective, minimumScore, fairness, seed };
  return { ...terms, ...(problem.levels ? { levels: problem.levels } : {}), pairs: list.done() };
}

function rowAt(pairs: PairList | ScoreRows, row: number, width: number): Int32Array {
  if (!isList(pairs)) return pairs.rowOf(row);
  const scores = new Int32Array(width).fill(NOT_ALLOWED);
  for (let e = pairs.start[row] ?? 0; e < (pairs.start[row + 1] ?? 0); e += 1) {
    scores[pairs.column[e] ?? 0] = pairs.score[e] ?? NOT_ALLOWED;
  }
  return scores;
}
