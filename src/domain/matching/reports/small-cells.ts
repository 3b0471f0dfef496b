/** Counts below this are hidden in what is shared: few people are easily told apart. */
export const SMALLEST_SHOWN = 5;

const sumOf = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);

/**
 * The counts of a table's column with small ones hidden as null, and so many more, the smallest first, that at least two
 * are hidden and those together are not small: else the column's total would tell what was hidden.
 */
export function withoutSmallCells(
  counts: readonly number[],
  isSmall: (count: number, row: number) => boolean = (count) => count < SMALLEST_SHOWN,
): (number | null)[] {
  const hidden = new Set([...counts.keys()].filter((row) => isSmall(counts[row] ?? 0, row)));
  if (hidden.size === 0) return [...counts];
  const others = [...counts.keys()].filter((row) => !hidden.has(row));
  others.sort((a, b) => (counts[a] ?? 0) - (counts[b] ?? 0) || a - b);
  const hiddenSum = () => sumOf([...hidden].map((row) => counts[row] ?? 0));
  for (const row of others) {
    if (hidden.size > 1 && hiddenSum() >= SMALLEST_SHOWN) break;
    hidden.add(row);
  }
  return counts.map((count, row) => (hidden.has(row) ? null : count));
}
