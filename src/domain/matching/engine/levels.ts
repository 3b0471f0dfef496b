import { balanced } from '@/domain/matching/balance';
import { NO_PAIR } from '@/domain/matching/kernels/graph';
import type { Stage } from '@/domain/matching/problem';
import { tieKey } from '@/domain/matching/tie-key';

/** One number per pair, whose sum over the plan is made as large as it can be. */
export type Level = {
  /** The tie key is not proved. */
  stage: Stage | 'tie';
  weighPair: (row: number, column: number, score: number) => number;
  /** A whole row at once; the result may be `scores` itself. `NO_PAIR` stays. */
  weighRow: (row: number, scores: Int32Array, into: Int32Array) => Int32Array;
  /** A better score never weighs less. */
  byScore: boolean;
  /** It counts pairs: there are two weights only, and bidding would be for nothing. */
  counts: boolean;
};

function slowly(weighPair: Level['weighPair']): Level['weighRow'] {
  return (row, scores, into) => {
    for (let column = 0; column < scores.length; column += 1) {
      const score = scores[column]!;
      into[column] = score === NO_PAIR ? NO_PAIR : weighPair(row, column, score);
    }
    return into;
  };
}

export const totalLevel: Level = {
  stage: 'total',
  weighPair: (_row, _column, score) => score,
  weighRow: (_row, scores) => scores,
  byScore: true,
  counts: false,
};

export const balancedLevel: Level = {
  stage: 'balanced',
  weighPair: (_row, _column, score) => balanced(score),
  weighRow: (_row, scores, into) => {
    for (let column = 0; column < scores.length; column += 1) {
      const score = scores[column]!;
      into[column] = score === NO_PAIR ? NO_PAIR : balanced(score);
    }
    return into;
  },
  byScore: true,
  counts: false,
};

/** @param priority of each row */
export function participationLevel(priority: Int32Array): Level {
  const weighPair = (row: number) => priority[row]!;
  const weighRow: Level['weighRow'] = (row, scores, into) => {
    const own = priority[row]!;
    for (let column = 0; column < scores.length; column += 1) {
      const none = scores[column]! >> 31;
      into[column] = (none & NO_PAIR) | (~none & own);
    }
    return into;
  };
  return { stage: 'participation', weighPair, weighRow, byScore: true, counts: false };
}

/** As few matches below a score as can be. */
export function leximinLevel(floor: number): Level {
  const weighPair = (_row: number, _column: number, score: number) => (score < floor ? -1 : 0);
  const weighRow: Level['weighRow'] = (_row, scores, into) => {
    for (let column = 0; column < scores.length; column += 1) {
      // Signs spread over all bits, because a branch that goes either way costs more than all of this.
      const none = scores[column]! >> 31;
      const below = (Math.max(scores[column]!, 0) - floor) >> 31;
      into[column] = (none & NO_PAIR) | (~none & below);
    }
    return into;
  };
  return { stage: 'leximin', weighPair, weighRow, byScore: true, counts: true };
}

/** @param columnsOf by row, the columns of its pairs in the plan to stay close to */
export function keptLevel(columnsOf: ReadonlyMap<number, ReadonlySet<number>>): Level {
  const weighPair = (row: number, column: number) => (columnsOf.get(row)?.has(column) ? 1 : 0);
  return { stage: 'kept', weighPair, weighRow: slowly(weighPair), byScore: false, counts: true };
}

/** A level with a bonus for every pair of a plan that is to be kept. */
export function withBonus(level: Level, kept: Level, bonus: number): Level {
  const weighPair: Level['weighPair'] = (row, column, score) =>
    level.weighPair(row, column, score) + bonus * kept.weighPair(row, column, score);
  return { stage: level.stage, weighPair, weighRow: slowly(weighPair), byScore: false, counts: false };
}

/** From the text hashes of rows and columns. */
export function tieLevel(rowHash: Int32Array, columnHash: Int32Array): Level {
  const weighPair = (row: number, column: number) => tieKey(rowHash[row]!, columnHash[column]!);
  return { stage: 'tie', weighPair, weighRow: slowly(weighPair), byScore: false, counts: false };
}
