import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { IN_REVIEW, query } from './program';

const CODE = IN_REVIEW.toUpperCase();
/** Where the chair sees runs and plans. */
export const MATCHING = `chair /committee/${IN_REVIEW}/matching`;
const IN_CYCLE = `cycle_id = (SELECT id FROM cycles WHERE code = '${CODE}')`;
const logFile = () => join(process.env.DATA_DIR ?? '', 'worlds', 'world_two', 'worker.log');

/** An answer of somebody's, written into the public problem of the run. */
async function leakIntoExport(): Promise<void> {
  const [record] = await query<{ run: string; problem: Buffer }>(
    'SELECT run_id::text AS run, problem FROM run_records',
  );
  const problem = JSON.parse(gunzipSync(record?.problem ?? Buffer.alloc(0)).toString('utf8'));
  const leaking = gzipSync(JSON.stringify({ ...problem, wished: 1 }));
  await query('UPDATE run_records SET problem = $2 WHERE run_id = $1', [record?.run, leaking]);
}

/** What a careless change could add, one for each way out; each is looked for where it comes out. */
export const LEAKS: readonly (readonly [channel: string, where: string, plant: () => unknown])[] = [
  [
    'list order',
    `chair /committee/${IN_REVIEW}/applications?mine=all`,
    () =>
      query(
        `UPDATE applications SET submitted_at = submitted_at - interval '1 second' * (('x' || left(md5(id::text), 4))::bit(16)::int) WHERE ${IN_CYCLE} AND submitted_at IS NOT NULL`,
      ),
  ],
  [
    'count',
    'public.plans',
    () => query(`UPDATE plans SET matched_count = matched_count - 1 WHERE ${IN_CYCLE} AND run_id IS NOT NULL`),
  ],
  ['export column', 'public.run_records', leakIntoExport],
  ['log line', 'log worker', () => appendFileSync(logFile(), '{"level":20,"msg":"met","count":1}\n')],
  [
    'mail field',
    'public.outbox_messages',
    () =>
      query(
        `INSERT INTO outbox_messages (id, organization_id, key, kind, state, to_address, subject, text, html, not_before, created_at)
         SELECT gen_random_uuid(), id, 'planted', 'outcome', 'stopped', 'a@example.test', 'Your wish', '', '', now(), now()
         FROM organizations LIMIT 1`,
      ),
  ],
  [
    'error text',
    MATCHING,
    () => query(`UPDATE match_runs SET state = 'failed', problem = 'A wish could not be met.' WHERE ${IN_CYCLE}`),
  ],
];
