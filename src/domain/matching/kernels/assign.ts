export type AssignTask = {
  rows: number;
  columns: number;
  /** How many numbers make up one weight; compared in order, the first that differs decides. */
  levels: number;
  /** Whole numbers, level by level; within a level one per pair, row-major. */
  weights: Float64Array;
  /** 1 where a pair may be made, row-major. */
  allowed: Uint8Array;
  /** Places per column. */
  capacity: Int32Array;
};

export type Assignment = {
  /** Column of each row, −1 for none. */
  columnOf: Int32Array;
  /** The prices that prove the assignment, level by level; within a level one per row, one per column. */
  rowPrices: Float64Array;
  columnPrices: Float64Array;
};

/**
 * The assignment of highest weight, exactly: each row at most once, each column up to its capacity, a row may stay
 * alone at weight 0. A weight is a vector compared lexicographically, so that a later level only ever chooses among the
 * plans that are best for all earlier ones. Returns null when `step` says stop.
 *
 * Rows join one by one, each by a shortest augmenting path in reduced costs (Dijkstra on a dense matrix): Kuhn 1955,
 * Tomizawa 1971, Jonker and Volgenant 1987; here with capacities, with the choice to stay alone as one more end of a
 * path, and over the ordered group ℤᵏ instead of ℤ. Invariant before and after each row, among the rows joined so far:
 * price(row) + price(column) ≥ weight, with equality on made pairs; prices are ≥ 0; a row alone and a column with a free
 * place have price 0. Column prices only rise, so no search in the other direction is ever needed. All numbers are
 * integers below 2⁵³, so nothing is rounded.
 */
export function assign(task: AssignTask, step: (done: number) => boolean): Assignment | null {
  const { rows, columns, levels, weights, allowed } = task;
  const u = new Float64Array(rows * levels);
  const v = new Float64Array(columns * levels);
  const columnOf = new Int32Array(rows).fill(-1);
  const slotOf = new Int32Array(rows);
  const load = new Int32Array(columns);
  const members = Array.from(task.capacity, (places) => new Int32Array(Math.min(places, rows)));
  const distance = new Float64Array(columns * levels);
  const depth = new Float64Array(rows * levels);
  const from = new Int32Array(columns);
  const settled = new Uint8Array(columns);
  const tree = new Int32Array(rows);
  const settledOrder = new Int32Array(columns);
  const open = new Int32Array(columns);
  const end = new Float64Array(levels);
  const reach = (l: number, row: number, column: number): number =>
    depth[l * rows + row]! +
    u[l * rows + row]! +
    v[l * columns + column]! -
    weights[(l * rows + row) * columns + column]!;

  for (let start = 0; start < rows; start += 1) {
    if (!step(start)) return null;
    raise(task, start, u, v);
    from.fill(-1);
    settled.fill(0);
    distance.fill(Infinity, 0, columns);
    let treeSize = 1;
    let scanned = 0;
    let settledCount = 0;
    let openCount = 0;
    let endRow = start;
    let endColumn = -1;
    tree[0] = start;
    for (let l = 0; l < levels; l += 1) {
      depth[l * rows + start] = 0;
      end[l] = u[l * rows + start]!;
    }

    for (;;) {
      for (; scanned < treeSize; scanned += 1) {
        const row = tree[scanned]!;
        const base = depth[row]! + u[row]!;
        for (let column = 0, pair = row * columns; column < columns; column += 1, pair += 1) {
          // The first level decides nearly always, so it is compared before anything else is asked.
          let gain = distance[column]! - (base + v[column]! - weights[pair]!);
          if (gain < 0 || allowed[pair] === 0 || settled[column] === 1) continue;
          let l = 0;
          if (from[column] === -1) open[openCount++] = column;
          else {
            while (gain === 0 && ++l < levels) gain = distance[l * columns + column]! - reach(l, row, column);
            if (gain <= 0) continue;
          }
          // Levels before the first that differs are equal already.
          for (; l < levels; l += 1) distance[l * columns + column] = reach(l, row, column);
          from[column] = row;
        }
      }
      const place = nearest(open, openCount, distance, levels);
      const near = place === -1 ? -1 : open[place]!;
      if (near === -1 || compare(distance, near, end, 0, levels) > 0) break;
      if (load[near]! < members[near]!.length) {
        endColumn = near;
        for (let l = 0; l < levels; l += 1) end[l] = distance[l * columns + near]!;
        break;
      }
      settled[near] = 1;
      settledOrder[settledCount++] = near;
      open[place] = open[--openCount]!;
      for (const row of members[near]!) {
        tree[treeSize++] = row;
        let lower = 0;
        for (let l = 0; l < levels; l += 1) {
          const deep = distance[l * columns + near]!;
          depth[l * rows + row] = deep;
          if (lower === 0) lower = deep + u[l * rows + row]! - end[l]!;
        }
        if (lower >= 0) continue;
        endRow = row;
        for (let l = 0; l < levels; l += 1) end[l] = depth[l * rows + row]! + u[l * rows + row]!;
      }
    }
    for (let t = 0; t < treeSize; t += 1) shift(u, tree[t]!, depth, end, -1);
    for (let t = 0; t < settledCount; t += 1) shift(v, settledOrder[t]!, distance, end, 1);
    let column = endColumn;
    let slot = 0;
    if (endColumn !== -1) slot = load[endColumn]!++;
    else {
      column = columnOf[endRow]!;
      slot = slotOf[endRow]!;
      columnOf[endRow] = -1;
    }
    while (column !== -1) {
      const row = from[column]!;
      members[column]![slot] = row;
      const left = columnOf[row]!;
      const freed = slotOf[row]!;
      columnOf[row] = column;
      slotOf[row] = slot;
      column = left;
      slot = freed;
    }
  }
  return { columnOf, rowPrices: u, columnPrices: v };
}

