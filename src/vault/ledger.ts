import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { frozenSchema } from '@/db/frozen-statistics';
import type { KeyRing } from './keys';

/**
 * What must stay true when an old backup is restored, as lines in a file beside the key file, which no backup of the database
 * holds: who erased their answers, who is forgotten, which cycles were purged, with their certificates.
 */
const entrySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('erased'), applicationId: z.uuid(), at: z.coerce.date() }),
  z.object({ kind: z.literal('forgotten'), personId: z.uuid(), at: z.coerce.date() }),
  z.object({
    kind: z.literal('purged'),
    cycleId: z.uuid(),
    organizationId: z.uuid(),
    keyId: z.string(),
    statistics: frozenSchema.nullable(),
    startedAt: z.coerce.date(),
    recordsDeleted: z.number().int(),
    deletedAt: z.coerce.date(),
    destroyedAt: z.coerce.date(),
  }),
]);
export type LedgerEntry = z.output<typeof entrySchema>;

export const ledgerFile = ({ file }: KeyRing): string => join(dirname(file), 'erasures');

function isWhole(line: string): boolean {
  try {
    return line !== '' && typeof JSON.parse(line) === 'object';
  } catch {
    return false;
  }
}

/** Every entry, oldest first. A line that a killed process left unfinished was never acknowledged, and is passed over. */
export function readLedger(ring: KeyRing): LedgerEntry[] {
  const file = ledgerFile(ring);
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n').filter(isWhole);
  return lines.map((line) => entrySchema.parse(JSON.parse(line)));
}

function keyOf(entry: LedgerEntry): string {
  if (entry.kind === 'purged') return entry.cycleId;
  return entry.kind === 'forgotten' ? entry.personId : `${entry.applicationId} ${entry.at.toISOString()}`;
}

/** Adds an entry and waits for the disk; one that is there already is not added again. */
export function addToLedger(ring: KeyRing, entry: LedgerEntry): void {
  if (readLedger(ring).some((known) => keyOf(known) === keyOf(entry))) return;
  const file = ledgerFile(ring);
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const torn = existsSync(file) && !/(^|\n)$/.test(readFileSync(file, 'utf8'));
  const handle = openSync(file, 'a', 0o600);
  writeSync(handle, `${torn ? '\n' : ''}${JSON.stringify(entry)}\n`);
  fsyncSync(handle);
  closeSync(handle);
}

const headSchema = z.object({ lines: z.number(), hash: z.string() });
export type KeptHead = z.output<typeof headSchema>;
const headFile = ({ file }: KeyRing) => join(dirname(file), 'access-log.json');

/** How far the access log had come when it was last checked: outside the database, so that cutting its end shows. */
export const readHead = (ring: KeyRing): KeptHead | null =>
  existsSync(headFile(ring)) ? headSchema.parse(JSON.parse(readFileSync(headFile(ring), 'utf8'))) : null;

export function keepHead(ring: KeyRing, head: KeptHead): void {
  mkdirSync(dirname(headFile(ring)), { recursive: true, mode: 0o700 });
  const handle = openSync(`${headFile(ring)}.part`, 'w', 0o600);
  writeSync(handle, JSON.stringify(head));
  fsyncSync(handle);
  closeSync(handle);
  renameSync(`${headFile(ring)}.part`, headFile(ring));
}
