import type { Fault } from './context';
import { verdict, type Line } from './outcome';

const COLUMNS: readonly (readonly [title: string, width: number, of: (line: Line) => string])[] = [
  ['fault', 14, ({ name }) => name],
  ['done', 6, ({ faults }) => String(faults)],
  ['acknowledged', 14, ({ acknowledged }) => String(acknowledged)],
  ['missing', 9, ({ missing }) => String(missing)],
  ['twice', 7, ({ twice }) => String(twice)],
  ['errors', 8, ({ errors }) => String(errors)],
  ['recovery', 10, ({ recoveryMs }) => (recoveryMs === null ? '–' : `${(recoveryMs / 1000).toFixed(2)} s`)],
  ['took', 8, ({ seconds }) => `${seconds.toFixed(0)} s`],
  ['', 26, verdict],
];

const row = (cells: readonly string[]): string =>
  cells
    .map((cell, index) => cell.padEnd(COLUMNS[index]?.[1] ?? 0))
    .join('')
    .trimEnd();

/** One line as soon as it is known, with what is wrong in words. */
export function printLine(line: Line): void {
  console.log(row(COLUMNS.map(([, , of]) => of(line))));
  for (const text of [...line.problems, ...line.notes]) console.log(`    ${text}`);
}

export function print(lines: readonly Line[], faults: readonly Fault[]): void {
  const sum = (of: (line: Line) => number) => lines.reduce((all, line) => all + of(line), 0);
  console.log(`\n${row(COLUMNS.map(([title]) => title))}`);
  for (const line of lines) console.log(row(COLUMNS.map(([, , of]) => of(line))));
  const real = lines.filter(({ isControl }) => !isControl);
  const inReal = (of: (line: Line) => number) => real.reduce((all, line) => all + of(line), 0);
  console.log(
    `\n${sum(({ acknowledged }) => acknowledged)} acknowledgements, ${sum(({ kills }) => kills)} kills, ` +
      `${inReal(({ missing }) => missing)} missing, ${inReal(({ twice }) => twice)} stored twice, ` +
      `${faults.length - lines.filter(({ notRun }) => notRun !== null).length} of ${faults.length} faults run`,
  );
}
