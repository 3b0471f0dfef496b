import type { Graph } from '@/domain/matching/kernels/graph';

export type AuctionTerms = {
  /** Least raise at first, at last, and how many times smaller it gets from phase to phase. */
  firstRaise: number;
  lastRaise: number;
  shrink: number;
  /** All prices are lowered by this many raises at each change of phase, or the early, coarse prices stay too high. */
  lower: number;
  /** Bids per phase; what is unsettled then is left to the exact search. */
  mostBids: number;
};

const NOTHING = 1e15;

/**
 * Prices near the best ones, by bidding (Bertsekas 1988, with ε-scaling and a price for each place of a column; Bertsekas
 * and Castañón 1989). They are a start for the exact search, never a proof.
 *
 * A row bids for the cheapest place of its best column what it gains there over its second best choice, and a raise; a
 * row without a must may leave instead when nothing gains. Invariant within a phase: a row that holds a place is within
 * one raise of its best choice.
 *
 * @param columnPrice where prices begin; changed to where they end
 * @returns the column of each row, −1 for none
 */
export function auction(
  graph: Graph,
  columnPrice: Float64Array,
  terms: AuctionTerms,
  pulse: (done: number) => void,
): Int32Array {
  const { rows, columns, start, pairs, capacity, rowMust, columnMust } = graph;
  const first = new Int32Array(columns + 1);
  for (let column = 0; column < columns; column += 1) first[column + 1] = first[column]! + capacity[column]!;
  const places = first[columns]!;
  const price = new Float64Array(places);
  const owner = new Int32Array(places).fill(-1);
  const columnOfPlace = new Int32Array(places);
  const cheapest = new Int32Array(columns);
  const second = new Float64Array(columns);
  const placeOf = new Int32Array(rows).fill(-1);
  const waiting = new Int32Array(rows);
  let size = 0;
  for (let row = rows - 1; row >= 0; row -= 1) waiting[size++] = row;
  for (let column = 0; column < columns; column += 1) {
    for (let place = first[column]!; place < first[column + 1]!; place += 1) {
      price[place] = columnPrice[column]!;
      columnOfPlace[place] = column;
    }
    look(column);
  }

  /** Finds the cheapest place of a column and the price of the next; a column of no place asks more than anybody has. */
  function look(column: number): void {
    let least = NOTHING;
    let next = NOTHING;
    let at = first[column]!;
    for (let place = at, end = first[column + 1]!; place < end; place += 1) {
      const asked = price[place]!;
      if (asked < least) {
        next = least;
        least = asked;
        at = place;
      } else if (asked < next) next = asked;
    }
    cheapest[column] = at;
    columnPrice[column] = least;
    second[column] = next;
  }

  for (let raise = terms.firstRaise; ; raise = Math.max(terms.lastRaise, raise / terms.shrink)) {
    for (let bids = 0; size > 0 && bids < terms.mostBids; bids += 1) {
      if ((bids & 1023) === 0) pulse(rows - size);
      const row = waiting[--size]!;
      let most = rowMust[row] === 1 ? -NOTHING : 0;
      let other = -NOTHING;
      let choice = -1;
      for (let e = 2 * start[row]!, end = 2 * start[row + 1]!; e < end; e += 2) {
        const column = pairs[e]!;
        const gain = pairs[e + 1]! - columnPrice[column]!;
        if (gain <= other) continue;
        if (gain > most) {
          other = most;
          most = gain;
          choice = column;
        } else other = gain;
      }
      if (choice === -1) continue;
      other = Math.max(other, most + columnPrice[choice]! - second[choice]!);
      const place = cheapest[choice]!;
      // With no other choice at all the bid must not be endless.
      price[place]! += Math.min(most - other, 4 * terms.firstRaise) + raise;
      const held = owner[place]!;
      owner[place] = row;
      placeOf[row] = place;
      if (held !== -1) {
        placeOf[held] = -1;
        waiting[size++] = held;
      }
      look(choice);
    }
    if (raise <= terms.lastRaise) break;
    pulse(rows - size);
    const fall = terms.lower * raise;
    for (let place = 0; place < places; place += 1) {
      const lower = price[place]! - fall;
      price[place] = lower < 0 && columnMust[columnOfPlace[place]!] === 0 ? 0 : lower;
    }
    for (let column = 0; column < columns; column += 1) look(column);
    size = unsettled(graph, columnPrice, { price, owner, placeOf, columnOfPlace, waiting }, raise / terms.shrink);
  }
  return placeOf.map((place) => (place === -1 ? -1 : columnOfPlace[place]!));
}

type Held = {
  price: Float64Array;
  owner: Int32Array;
  placeOf: Int32Array;
  columnOfPlace: Int32Array;
  waiting: Int32Array;
};

/** Takes the place from every row that is no longer within one raise of its best choice; returns how many wait. */
function unsettled(graph: Graph, columnPrice: Float64Array, held: Held, raise: number): number {
  const { rows, start, pairs, rowMust } = graph;
  const { price, owner, placeOf, columnOfPlace, waiting } = held;
  let size = 0;
  for (let row = rows - 1; row >= 0; row -= 1) {
    const place = placeOf[row]!;
    const own = place === -1 ? -1 : columnOfPlace[place]!;
    const alone = rowMust[row] === 1 ? -NOTHING : 0;
    let most = alone;
    let mine = alone;
    for (let e = 2 * start[row]!, end = 2 * start[row + 1]!; e < end; e += 2) {
      const gain = pairs[e + 1]! - columnPrice[pairs[e]!]!;
      if (gain > most) most = gain;
      if (pairs[e] === own) mine = pairs[e + 1]! - price[place]!;
    }
    if (mine >= most - raise) continue;
    if (place !== -1) owner[place] = -1;
    placeOf[row] = -1;
    waiting[size++] = row;
  }
  return size;
}
