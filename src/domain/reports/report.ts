import { hideSmallCells, hideSmallShare, SMALLEST_SHARED } from '@/domain/statistics';

/** A figure of a report; null where it is hidden, or where there is nothing to say. */
export type Figure = number | null;

export type ReportRow = {
  key: string;
  label: string;
  /** One for each column. */
  figures: readonly Figure[];
};

/**
 * What a column's figures are, which decides how they are hidden: `parts`, everybody is in one row; `shares`, each row counts
 * some of `bases`; `whole`, a number of its own; `means`, of as many people as `bases` of the row says.
 */
export type Kind = 'parts' | 'shares' | 'whole' | 'means';

export const REPORT_KEYS = [
  'funnel',
  'ratio',
  'matched',
  'regions',
  'competencies',
  'meetings',
  'growth',
  'satisfaction',
] as const;
export type ReportKey = (typeof REPORT_KEYS)[number];

/** One question about a cycle, with all that answers it. */
export type Report = {
  key: ReportKey;
  question: string;
  /** What is counted, and what not. */
  definition: string;
  columns: readonly string[];
  rows: readonly ReportRow[];
  kind: Kind;
  /** `shares`: how many could be in a row, by column. `means`: how many people, by row. Else empty. */
  bases: readonly number[];
  chart: 'bars' | 'map' | 'change';
  /** The answer in one sentence, from figures as the reader sees them. */
  answer: (rows: readonly ReportRow[]) => string;
};

export const TOO_FEW = 'Too few people to report without pointing at someone.';

const column = (rows: readonly ReportRow[], at: number): number[] => rows.map(({ figures }) => figures[at] ?? 0);

function hideParts({ columns, rows }: Report): ReportRow[] {
  const shown = columns.map((_, at) => hideSmallCells(column(rows, at)));
  return rows.map((row, index) => ({ ...row, figures: shown.map((figures) => figures[index] ?? null) }));
}

const hideEach = (
  rows: readonly ReportRow[],
  shown: (figure: number, row: number, at: number) => Figure,
): ReportRow[] =>
  rows.map((row, index) => ({
    ...row,
    figures: row.figures.map((figure, at) => (figure === null ? null : shown(figure, index, at))),
  }));

/** The report as it may be handed on: small cells and what would tell them are hidden. */
export function asShared(report: Report): Report {
  const { kind, rows, bases } = report;
  if (kind === 'parts') return { ...report, rows: hideParts(report) };
  if (kind === 'shares')
    return { ...report, rows: hideEach(rows, (count, _, at) => hideSmallShare(count, bases[at] ?? 0)) };
  if (kind === 'means')
    return { ...report, rows: hideEach(rows, (mean, row) => ((bases[row] ?? 0) < SMALLEST_SHARED ? null : mean)) };
  const small = rows.some(({ figures }) => figures.some((figure) => figure !== null && figure < SMALLEST_SHARED));
  return { ...report, rows: small ? hideEach(rows, () => null) : rows };
}

/** "34 mentees", "1 mentee" */
export const countedAs = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** A share in words of whole percent; "none" and "all" are said only where they are exact. */
export function percentOf(part: number, all: number): string {
  if (all === 0) return '0 %';
  const percent = Math.round((100 * part) / all);
  if (percent === 0 && part > 0) return 'under 1 %';
  return percent === 100 && part < all ? 'over 99 %' : `${percent} %`;
}

/** The figure of a row and column, null when hidden. */
export const figureAt = (rows: readonly ReportRow[], key: string, at = 0): Figure =>
  rows.find((row) => row.key === key)?.figures[at] ?? null;

/** The row with the largest figure in a column; null where nothing is shown. */
export function largest(rows: readonly ReportRow[], at = 0): ReportRow | null {
  const shown = rows.filter(({ figures }) => (figures[at] ?? 0) > 0);
  return shown.reduce<ReportRow | null>(
    (most, row) => (most === null || (row.figures[at] ?? 0) > (most.figures[at] ?? 0) ? row : most),
    null,
  );
}
