import fc from 'fast-check';
import { expect, it } from 'vitest';
import { graphOf } from '@/domain/matching/engine/graphs';
import { totalLevel } from '@/domain/matching/engine/levels';
import { bid, optimise } from '@/domain/matching/engine/optimise';
import { auction } from '@/domain/matching/kernels/auction';
import type { Graph } from '@/domain/matching/kernels/graph';
import { overDemanded, seatingOf, seatMost } from '@/domain/matching/kernels/hopcroft-karp';
import { runs } from '../runs';
import { faultsOf } from './certificate';
import { marketsOf, shapes, type Shape } from './markets';

const still = () => undefined;
const graphFor = (shape: Shape): Graph => {
  const { listed, list } = marketsOf(shape);
  return graphOf(listed.face, totalLevel, list, () => undefined);
};
const BIG: Shape = {
  rows: 200,
  columns: 300,
  seed: 5,
  steps: 100_001,
  share: 60,
  mostPlaces: 2,
  priorities: 1,
  levels: 'total',
  floor: false,
  serves: false,
};

it('proves its plan from whatever prices it begins with', () => {
  fc.assert(
    fc.property(shapes({ rows: 14, columns: 12 }), fc.infiniteStream(fc.nat(150_000)), (shape, stream) => {
      const graph = graphFor(shape);
      // Prices far too high leave columns empty that must be filled from the other side.
      const columnPrice = Float64Array.from({ length: graph.columns }, () => stream.next().value);
      const columnOf = new Int32Array(graph.rows).fill(-1);
      expect(faultsOf(graph, optimise(graph, { columnOf, columnPrice }, still))).toEqual([]);
    }),
    runs(1500),
  );
});

it('proves its plan after bidding, and finds the same worth', () => {
  fc.assert(
    fc.property(shapes({ rows: 40, columns: 30 }), (shape) => {
      const graph = graphFor(shape);
      const fresh = optimise(graph, { columnOf: new Int32Array(graph.rows).fill(-1), columnPrice: null }, still);
      const begun = optimise(graph, bid(graph, null, still), still);
      expect(faultsOf(graph, begun)).toEqual([]);
      const sum = (prices: Float64Array, times: (at: number) => number) =>
        prices.reduce((total, price, at) => total + price * times(at), 0);
      const cost = ({ rowPrice, columnPrice }: typeof begun) =>
        sum(rowPrice, () => 1) + sum(columnPrice, (at) => graph.capacity[at]!);
      expect(cost(begun)).toBe(cost(fresh));
    }),
    runs(200),
  );
});

/** What prices cost altogether after bidding on these terms: the nearer to the best, the less. */
function costAfter(lower: number): number {
  const graph = graphFor(BIG);
  const price = new Float64Array(graph.columns);
  auction(graph, price, { firstRaise: 20_000, lastRaise: 20, shrink: 5, lower, mostBids: 100_000 }, still);
  const gain = (row: number) => {
    const own = Array.from(
      { length: graph.start[row + 1]! - graph.start[row]! },
      (_, k) => 2 * (graph.start[row]! + k),
    );
    return Math.max(0, ...own.map((e) => graph.pairs[e + 1]! - price[graph.pairs[e]!]!));
  };
  const rows = Array.from({ length: graph.rows }, (_, row) => gain(row));
  const columns = Array.from(graph.capacity, (places, column) => (places === 0 ? 0 : places * price[column]!));
  return [...rows, ...columns].reduce((sum, one) => sum + one, 0);
}

it('lowers all prices between phases, or early, coarse ones stay too high', () => {
  expect(costAfter(3)).toBeLessThan(costAfter(0));
});

/** The most rows that can be seated, one augmenting path after another. */
function mostSeated({ rows, start, pairs, capacity }: Graph): number {
  const holders = Array.from(capacity, (): number[] => []);
  const place = (row: number, seen: Set<number>): boolean => {
    for (let e = start[row]!; e < start[row + 1]!; e += 1) {
      const column = pairs[2 * e]!;
      if (seen.has(column)) continue;
      seen.add(column);
      const held = holders[column]!;
      const mover = held.length < capacity[column]! ? -1 : held.findIndex((other) => place(other, seen));
      if (mover === -1 && held.length === capacity[column]!) continue;
      if (mover === -1) held.push(row);
      else held[mover] = row;
      return true;
    }
    return false;
  };
  return Array.from({ length: rows }, (_, row) => place(row, new Set())).filter(Boolean).length;
}

it('seats as many as one augmenting path after another does, and names who competes for what', () => {
  fc.assert(
    fc.property(shapes({ rows: 60, columns: 40 }), fc.constantFrom(4, 6, 10), (shape, share) => {
      const graph = graphFor({ ...shape, share, mostPlaces: 2 });
      const seating = seatingOf(graph, new Int32Array(graph.rows).fill(-1));
      const everybody = new Uint8Array(graph.rows).fill(1);
      seatMost(graph, seating, everybody, still);
      const alone = [...seating.columnOf.keys()].filter((row) => seating.columnOf[row] === -1);
      expect(graph.rows - alone.length).toBe(mostSeated(graph));
      const load = graph.capacity.map((_, column) => seating.columnOf.filter((own) => own === column).length);
      expect(load.every((count, column) => count <= graph.capacity[column]!)).toBe(true);
      const { inRows, inColumns } = overDemanded(graph, seating, everybody);
      const places = graph.capacity.reduce((sum, count, column) => sum + count * inColumns[column]!, 0);
      expect(inRows.reduce((sum, one) => sum + one, 0) - places).toBe(alone.length);
    }),
    runs(600),
  );
});

it('does not let a row that cannot move use up the places of a column', () => {
  // The third mentee waits for the second column. The first of those there has no other; only the second can make room.
  const graph: Graph = {
    rows: 3,
    columns: 2,
    start: Int32Array.of(0, 1, 3, 4),
    pairs: Int32Array.of(1, 1, 1, 1, 0, 1, 1, 1),
    capacity: Int32Array.of(3, 2),
    rowMust: new Uint8Array(3),
    columnMust: new Uint8Array(2),
  };
  const seating = seatingOf(graph, new Int32Array(3).fill(-1));
  let phases = 0;
  seatMost(graph, seating, new Uint8Array(3).fill(1), () => {
    phases += 1;
    if (phases > 20) throw new Error('It looks for the same path for ever.');
  });
  expect([...seating.columnOf]).toEqual([1, 0, 1]);
});
