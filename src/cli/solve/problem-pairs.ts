import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { NOT_ALLOWED, type AnyProblem, type Terms } from '@/domain/matching/problem';
import { FaultList, InputFault, shown } from './faults';
import { thousandths } from '@/domain/matching/files/points';
import { codeOf, type ProblemFile } from './problem-file';

const MOST_POINTS = 100_000;

/**
 * The problem of a file, with its pairs in whichever of the three forms they are given.
 *
 * @param path of the file; a binary file is named relative to it
 * @throws {InputFault}
 */
export function problemOf(file: ProblemFile, terms: Terms, path: string): AnyProblem {
  const given = (['pairs', 'matrix', 'binary'] as const).filter((form) => file[form] !== undefined);
  if (given.length !== 1)
    throw new InputFault([`give exactly one of pairs, matrix, binary; here ${given.join(', ') || 'none'}`]);
  if (file.pairs) return { ...terms, pairs: listOf(file.pairs, terms) };
  if (file.matrix) return { ...terms, fit: matrixOf(file.matrix, terms) };
  return { ...terms, fit: binaryOf(file.binary ?? { file: '', rows: 0, columns: 0 }, terms, path) };
}

type Listed = { row: number; column: number; score: number };

function listOf(pairs: readonly unknown[], { mentees, mentors }: Terms) {
  const faults = new FaultList();
  const rows = new Map(mentees.map(({ id }, row) => [id, row]));
  const columns = new Map(mentors.map(({ id }, column) => [id, column]));
  const listed = pairs.flatMap((pair, at) =>
    readPair(pair, { rows, columns }, (fault) => faults.add(`pairs [${at}]: ${fault}`)),
  );
  listed.sort((a, b) => a.row - b.row || a.column - b.column);
  listed.forEach(({ row, column }, at) => {
    const before = listed[at - 1];
    if (before?.row === row && before.column === column)
      faults.add(`pairs: ${shown([mentees[row]?.id, mentors[column]?.id])} stands twice`);
  });
  faults.settle();
  const start = new Int32Array(mentees.length + 1);
  for (const { row } of listed) start[row + 1] = (start[row + 1] ?? 0) + 1;
  for (let row = 0; row < mentees.length; row += 1) start[row + 1] = (start[row + 1] ?? 0) + (start[row] ?? 0);
  return {
    start,
    column: Int32Array.from(listed, ({ column }) => column),
    score: Int32Array.from(listed, ({ score }) => score),
  };
}

type Index = { rows: ReadonlyMap<string, number>; columns: ReadonlyMap<string, number> };

function readPair(pair: unknown, { rows, columns }: Index, report: (fault: string) => void): Listed[] {
  if (!Array.isArray(pair) || pair.length !== 3) {
    report(`${shown(pair)} is not [mentee, mentor, score]`);
    return [];
  }
  const [menteeId, mentorId, given]: unknown[] = pair;
  const row = rows.get(String(menteeId));
  const column = columns.get(String(mentorId));
  const score = thousandths(given);
  if (row === undefined) report(`unknown mentee ${shown(menteeId)}`);
  if (column === undefined) report(`unknown mentor ${shown(mentorId)}`);
  if (typeof score === 'string') report(score);
  return row === undefined || column === undefined || typeof score === 'string' ? [] : [{ row, column, score }];
}

function matrixOf(matrix: readonly unknown[], { mentees, mentors }: Terms): Int32Array {
  const faults = new FaultList();
  const fit = new Int32Array(mentees.length * mentors.length).fill(NOT_ALLOWED);
  if (matrix.length !== mentees.length) faults.add(`matrix: ${matrix.length} rows for ${mentees.length} mentees`);
  matrix.slice(0, mentees.length).forEach((row, r) => {
    if (!Array.isArray(row) || row.length !== mentors.length)
      return faults.add(`matrix [${r}]: not ${mentors.length} scores, one per mentor`);
    row.forEach((given: unknown, c) => {
      if (given === null) return;
      const score = thousandths(given);
      if (typeof score === 'string') faults.add(`matrix [${r}][${c}]: ${score}`);
      else fit[r * mentors.length + c] = score;
    });
  });
  faults.settle();
  return fit;
}

type Binary = NonNullable<ProblemFile['binary']>;

function binaryOf({ file, rows, columns }: Binary, { mentees, mentors }: Terms, path: string): Int32Array {
  const faults = new FaultList();
  if (rows !== mentees.length) faults.add(`binary: ${rows} rows for ${mentees.length} mentees`);
  if (columns !== mentors.length) faults.add(`binary: ${columns} columns for ${mentors.length} mentors`);
  const bytes = readBytes(resolve(dirname(path), file));
  const expected = 4 * rows * columns;
  if (bytes.length !== expected) faults.add(`binary: wrong file size, ${bytes.length} bytes instead of ${expected}`);
  faults.settle();
  const fit = littleEndian(bytes);
  for (let cell = 0; cell < fit.length; cell += 1) {
    const score = fit[cell] ?? NOT_ALLOWED;
    if ((score < 0 || score > MOST_POINTS) && score !== NOT_ALLOWED)
      faults.add(
        `binary [${Math.floor(cell / columns)}][${cell % columns}]: ${score} is not between 0 and ${MOST_POINTS}`,
      );
  }
  faults.settle();
  return fit;
}

function readBytes(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new InputFault([`${path}: cannot be read (${codeOf(error)})`]);
  }
}

/** Numbers of four bytes, least first, on machines of either order. */
function littleEndian(bytes: Buffer): Int32Array {
  const isLittle = new Uint8Array(Int32Array.of(1).buffer)[0] === 1;
  if (!isLittle) bytes.swap32();
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : Buffer.from(new Uint8Array(bytes).buffer);
  return new Int32Array(aligned.buffer, aligned.byteOffset, aligned.length / 4);
}
