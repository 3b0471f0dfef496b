import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { readTable, TableFault, type Table } from '@/lib/csv';
import { InputFault } from '../solve/faults';
import { codeOf } from '../solve/problem-file';

/** @throws {InputFault} when the file cannot be read */
function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new InputFault([`${path}: cannot be read (${codeOf(error)})`]);
  }
}

/** A table of a file, with the name to speak of it by. */
export type TableFile = Table & { name: string };

/** @throws {InputFault} when the file cannot be read or is no table */
export function readTableFile(path: string): TableFile {
  const name = basename(path);
  try {
    return { name, ...readTable(readText(path)) };
  } catch (error) {
    if (error instanceof TableFault) throw new InputFault([`${name}: ${error.message}`]);
    throw error;
  }
}

/** @throws {InputFault} when the file cannot be read or is no JSON */
export function readJsonFile(path: string): unknown {
  const text = readText(path);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new InputFault([`${basename(path)}: no valid JSON (${error instanceof Error ? error.message : 'unknown'})`]);
  }
}

/** @throws {InputFault} when it cannot be written */
export function writeTextFile(path: string, text: string): void {
  try {
    writeFileSync(path, text);
  } catch (error) {
    throw new InputFault([`${path}: cannot be written (${codeOf(error)})`]);
  }
}
