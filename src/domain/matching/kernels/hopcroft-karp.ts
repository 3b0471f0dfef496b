import type { Graph } from '@/domain/matching/kernels/graph';

/** Places of all columns in one line: column c has `first[c]` up to `first[c + 1]`, of which `load[c]` are taken. */
export type Seating = { columnOf: Int32Array; first: Int32Array; owner: Int32Array; load: Int32Array };

/** @param columnOf a plan to begin with, −1 for rows without a column; changed from then on */
export function seatingOf({ columns, capacity }: Graph, columnOf: Int32Array): Seating {
  const first = new Int32Array(columns + 1);
  for (let column = 0; column < columns; column += 1) first[column + 1] = first[column]! + capacity[column]!;
  const owner = new Int32Array(first[columns]!);
  const load = new Int32Array(columns);
  columnOf.forEach((column, row) => {
    if (column !== -1) owner[first[column]! + load[column]!++] = row;
  });
  return { columnOf, first, owner, load };
}

/**
 * Seats as many of the rows with `wanted` as can be, without unseating anybody (Hopcroft and Karp 1973, for columns with
 * several places; Galil 1986). Rows that are seated but not wanted only move.
 *
 * Invariant: `seating` is a plan at all times, and each phase ends with no augmenting path of its length left. Places of
 * a column are tried once a phase, in one line for all who ask; so whoever is found there must be of the next level.
 */
export function seatMost(graph: Graph, seating: Seating, wanted: Uint8Array, pulse: (done: number) => void): void {
  const { rows, columns, start, pairs, capacity } = graph;
  const { columnOf, first, owner, load } = seating;
  for (let row = 0; row < rows; row += 1) {
    if (wanted[row] === 0 || columnOf[row] !== -1) continue;
    for (let e = start[row]!, end = start[row + 1]!; e < end; e += 1) {
      const column = pairs[2 * e]!;
      if (load[column]! === capacity[column]!) continue;
      owner[first[column]! + load[column]!++] = row;
      columnOf[row] = column;
      break;
    }
  }
  const level = new Int32Array(rows);
  const levelOfColumn = new Int32Array(columns);
  const queue = new Int32Array(rows);
  const tryEdge = new Int32Array(rows);
  const tryPlace = new Int32Array(columns);
  const path = new Int32Array(rows + 1);
  const placeOnPath = new Int32Array(rows + 1);
  for (;;) {
    pulse(0);
    level.fill(-1);
    levelOfColumn.fill(-1);
    let tail = 0;
    for (let row = 0; row < rows; row += 1) {
      if (wanted[row] === 0 || columnOf[row] !== -1) continue;
      level[row] = 0;
      queue[tail++] = row;
    }
    const roots = tail;
    let last = Infinity;
    for (let at = 0; at < tail && level[queue[at]!]! <= last; at += 1) {
      const row = queue[at]!;
      if ((at & 4095) === 0) pulse(0);
      for (let e = start[row]!, end = start[row + 1]!; e < end; e += 1) {
        const column = pairs[2 * e]!;
        if (levelOfColumn[column] !== -1) continue;
        levelOfColumn[column] = level[row]!;
        if (load[column]! < capacity[column]!) last = level[row]!;
        for (let place = first[column]!, z = place + load[column]!; place < z; place += 1) {
          const other = owner[place]!;
          if (level[other] !== -1) continue;
          level[other] = level[row]! + 1;
          queue[tail++] = other;
        }
      }
    }
    if (last === Infinity) return;
    for (let row = 0; row < rows; row += 1) tryEdge[row] = start[row]!;
    tryPlace.set(first.subarray(0, columns));
    for (let r = 0; r < roots; r += 1) {
      if ((r & 255) === 0) pulse(0);
      let depth = 0;
      path[0] = queue[r]!;
      while (depth >= 0) {
        const row = path[depth]!;
        if (tryEdge[row]! === start[row + 1]!) {
          depth -= 1;
          continue;
        }
        const column = pairs[2 * tryEdge[row]!]!;
        if (levelOfColumn[column] === level[row] && load[column]! < capacity[column]!) {
          owner[first[column]! + load[column]!++] = row;
          columnOf[row] = column;
          for (let k = depth - 1; k >= 0; k -= 1) {
            owner[placeOnPath[k]!] = path[k]!;
            columnOf[path[k]!] = pairs[2 * tryEdge[path[k]!]!]!;
          }
          break;
        }
        let place = tryPlace[column]!;
        const end = levelOfColumn[column] === level[row] ? first[column + 1]! : place;
        while (place < end && level[owner[place]!] !== level[row]! + 1) place += 1;
        if (place >= end) {
          if (end > tryPlace[column]!) tryPlace[column] = place;
          tryEdge[row]! += 1;
          continue;
        }
        tryPlace[column] = place + 1;
        placeOnPath[depth] = place;
        path[++depth] = owner[place]!;
      }
    }
  }
}

/**
 * The rows that compete and the columns they compete for (Hall 1935): all that alternating paths reach from wanted rows
 * without a column. Those rows have pairs with these columns only, and all places of these are taken.
 *
 * @returns 1 for each such row, each such column
 */
export function overDemanded(
  { rows, columns, start, pairs }: Graph,
  { columnOf, first, owner, load }: Seating,
  wanted: Uint8Array,
): { inRows: Uint8Array; inColumns: Uint8Array } {
  const inRows = new Uint8Array(rows);
  const inColumns = new Uint8Array(columns);
  const queue: number[] = [];
  for (let row = 0; row < rows; row += 1) {
    if (wanted[row] === 0 || columnOf[row] !== -1) continue;
    inRows[row] = 1;
    queue.push(row);
  }
  for (let at = 0; at < queue.length; at += 1) {
    const row = queue[at]!;
    for (let e = start[row]!, end = start[row + 1]!; e < end; e += 1) {
      const column = pairs[2 * e]!;
      if (inColumns[column] === 1) continue;
      inColumns[column] = 1;
      for (let place = first[column]!, z = place + load[column]!; place < z; place += 1) {
        const other = owner[place]!;
        if (inRows[other] === 1) continue;
        inRows[other] = 1;
        queue.push(other);
      }
    }
  }
  return { inRows, inColumns };
}
