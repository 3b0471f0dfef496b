const KEYS = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown'] as const;
export type GridKey = (typeof KEYS)[number];
export const isGridKey = (key: string): key is GridKey => KEYS.some((one) => one === key);

export type CellAt = { row: number; column: number };
type Size = { rows: number; columns: number; /** With Ctrl: Home and End go to the corners. */ far: boolean };

const PAGE = 10;
const STEPS: Record<GridKey, (at: CellAt, size: Size) => CellAt> = {
  ArrowUp: ({ row, column }) => ({ row: row - 1, column }),
  ArrowDown: ({ row, column }) => ({ row: row + 1, column }),
  ArrowLeft: ({ row, column }) => ({ row, column: column - 1 }),
  ArrowRight: ({ row, column }) => ({ row, column: column + 1 }),
  Home: ({ row }, { far }) => ({ row: far ? 0 : row, column: 0 }),
  End: ({ row }, { rows, columns, far }) => ({ row: far ? rows - 1 : row, column: columns - 1 }),
  PageUp: ({ row, column }) => ({ row: row - PAGE, column }),
  PageDown: ({ row, column }) => ({ row: row + PAGE, column }),
};

const within = (value: number, count: number) => Math.max(0, Math.min(value, count - 1));

/** The cell that a key leads to, by the grid pattern of the ARIA practices: it stops at the edges. */
export function cellAfter(at: CellAt, key: GridKey, size: Size): CellAt {
  const { row, column } = STEPS[key](at, size);
  return { row: within(row, size.rows), column: within(column, size.columns) };
}
