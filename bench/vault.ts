// Opening 10,000 sealed records: the time and memory it takes from the database, and the bare cryptography beside it.
import { readFileSync, writeFileSync } from 'node:fs';
import { db } from '../src/db/client';
import { newId } from '../src/lib/id';
import { privateKeyOf } from '../src/vault/keys';
import { openCycle } from '../src/vault/open';
import { openRecord, sealRecord, type RecordPlace } from '../src/vault/record';
import { createCycle } from '../prisma/demo/cycles';
import { CHILDREN, CYCLE_DATES } from '../prisma/demo/programs';

const COUNT = 10_000;
const ROUNDS = 3;
const [step = '', kept = '', out = ''] = process.argv.slice(2);
const ring = { masterKey: process.env.VAULT_KEY ?? '', file: process.env.VAULT_KEY_FILE ?? '' };
const answer = { own: ['asian', 'pacific'], wish: { kind: 'same' } };
const ANSWERS = JSON.stringify({ gender: answer, ethnicity: answer, countInTotals: true });

type Row = { id: string; record: Buffer };
type Place = Omit<RecordPlace, 'applicationId'>;
/** What filling leaves for opening, which is measured in a process that did nothing else. */
type Kept = { place: Place; sealed: number };

/** A cycle whose applications have nothing but what the vault needs. */
async function fill() {
  const start = new Date();
  const [organizationId, programId] = [newId(start), newId(start)];
  await db.organization.create({ data: { id: organizationId, name: 'Bench', slug: 'bench' } });
  await db.program.create({ data: { id: programId, organizationId, ...CHILDREN } });
  const ground = { tx: db, start, organizationId, ring };
  const cycle = await createCycle(ground, { programId, code: 'V30', name: 'Bench', dates: CYCLE_DATES.open });
  const place = { organizationId, cycleId: cycle.id, keyId: cycle.keyId };
  const sealing = performance.now();
  const rows = Array.from({ length: COUNT }, (): Row => {
    const id = newId(start);
    return { id, record: sealRecord(ANSWERS, cycle.publicKey, { ...place, applicationId: id }) };
  });
  const sealed = performance.now() - sealing;
  await db.application.createMany({
    data: rows.map(({ id }) => ({
      id,
      organizationId,
      cycleId: cycle.id,
      role: 'mentee',
      email: `${id}@example.test`,
      formVersion: 'mentoring-2026',
    })),
  });
  const text = JSON.stringify(rows.map(({ id, record }) => ({ id, record: record.toString('hex') })));
  await db.$executeRaw`
    INSERT INTO vault.answer (application_id, organization_id, cycle_id, key_id, sealed)
    SELECT r.id, ${organizationId}::uuid, ${cycle.id}::uuid, ${cycle.keyId}, decode(r.record, 'hex')
    FROM json_to_recordset(${text}::json) AS r(id uuid, record text)`;
  const found: Kept = { place, sealed };
  writeFileSync(kept, JSON.stringify(found));
}

/** Nothing but the keys and the cipher, on records that are in memory already. */
async function openBare(place: Place): Promise<number> {
  const rows = await db.$queryRaw<Row[]>`SELECT application_id::text AS id, sealed AS record FROM vault.answer`;
  const key = privateKeyOf(ring, place.keyId);
  const start = performance.now();
  for (const { id, record } of rows) {
    const at: RecordPlace = { ...place, applicationId: id };
    JSON.parse(openRecord(record, key, at));
  }
  return performance.now() - start;
}

/** Resident memory, at its highest while the work goes on. */
async function watched(work: () => Promise<unknown>): Promise<{ ms: number; more: number }> {
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  let highest = before;
  const look = () => (highest = Math.max(highest, process.memoryUsage().rss));
  const timer = setInterval(look, 5);
  const start = performance.now();
  await work();
  const ms = performance.now() - start;
  look();
  clearInterval(timer);
  return { ms, more: highest - before };
}

const middle = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const seconds = (ms: number) => Number((ms / 1000).toFixed(2));

async function measure({ place, sealed }: Kept) {
  const opening = { ...place, runId: null, purpose: 'matching', codeVersion: 'bench' };
  await db.$queryRaw`SELECT 1`;
  const whole: { ms: number; more: number }[] = [];
  for (let round = 0; round < ROUNDS; round += 1)
    whole.push(await watched(() => openCycle(db, ring, opening, new Date())));
  const bare = await openBare(place);
  const opened = middle(whole.map(({ ms }) => ms));
  const memory = Math.max(...whole.map(({ more }) => more)) / 2 ** 20;
  return [
    { name: 'G8 opening 10,000 vault rows', value: seconds(opened), unit: 's', target: '≤ 6 s', met: opened <= 6000 },
    { name: '   the bare cryptography', value: seconds(bare), unit: 's' },
    { name: '   rows to bare', value: Number((opened / bare).toFixed(2)) },
    { name: '   memory on top', value: Math.round(memory), unit: 'MB', target: '≤ 100 MB', met: memory <= 100 },
    { name: '   sealing one', value: Number((sealed / COUNT).toFixed(3)), unit: 'ms' },
  ];
}

if (step === 'fill') await fill();
else writeFileSync(out, JSON.stringify(await measure(JSON.parse(readFileSync(kept, 'utf8')))));
await db.$disconnect();
