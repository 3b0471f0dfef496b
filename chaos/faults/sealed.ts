// A cycle full of sealed records whose words are known, and the question whether each of them still opens.
import { readFileSync } from 'node:fs';
import { db } from '../../src/db/client';
import { newId } from '../../src/lib/id';
import { privateKeyOf, type KeyRing } from '../../src/vault/keys';
import { openRecord, sealRecord } from '../../src/vault/record';
import type { Context } from '../context';
import { makeCycle, type OpenCycle } from '../fill';

export type Sealed = { cycle: OpenCycle; ids: readonly string[] };

const wordsOf = (id: string): string =>
  JSON.stringify({ gender: { own: [id], wish: null }, ethnicity: { own: [], wish: null }, countInTotals: true });

/** Applications of which nothing counts but what is sealed: each holds its own id. */
export async function sealCycle(context: Context, code: string, count: number): Promise<Sealed> {
  const cycle = await makeCycle(context.world, context.cycle, code);
  const now = new Date();
  const { organizationId, id: cycleId, keyId, publicKey } = cycle;
  const ids = Array.from({ length: count }, () => newId(now));
  const rows = ids.map((id) => ({
    id,
    record: sealRecord(wordsOf(id), publicKey, { organizationId, cycleId, applicationId: id, keyId }).toString('hex'),
  }));
  await db.application.createMany({
    data: ids.map((id) => ({
      id,
      organizationId,
      cycleId,
      role: 'mentee',
      email: `${id}@example.test`,
      formVersion: 'mentoring-2026',
    })),
  });
  await db.$executeRaw`
    INSERT INTO vault.answer (application_id, organization_id, cycle_id, key_id, sealed)
    SELECT r.id, ${organizationId}::uuid, ${cycleId}::uuid, ${keyId}, decode(r.record, 'hex')
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS r(id uuid, record text)`;
  return { cycle, ids };
}

type Row = { id: string; key_id: string; sealed: Buffer };

export const recordsOf = ({ world }: Context, { cycle }: Sealed): Promise<Row[]> =>
  world.query<Row>('SELECT application_id::text AS id, key_id, sealed FROM vault.answer WHERE cycle_id = $1', [
    cycle.id,
  ]);

function opens(row: Row, { cycle }: Sealed, ring: KeyRing): boolean {
  const { organizationId, id: cycleId } = cycle;
  try {
    const place = { organizationId, cycleId, applicationId: row.id, keyId: row.key_id };
    return openRecord(row.sealed, privateKeyOf(ring, row.key_id), place) === wordsOf(row.id);
  } catch {
    return false;
  }
}

export function keyNames(ring: KeyRing): string[] {
  const file: unknown = JSON.parse(readFileSync(ring.file, 'utf8'));
  return typeof file === 'object' && file !== null ? Object.keys(file) : [];
}

/** What is wrong with the records and the key file at this moment. */
export async function sealedProblems(context: Context, sealed: Sealed, ring: KeyRing): Promise<string[]> {
  const rows = await recordsOf(context, sealed);
  const shut = rows.filter((row) => !opens(row, sealed, ring)).length;
  const ids = new Set(rows.map(({ id }) => id));
  return [
    ...(shut > 0 ? [`${shut} of ${rows.length} records do not open`] : []),
    ...(ids.size === sealed.ids.length && rows.length === ids.size
      ? []
      : [`${rows.length} records for ${sealed.ids.length} applications`]),
  ];
}
