/** What one fault came to. Everything in `problems` is a failure, in words. */
export type Outcome = {
  /** Faults that were really done, and how many of them were a `kill -9`. */
  faults: number;
  kills: number;
  acknowledged: number;
  missing: number;
  twice: number;
  /** Requests that a client saw fail: lost connections, time-outs, answers from 500 on. */
  errors: number;
  /** The longest wait from the moment the broken part was back to the next acknowledgement. */
  recoveryMs: number | null;
  problems: string[];
  /** Further figures, for the table's last column. */
  notes: string[];
};

export const NOTHING: Outcome = {
  faults: 0,
  kills: 0,
  acknowledged: 0,
  missing: 0,
  twice: 0,
  errors: 0,
  recoveryMs: null,
  problems: [],
  notes: [],
};

/** A fault whose tool is missing here. It never counts as passed. */
export class NotRun extends Error {}

export type Line = Outcome & { name: string; isControl: boolean; notRun: string | null; seconds: number };

/** A control is a fault that must be noticed: it passes when there are problems. */
export const passed = ({ isControl, problems, notRun }: Line): boolean =>
  notRun === null && (isControl ? problems.length > 0 : problems.length === 0);

export function verdict(line: Line): string {
  if (line.notRun !== null) return `not run: ${line.notRun}`;
  if (line.isControl) return passed(line) ? 'control: caught' : 'FAIL: control not caught';
  return passed(line) ? 'PASS' : 'FAIL';
}