/** Sets the price of a new row to the best it could get, or 0. */
function raise(
  { rows, columns, levels, weights, allowed }: AssignTask,
  row: number,
  u: Float64Array,
  v: Float64Array,
): void {
  const worth = (l: number, column: number) => weights[(l * rows + row) * columns + column]! - v[l * columns + column]!;
  for (let column = 0; column < columns; column += 1) {
    if (allowed[row * columns + column] === 0) continue;
    let gain = 0;
    for (let l = 0; l < levels && gain === 0; l += 1) gain = worth(l, column) - u[l * rows + row]!;
    if (gain <= 0) continue;
    for (let l = 0; l < levels; l += 1) u[l * rows + row] = worth(l, column);
  }
}

/** The place in `open` of the nearest column, −1 when none is left; the lowest column wins a tie. */
function nearest(open: Int32Array, count: number, distance: Float64Array, levels: number): number {
  if (count === 0) return -1;
  let best = 0;
  for (let place = 1; place < count; place += 1) {
    const order = compare(distance, open[place]!, distance, open[best]!, levels);
    if (order < 0 || (order === 0 && open[place]! < open[best]!)) best = place;
  }
  return best;
}

/** Entry `i` of `a` against entry `j` of `b`; each level of an array holds as many entries as the others. */
function compare(a: Float64Array, i: number, b: Float64Array, j: number, levels: number): number {
  const first = a[i]! - b[j]!;
  if (first !== 0) return first;
  const [strideA, strideB] = [a.length / levels, b.length / levels];
  for (let l = 1; l < levels; l += 1) {
    const difference = a[l * strideA + i]! - b[l * strideB + j]!;
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Moves the price at `index` by what its distance falls short of the end of the path. */
function shift(prices: Float64Array, index: number, reach: Float64Array, end: Float64Array, sign: 1 | -1): void {
  const stride = prices.length / end.length;
  for (let l = 0; l < end.length; l += 1) prices[l * stride + index]! += sign * (end[l]! - reach[l * stride + index]!);
}
