import { auction } from '@/domain/matching/kernels/auction';
import { byColumn, fill, fillSearch } from '@/domain/matching/kernels/fill';
import { ALONE, emptyPosition, join, SEEKING, type Graph, type Position } from '@/domain/matching/kernels/graph';
import { seat, seatSearch } from '@/domain/matching/kernels/seat';

/** Told how many rows are settled, many times a second; throws to stop everything. */
export type Pulse = (done: number) => void;

/** Where a search begins: a plan, and prices near the best ones when they are known. */
export type Beginning = { columnOf: Int32Array; columnPrice: Float64Array | null };
export type Begun = { columnOf: Int32Array; columnPrice: Float64Array };

/** The best plan of a graph in exact integers, with prices that prove it; nearer beginnings are only quicker. */
export function optimise(graph: Graph, { columnOf, columnPrice }: Beginning, pulse: Pulse): Position {
  const position = emptyPosition(graph.rows, graph.columns);
  for (let column = 0; column < graph.columns; column += 1) {
    const price = Math.round(columnPrice?.[column] ?? 0);
    position.columnPrice[column] = graph.columnMust[column] === 1 ? price : Math.max(0, price);
  }
  const free = settle(graph, position, columnOf, pulse);
  const seating = seatSearch(graph.rows, graph.columns);
  free.forEach((row, done) => {
    if ((done & 15) === 0) pulse(graph.rows - free.length + done);
    seat(graph, position, seating, row);
  });
  const short = shortColumns(graph, position);
  if (short.length === 0) return position;
  const columnsOf = byColumn(graph, pulse);
  const filling = fillSearch(graph.rows, graph.columns);
  for (const column of short) {
    pulse(graph.rows);
    fill(graph, columnsOf, position, [filling, column]);
  }
  return position;
}

/** Prices the rows, keeps what agrees of the plan, seats whoever finds a free place at once; returns the others. */
function settle(
  { rows, start, pairs, capacity, rowMust }: Graph,
  position: Position,
  columnOf: Int32Array,
  pulse: Pulse,
): number[] {
  const { rowPrice, columnPrice, edgeOf, load } = position;
  for (let row = 0; row < rows; row += 1) {
    if ((row & 1023) === 0) pulse(0);
    let price = rowMust[row] === 1 ? -Infinity : 0;
    let own = SEEKING;
    for (let e = start[row]!, end = start[row + 1]!; e < end; e += 1) {
      const column = pairs[2 * e]!;
      const gain = pairs[2 * e + 1]! - columnPrice[column]!;
      if (gain > price) price = gain;
      if (column === columnOf[row]) own = e;
    }
    rowPrice[row] = price;
    if (own === SEEKING) continue;
    const column = pairs[2 * own]!;
    if (pairs[2 * own + 1]! - columnPrice[column]! === price && load[column]! < capacity[column]!)
      join(position, row, column, own);
  }
  const free: number[] = [];
  for (let row = 0; row < rows; row += 1) {
    if (edgeOf[row] !== SEEKING) continue;
    for (let e = start[row]!, end = start[row + 1]!; e < end && edgeOf[row] === SEEKING; e += 1) {
      const column = pairs[2 * e]!;
      if (load[column]! < capacity[column]! && pairs[2 * e + 1]! - columnPrice[column]! === rowPrice[row])
        join(position, row, column, e);
    }
    if (edgeOf[row] !== SEEKING) continue;
    if (rowMust[row] === 0 && rowPrice[row] === 0) edgeOf[row] = ALONE;
    else free.push(row);
  }
  return free;
}

function shortColumns({ columns, capacity, columnMust }: Graph, { columnPrice, load }: Position): number[] {
  const short: number[] = [];
  for (let column = 0; column < columns; column += 1) {
    const priced = columnMust[column] === 1 || columnPrice[column]! > 0;
    if (priced && load[column]! < capacity[column]!) short.push(column);
  }
  return short;
}

/** Near the best prices of a graph, from nothing or from those of a smaller one: see `auction`. */
export function bid(graph: Graph, before: Begun | null, pulse: Pulse): Begun {
  const range = rangeOf(graph);
  const fall = range / 4;
  const firstRaise = before ? fall / 5 : range / 5;
  const columnPrice = before
    ? before.columnPrice.map((price, column) =>
        graph.columnMust[column] === 1 ? price - fall : Math.max(0, price - fall),
      )
    : new Float64Array(graph.columns);
  const terms = { firstRaise, lastRaise: range / 5000, shrink: 5, lower: 3, mostBids: 100 * graph.rows + 1000 };
  return { columnOf: auction(graph, columnPrice, terms, pulse), columnPrice };
}

function rangeOf({ rows, start, pairs }: Graph): number {
  let [least, most] = [0, 1];
  for (let e = 0, end = start[rows]!; e < end; e += 1) {
    const weight = pairs[2 * e + 1]!;
    if (weight > most) most = weight;
    if (weight < least) least = weight;
  }
  return most - least;
}
