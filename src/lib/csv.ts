import { CsvError, parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';

/** A table as it was written: headings, and rows with the number of the line each begins on. */
export type Table = { headings: readonly string[]; rows: readonly { line: number; cells: readonly string[] }[] };

/** The text is no table. */
export class TableFault extends Error {}

const SEPARATORS = [',', ';', '\t'];

/** What stands between the headings: spreadsheets of other countries write semicolons. */
function separatorOf(text: string): string {
  const [first = ''] = text.split(/\r?\n/, 1);
  const bare = first.replaceAll(/"(?:[^"]|"")*"/g, '');
  const count = (separator: string) => bare.split(separator).length;
  return SEPARATORS.reduce((most, separator) => (count(separator) > count(most) ? separator : most));
}

/**
 * Reads CSV (RFC 4180) with a line of headings; cells are trimmed, empty lines left out, short rows allowed.
 *
 * @throws {TableFault} with the line, when quotes do not close or a row has more cells than there are headings
 */
export function readTable(text: string): Table {
  const [head, ...rows] = rowsIn(text);
  if (!head) throw new TableFault('There is no line of headings.');
  const headings = head.cells;
  const long = rows.find(({ cells }) => cells.slice(headings.length).some((cell) => cell !== ''));
  if (long) throw new TableFault(`Line ${long.line} has more cells than there are headings.`);
  return { headings, rows };
}

function rowsIn(text: string): Table['rows'] {
  const rows: { line: number; cells: string[] }[] = [];
  try {
    parse(text.replaceAll('\r\n', '\n'), {
      bom: true,
      delimiter: separatorOf(text),
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      trim: true,
      onRecord: (cells: string[], { lines }) => {
        // The parser tells on which line a row ends.
        rows.push({ line: lines - (cells.join('').split('\n').length - 1), cells });
        return null;
      },
    });
    return rows;
  } catch (error) {
    if (error instanceof CsvError) throw new TableFault(`${error.message}.`);
    throw error;
  }
}

export type Cell = string | number;

/**
 * Lines of CSV (RFC 4180). A text that a spreadsheet would run as a formula (it begins with = + - @ tab or return) is
 * written with an apostrophe before it, which spreadsheets do not show.
 */
export const writeRows = (rows: readonly (readonly Cell[])[]): string =>
  stringify(
    rows.map((row) => [...row]),
    {
      escape_formulas: true,
      // By itself it would quote only what holds both: a lone end of a line would then end the row.
      quoted_match: /[\r\n]/,
      record_delimiter: 'windows',
    },
  );

/** A whole table; see {@link writeRows}. */
export const writeTable = (headings: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  writeRows([[...headings], ...rows]);
