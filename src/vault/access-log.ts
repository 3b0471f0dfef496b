import { createHash } from 'node:crypto';
import type { Tx } from '@/db/client';

/** Why sealed answers are opened, as the log says it. */
export const PURPOSES = ['matching', 'replay', 'statistics', 'export', 'break-glass', 'rotation'] as const;
export type Purpose = (typeof PURPOSES)[number];

export type Access = {
  cycleId: string;
  runId: string | null;
  purpose: string;
  codeVersion: string;
  /** The one application whose record is opened; null for those of the whole cycle. */
  applicationId?: string | null;
};

/** Two openings at once write their lines one after the other. */
const CHAIN_LOCK = 727_002;

type Line = Required<Access> & { previous: string; at: Date; count: number };

function hashOf({ previous, at, cycleId, runId, purpose, count, codeVersion, applicationId }: Line): string {
  const line = [previous, at.toISOString(), cycleId, runId ?? '', purpose, count, codeVersion];
  // Lines of whole cycles are as they were before single records could be opened.
  if (applicationId) line.push(applicationId);
  return createHash('sha256').update(line.join('|')).digest('hex');
}

/** One chained line per opening, written before anything is opened: a line cannot be taken out without breaking the chain. */
export async function logAccess(tx: Tx, access: Access, count: number, now: Date): Promise<void> {
  const { cycleId, runId, purpose, codeVersion, applicationId = null } = access;
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${CHAIN_LOCK})`;
  const [last] = await tx.$queryRaw<{ hash: string }[]>`SELECT hash FROM vault.access_log ORDER BY id DESC LIMIT 1`;
  const previous = last?.hash ?? '';
  const hash = hashOf({ ...access, applicationId, previous, at: now, count });
  await tx.$executeRaw`
    INSERT INTO vault.access_log (at, cycle_id, run_id, purpose, record_count, code_version, application_id, previous, hash)
    VALUES (${now}, ${cycleId}::uuid, ${runId}::uuid, ${purpose}, ${count}, ${codeVersion}, ${applicationId}::uuid,
      ${previous}, ${hash})`;
}

type Row = {
  id: number;
  at: Date;
  cycle_id: string;
  run_id: string | null;
  purpose: string;
  record_count: number;
  code_version: string;
  application_id: string | null;
  previous: string;
  hash: string;
};

/** The last line that was once seen: what was cut off at the end leaves a whole chain, but not this line. */
export type Head = { lines: number; hash: string };
export type ChainReport = { head: Head; brokenAt: number | null; cut: boolean };

/**
 * Reads the whole log and follows its chain.
 *
 * @param seen the head of an earlier check, which must still be in it
 * @returns `brokenAt` the id of the first line that does not follow from the one before it
 */
export async function verifyChain(tx: Pick<Tx, '$queryRaw'>, seen: Head | null): Promise<ChainReport> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT id::int, at, cycle_id::text, run_id::text, purpose, record_count, code_version, application_id::text, previous, hash
    FROM vault.access_log ORDER BY id`;
  let previous = '';
  let brokenAt: number | null = null;
  for (const row of rows) {
    const line = {
      previous,
      at: row.at,
      cycleId: row.cycle_id,
      runId: row.run_id,
      purpose: row.purpose,
      count: row.record_count,
      codeVersion: row.code_version,
      applicationId: row.application_id,
    };
    if (row.previous !== previous || row.hash !== hashOf(line)) brokenAt ??= row.id;
    previous = row.hash;
  }
  const cut = seen !== null && seen.lines > 0 && rows[seen.lines - 1]?.hash !== seen.hash;
  return { head: { lines: rows.length, hash: previous }, brokenAt, cut };
}
