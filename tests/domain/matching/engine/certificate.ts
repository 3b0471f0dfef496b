import type { Graph, Position } from '@/domain/matching/kernels/graph';

/** What a position proves: empty when it is a best plan of the graph, by prices, loads and worth. */
export function faultsOf(graph: Graph, { rowPrice, columnPrice, edgeOf, columnOf }: Position): string[] {
  const { rows, columns, start, pairs, capacity, rowMust, columnMust } = graph;
  const faults: string[] = [];
  const load = new Int32Array(columns);
  let [worth, cost] = [0, 0];
  for (let row = 0; row < rows; row += 1) {
    cost += rowPrice[row]!;
    if (rowMust[row] === 0 && rowPrice[row]! < 0) faults.push(`row ${row} costs less than nothing`);
    if (rowMust[row] === 1 && columnOf[row] === -1) faults.push(`row ${row} must be matched`);
    for (let e = start[row]!; e < start[row + 1]!; e += 1) {
      const [column, weight] = [pairs[2 * e]!, pairs[2 * e + 1]!];
      if (rowPrice[row]! + columnPrice[column]! < weight) faults.push(`pair ${row} ${column} beats its prices`);
      if (edgeOf[row] !== e) continue;
      if (columnOf[row] !== column) faults.push(`row ${row} is in two places`);
      worth += weight;
      load[column]! += 1;
    }
  }
  for (let column = 0; column < columns; column += 1) {
    cost += capacity[column]! * columnPrice[column]!;
    if (columnMust[column] === 0 && columnPrice[column]! < 0) faults.push(`column ${column} costs less than nothing`);
    if (load[column]! > capacity[column]!) faults.push(`column ${column} is too full`);
    if (columnMust[column] === 1 && load[column] !== capacity[column]) faults.push(`column ${column} must be full`);
  }
  if (worth !== cost) faults.push(`worth ${worth} is not cost ${cost}`);
  return faults;
}
