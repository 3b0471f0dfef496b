import pg from 'pg';
import { ownerQuery, resetDatabase, urls } from '../support/database';

type Snapshot = { table: string; rows: string }[];

/** Every row of the program's own tables, to stand there again. */
export async function photograph(): Promise<Snapshot> {
  const tables = await ownerQuery<{ name: string }>(
    "SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' ORDER BY 1",
  );
  const snapshot: Snapshot = [];
  for (const { name } of tables) {
    const [{ rows } = { rows: '[]' }] = await ownerQuery<{ rows: string }>(
      `SELECT coalesce(json_agg(row_to_json(t)), '[]')::text AS rows FROM public.${name} t`,
    );
    snapshot.push({ table: name, rows });
  }
  return snapshot;
}

/** The same rows with the same ids; the vault is empty. */
export async function standAgain(snapshot: Snapshot): Promise<void> {
  await resetDatabase();
  const client = new pg.Client(urls.owner);
  await client.connect();
  try {
    await client.query('SET session_replication_role = replica');
    for (const { table, rows } of snapshot)
      await client.query(
        `INSERT INTO public.${table} OVERRIDING SYSTEM VALUE SELECT * FROM json_populate_recordset(NULL::public.${table}, $1::json)`,
        [rows],
      );
  } finally {
    await client.end();
  }
}

/** Every row of every table that the web role may read, in the order in which they lie: order can speak too. */
export async function readAsWeb(): Promise<Record<string, string[]>> {
  const client = new pg.Client(urls.web);
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ name: string }>(`
      SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p', 'v', 'm') AND n.nspname NOT IN ('pg_catalog', 'information_schema')
        AND has_schema_privilege(n.oid, 'USAGE') AND has_table_privilege(c.oid, 'SELECT') ORDER BY 1`);
    const world: Record<string, string[]> = {};
    for (const { name } of tables) {
      const { rows } = await client.query<{ row: string }>(`SELECT row_to_json(t)::text AS row FROM ${name} t`);
      world[name] = rows.map(({ row }) => row);
    }
    return world;
  } finally {
    await client.end();
  }
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const TIME = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)/g;

/** Ids that only this world has become their number of appearance; times become one word. */
export function masked(text: string, known: ReadonlySet<string>): string {
  const numbers = new Map<string, string>();
  return text
    .replace(UUID, (id) => {
      if (known.has(id)) return id;
      if (!numbers.has(id)) numbers.set(id, `id ${numbers.size + 1}`);
      return numbers.get(id) ?? '';
    })
    .replace(TIME, 'a time');
}

/** Ids that both worlds began with. */
export const idsIn = (snapshot: Snapshot): Set<string> => new Set(JSON.stringify(snapshot).match(UUID));
