import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, fsyncSync, openSync, closeSync, renameSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { z } from 'zod';

/*
 * A backup is a compressed text of lines: a header, then for each table its name and its rows as JSON, then the jobs that wait,
 * and a last line with the number of lines and their hash, so that a torn or changed file is known before anything is touched.
 */

const headerSchema = z.object({ bookend: z.literal(1), at: z.coerce.date(), migrations: z.array(z.string()).min(1) });
export type BackupHeader = z.output<typeof headerSchema>;
const endSchema = z.object({ end: z.object({ lines: z.number().int(), hash: z.string() }) });

export type BackupPart =
  { kind: 'table'; name: string } | { kind: 'row'; text: string } | { kind: 'job'; text: string };

const MARKS = { table: 'T', row: 'R', job: 'J' } as const;
const lineOf = (part: BackupPart) => `${MARKS[part.kind]}${part.kind === 'table' ? part.name : part.text}`;

function partOf(line: string): BackupPart {
  const text = line.slice(1);
  if (line.startsWith(MARKS.table)) return { kind: 'table', name: text };
  return line.startsWith(MARKS.row) ? { kind: 'row', text } : { kind: 'job', text };
}

async function* linesOf(header: BackupHeader, parts: AsyncIterable<BackupPart>): AsyncGenerator<string> {
  const hash = createHash('sha256');
  let lines = 0;
  const counted = (line: string) => {
    hash.update(line).update('\n');
    lines += 1;
    return `${line}\n`;
  };
  yield counted(JSON.stringify(header));
  for await (const part of parts) yield counted(lineOf(part));
  yield `${JSON.stringify({ end: { lines, hash: hash.digest('hex') } })}\n`;
}

/** Written beside its place and put there whole: a killed backup leaves no file that looks like one. */
export async function writeBackup(file: string, header: BackupHeader, parts: AsyncIterable<BackupPart>): Promise<void> {
  const part = `${file}.part`;
  await pipeline(Readable.from(linesOf(header, parts)), createGzip(), createWriteStream(part, { mode: 0o600 }));
  const handle = openSync(part, 'r');
  fsyncSync(handle);
  closeSync(handle);
  renameSync(part, file);
}

async function* rawLines(file: string): AsyncGenerator<string> {
  const text = createGunzip();
  const source = createReadStream(file).on('error', (error) => text.destroy(error));
  let rest = '';
  for await (const chunk of source.pipe(text).setEncoding('utf8')) {
    const lines = (rest + String(chunk)).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}

const TORN = 'This file is not a whole backup of Bookend: it was cut off, or changed.';

/**
 * Reads a whole backup without keeping it: its last line must agree with everything before it.
 *
 * @throws when the file is torn, changed, or something else
 */
export async function checkBackup(file: string): Promise<BackupHeader> {
  const hash = createHash('sha256');
  let header: BackupHeader | null = null;
  let lines = 0;
  let last: string | null = null;
  try {
    for await (const line of rawLines(file)) {
      if (last !== null) {
        hash.update(last).update('\n');
        lines += 1;
      }
      header ??= headerSchema.parse(JSON.parse(line));
      last = line;
    }
    const { end } = endSchema.parse(JSON.parse(last ?? ''));
    if (header && end.lines === lines && end.hash === hash.digest('hex')) return header;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      throw new Error(`There is no file ${file}.`);
  }
  throw new Error(TORN);
}

/** The parts of a backup that was checked. */
export async function* readBackup(file: string): AsyncGenerator<BackupPart> {
  let isFirst = true;
  for await (const line of rawLines(file)) {
    if (!isFirst && !line.startsWith('{')) yield partOf(line);
    isFirst = false;
  }
}
