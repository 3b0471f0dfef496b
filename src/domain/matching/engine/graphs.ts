import { isList, type Face } from '@/domain/matching/engine/face';
import type { Level } from '@/domain/matching/engine/levels';
import type { Pulse } from '@/domain/matching/engine/optimise';
import type { Graph } from '@/domain/matching/kernels/graph';
import type { PairList } from '@/domain/matching/kernels/pair-list';
import type { RowReader } from '@/domain/matching/kernels/select-core';

/** The level's weights on a list of pairs. */
export function graphOf(face: Face, level: Level, list: PairList, pulse: Pulse): Graph {
  const { rows, columns, capacity, rowMust, columnMust } = face;
  const { start, column, score } = list;
  const pairs = new Int32Array(2 * column.length);
  for (let row = 0; row < rows; row += 1) {
    if ((row & 1023) === 0) pulse(row);
    for (let e = start[row]!, end = start[row + 1]!; e < end; e += 1) {
      pairs[2 * e] = column[e]!;
      pairs[2 * e + 1] = level.weighPair(row, column[e]!, score[e]!);
    }
  }
  return { rows, columns, start, pairs, capacity, rowMust, columnMust };
}

/** What a plan is worth on a graph, from the pair of each row. */
export const valueOf = ({ pairs }: Graph, edgeOf: Int32Array): number =>
  edgeOf.reduce((sum, edge) => (edge < 0 ? sum : sum + pairs[2 * edge + 1]!), 0);

/** The level's weights row by row. */
export function readerOf({ rows, columns, pairs }: Face, level: Level): RowReader {
  if (isList(pairs)) throw new RangeError('A list is not read row by row.');
  const into = new Int32Array(columns);
  const read = (row: number) => {
    const scores = pairs.rowOf(row);
    return { scores, weights: level.weighRow(row, scores, into) };
  };
  return { rows, columns, read };
}
