/** What a reader knows of a figure: at least `from`, at most `to`. */
export type Known = { from: number; to: number };

type Edge = { a: number; b: number; flow: number; known: Known };

/**
 * A table with its margins as water in pipes: the total flows into the rows, through the cells into the columns, and back. What
 * is known of a figure bounds its pipe. `cells` are row-major.
 */
export type Table = {
  rows: readonly number[];
  columns: readonly number[];
  cells: readonly number[];
  known: { total: Known; rows: readonly Known[]; columns: readonly Known[]; cells: readonly Known[] };
};

const ANY: Known = { from: 0, to: Number.MAX_SAFE_INTEGER };

function pipesOf({ rows, columns, cells, known }: Table): Edge[] {
  const [source, sink] = [rows.length + columns.length, rows.length + columns.length + 1];
  const total = rows.reduce((sum, count) => sum + count, 0);
  const edges: Edge[] = [{ a: sink, b: source, flow: total, known: known.total }];
  rows.forEach((flow, row) => edges.push({ a: source, b: row, flow, known: known.rows[row] ?? ANY }));
  columns.forEach((flow, column) =>
    edges.push({ a: rows.length + column, b: sink, flow, known: known.columns[column] ?? ANY }),
  );
  cells.forEach((flow, cell) => {
    const [a, b] = [Math.floor(cell / columns.length), rows.length + (cell % columns.length)];
    edges.push({ a, b, flow, known: known.cells[cell] ?? ANY });
  });
  return edges;
}

/** One way from `from` to `to` on which more may flow, backwards through a pipe by taking away; null when there is none. */
function findWay(edges: readonly Edge[], from: number, to: number, without: Edge): [Edge, number][] | null {
  const reached = new Map<number, [Edge, number]>();
  const waiting = [from];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    for (const edge of edges) {
      if (edge === without) continue;
      const forward = edge.a === node && edge.flow < edge.known.to ? edge.b : null;
      const backward = edge.b === node && edge.flow > edge.known.from ? edge.a : null;
      for (const [next, sign] of [
        [forward, 1],
        [backward, -1],
      ] as const) {
        if (next === null || next === from || reached.has(next)) continue;
        reached.set(next, [edge, sign]);
        waiting.push(next);
      }
    }
  }
  if (!reached.has(to)) return null;
  const way: [Edge, number][] = [];
  for (let node = to; node !== from;) {
    const step = reached.get(node);
    if (!step) return null;
    way.push(step);
    node = step[1] === 1 ? step[0].a : step[0].b;
  }
  return way;
}

/** How far one pipe's flow can go up (1) or down (−1), at most to its own bound, while all others keep theirs. */
function furthest(start: readonly Edge[], index: number, sign: 1 | -1): number {
  const edges = start.map((edge) => ({ ...edge }));
  const target = edges[index];
  if (!target) throw new RangeError('There is no such figure.');
  for (;;) {
    const room = sign === 1 ? target.known.to - target.flow : target.flow - target.known.from;
    if (room <= 0) return target.flow;
    const way = sign === 1 ? findWay(edges, target.b, target.a, target) : findWay(edges, target.a, target.b, target);
    if (!way) return target.flow;
    const step = way.reduce(
      (least, [{ flow, known }, direction]) => Math.min(least, direction === 1 ? known.to - flow : flow - known.from),
      room,
    );
    for (const [edge, direction] of way) edge.flow += direction * step;
    target.flow += sign * step;
  }
}

/**
 * The tightest bounds that follow from all that is known, for every figure: exact, by the largest flows.
 *
 * @param table its counts are one solution, from which the others are reached; the bounds do not depend on which
 * @returns in the order total, rows, columns, cells
 */
export function boundsOf(table: Table): Known[] {
  const edges = pipesOf(table);
  return edges.map((_, index) => ({ from: furthest(edges, index, -1), to: furthest(edges, index, 1) }));
}
