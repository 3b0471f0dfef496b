import { afterEach, expect, it } from 'vitest';
import { TAKE } from '@/mail/take';
import { ownerQuery } from '../support/database';
import { createProgram, NOW } from '../support/factories';

afterEach(() => ownerQuery('ALTER TABLE outbox_messages RESET (autovacuum_enabled)'));

/** As in the minute after a large release: many rows, and a database that has not counted them yet. */
async function queueUncounted(count: number): Promise<void> {
  const { organizationId } = await createProgram();
  await ownerQuery('ALTER TABLE outbox_messages SET (autovacuum_enabled = false)');
  await ownerQuery(
    `INSERT INTO outbox_messages (id, organization_id, key, kind, state, to_address, to_name, subject, text, html, not_before, created_at)
     SELECT gen_random_uuid(), $1, 'outcome:' || n, 'outcome', 'queued', n || '@example.test', '', '', '', '', $2, $2
     FROM generate_series(1, $3::int) n`,
    [organizationId, NOW, count],
  );
}

it('takes a mail out of thousands by the index, however little the database knows of them', async () => {
  await queueUncounted(3000);
  const values = [NOW, NOW, [], '', '-infinity', '00000000-0000-0000-0000-000000000000'];
  const plan = (await ownerQuery<{ 'QUERY PLAN': string }>(`EXPLAIN (ANALYZE) ${TAKE}`, values))
    .map((line) => line['QUERY PLAN'])
    .join('\n');
  expect(plan).toMatch(/Index Scan using outbox_messages_due on outbox_messages o .*rows=1(\.00)? loops=1/);
  expect(plan).not.toContain('Sort');
});
