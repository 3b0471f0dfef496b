import { createHash } from 'node:crypto';
import { graphOf } from '@/domain/matching/engine/graphs';
import { totalLevel } from '@/domain/matching/engine/levels';
import type { Graph } from '@/domain/matching/kernels/graph';
import { seatingOf, seatMost } from '@/domain/matching/kernels/hopcroft-karp';
import type { PairList } from '@/domain/matching/kernels/pair-list';
import { drawing, marketsOf, type Shape } from '../engine/markets';

export const still = () => undefined;

/** A list that notes each place of it that is looked at: the work of a kernel, seen from outside. */
export function watched<T extends Int32Array | Float64Array>(
  list: T,
  seen: number[] = [],
): { list: T; seen: number[] } {
  const get = (target: T, key: string | symbol): unknown => {
    if (typeof key === 'string' && /^\d+$/.test(key)) seen.push(Number(key));
    const value: unknown = Reflect.get(target, key, target);
    return typeof value === 'function' ? value.bind(target) : value;
  };
  return { list: new Proxy(list, { get }), seen };
}

/** Stands for values too many to write down: as long as one of them differs, so does this. */
export const fingerprint = (...values: unknown[]): string =>
  createHash('sha256').update(JSON.stringify(values)).digest('hex').slice(0, 12);

/** Small and full of ties, with columns of several places and of none. */
export const shapeOf = (seed: number, over: Partial<Shape> = {}): Shape => ({
  rows: 14,
  columns: 11,
  seed,
  steps: [5, 30, 100_001][seed % 3] ?? 2,
  share: [25, 40, 80][seed % 3] ?? 100,
  mostPlaces: 3,
  priorities: 1,
  levels: 'total',
  floor: false,
  serves: false,
  ...over,
});

export const graphFor = (shape: Shape): Graph => {
  const { listed, list } = marketsOf(shape);
  return graphOf(listed.face, totalLevel, list, still);
};

/** Some rows must be matched and some columns full, as a plan shows that they can be. */
export function withMusts(graph: Graph): Graph {
  const seating = seatingOf(graph, new Int32Array(graph.rows).fill(-1));
  seatMost(graph, seating, new Uint8Array(graph.rows).fill(1), still);
  const { columnOf, load } = seating;
  return {
    ...graph,
    rowMust: Uint8Array.from(columnOf, (column, row) => (column !== -1 && row % 3 === 0 ? 1 : 0)),
    columnMust: Uint8Array.from(load, (count, column) => (count === graph.capacity[column] && column % 2 ? 1 : 0)),
  };
}

/** The same numbers for the same seed. */
export const drawn = (seed: number, length: number, below: number): number[] => {
  const draw = drawing(seed);
  return Array.from({ length }, () => draw(below));
};

/** Column and score of each pair, row by row. */
export const rowsOf = ({ start, column, score }: PairList) =>
  Array.from({ length: start.length - 1 }, (_, row) =>
    Array.from({ length: start[row + 1]! - start[row]! }, (_pair, k) => [
      column[start[row]! + k]!,
      score[start[row]! + k]!,
    ]),
  );
