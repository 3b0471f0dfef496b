import type { Client } from 'pg';

/** What a backup leaves out: sign-ins end with a restore, and counts, heartbeats and the migrations' own list are made anew. */
const LEFT_OUT = ['_prisma_migrations', 'sessions', 'rate_limits', 'worker_heartbeats'];

/** Tables of the program, each after those that it refers to. @throws when two refer to each other */
export async function listTables(client: Client): Promise<string[]> {
  const { rows: tables } = await client.query<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
     WHERE schemaname IN ('public', 'vault') AND tablename <> ALL ($1) ORDER BY 1`,
    [LEFT_OUT],
  );
  const { rows: arrows } = await client.query<{ child: string; parent: string }>(`
    SELECT DISTINCT format('%I.%I', cn.nspname, c.relname) AS child, format('%I.%I', pn.nspname, p.relname) AS parent
    FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace cn ON cn.oid = c.relnamespace
    JOIN pg_class p ON p.oid = k.confrelid JOIN pg_namespace pn ON pn.oid = p.relnamespace
    WHERE k.contype = 'f' AND k.conrelid <> k.confrelid`);
  const ordered: string[] = [];
  let waiting = tables.map(({ name }) => name);
  while (waiting.length > 0) {
    const isFree = (name: string) => arrows.every(({ child, parent }) => child !== name || !waiting.includes(parent));
    const free = waiting.filter(isFree);
    if (free.length === 0) throw new Error(`These tables refer to each other: ${waiting.join(', ')}.`);
    ordered.push(...free);
    waiting = waiting.filter((name) => !free.includes(name));
  }
  return ordered;
}
