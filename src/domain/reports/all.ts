import { funnelReport, matchedReport, ratioReport } from './applications';
import type { CycleFacts } from './facts';
import { competenciesReport, regionsReport } from './people';
import type { Report, ReportRow } from './report';
import { growthReport, meetingsReport, satisfactionReport } from './year';

/** The eight questions about a cycle, in the order in which they are read. */
export const reportsOf = (facts: CycleFacts): Report[] =>
  [
    funnelReport,
    ratioReport,
    matchedReport,
    regionsReport,
    competenciesReport,
    meetingsReport,
    growthReport,
    satisfactionReport,
  ].map((make) => make(facts));

export type ReportTable = { columns: readonly string[]; rows: readonly ReportRow[] };

/** Two cycles in one table: each column of the first, then the same of the other; a row that one lacks is empty there. */
export function besideEachOther(
  [first, second]: readonly [Report, Report],
  [one, other]: readonly [string, string],
): ReportTable {
  const keys = [...new Set([...first.rows, ...second.rows].map(({ key }) => key))];
  const rowOf = (report: Report, key: string) => report.rows.find((row) => row.key === key);
  return {
    columns: first.columns.flatMap((column) => [`${column}, ${one}`, `${column}, ${other}`]),
    rows: keys.map((key) => {
      const [a, b] = [rowOf(first, key), rowOf(second, key)];
      const figures = first.columns.flatMap((_, at) => [a?.figures[at] ?? null, b?.figures[at] ?? null]);
      return { key, label: a?.label ?? b?.label ?? key, figures };
    }),
  };
}

/** Rows worth a line: those in which something is shown above nought. A map has a row for every place. */
export const worthALine = ({ rows }: Pick<Report, 'rows'>): ReportRow[] =>
  rows.filter(({ figures }) => figures.some((figure) => (figure ?? 0) > 0));
