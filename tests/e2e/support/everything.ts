import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Looked } from './canary';
import { query, readMail } from './program';

/** Files below a folder, with their content. */
export function* filesIn(folder: string, skip = /^$/): Generator<Looked> {
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && !skip.test(path)) yield { where: path.slice(folder.length + 1), content: readFileSync(path) };
  }
}

/** Every row of every table, the queue's and the vault's too, as text; bytes also as characters. */
export async function everyTable(): Promise<Looked[]> {
  const tables = await query<{ name: string }>(`
    SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p', 'm') AND n.nspname IN ('public', 'app', 'graphile_worker', 'vault') ORDER BY 1`);
  const all: Looked[] = [];
  for (const { name } of tables) {
    const rows = await query<{ row: string }>(`SELECT row_to_json(t)::text AS row FROM ${name} t`);
    all.push({ where: name, content: rows.map(({ row }) => row).join('\n') });
  }
  return all;
}

/** Every mail as a reader's program shows it; as it travelled it lies among the files. */
export const everyMail = async (): Promise<Looked[]> =>
  (await readMail()).map(({ to, subject, text, html }) => ({
    where: `mail to ${to}`,
    content: [subject, text, html].join('\n'),
  }));

/** Changes of these are no changes: who was counted, that the worker is alive, lines that it folded, when a session was last seen. */
const RESTLESS = ['rate_limits', 'worker_heartbeats', 'inbox_counts'];
const MOVING = ['last_seen_at', 'idle_expires_at'];

/** Table → number of rows and a checksum over them. */
export async function checksums(): Promise<Record<string, string>> {
  const tables = await query<{ name: string }>(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> ALL ($1) ORDER BY 1",
    [RESTLESS],
  );
  const sums: Record<string, string> = {};
  for (const { name } of tables) {
    const [row] = await query<{ sum: string }>(
      `SELECT count(*) || ' ' || coalesce(md5(string_agg(r, '' ORDER BY r)), '') AS sum
       FROM (SELECT (to_jsonb(t) - $1::text[])::text AS r FROM public.${name} t) AS rows`,
      [MOVING],
    );
    sums[name] = row?.sum ?? '';
  }
  return sums;
}

/** Until nothing is queued or on its way. */
export async function untilQuiet(): Promise<void> {
  for (let tries = 0; tries < 150; tries++) {
    const [row] = await query<{ busy: number }>(`
      SELECT (SELECT count(*) FROM graphile_worker._private_jobs WHERE run_at <= now() AND attempts < max_attempts)::int
        + (SELECT count(*) FROM outbox_messages WHERE state IN ('queued', 'sending'))::int AS busy`);
    if (row?.busy === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('The worker did not come to rest.');
}
