import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import { reseal, beginRotation } from '@/ops/reseal';
import { rewrap } from '@/ops/rewrap';
import { verifyLog } from '@/ops/verify';
import { hasKey, keysOfCycle, makeCycleKey, privateKeyOf, rewrapKeys, type KeyRing } from '@/vault/keys';
import { cycleJitter, openCycle } from '@/vault/open';
import { sealAnswers } from '@/vault/seal';
import { asWorker, ownerQuery } from '../support/database';
import { createApplied, createProgram, createTestCycle, NOW } from '../support/factories';

const OTHER = Buffer.alloc(32, 9).toString('base64url');
let ring: KeyRing;
let place: { organizationId: string; cycleId: string; keyId: string; publicKey: Uint8Array };
let code: string;
let ids: string[];

beforeEach(async () => {
  ring = {
    masterKey: Buffer.alloc(32, 7).toString('base64url'),
    file: join(mkdtempSync(join(tmpdir(), 'bookend-rotate-')), 'keys.json'),
  };
  const program = await createProgram();
  const cycle = await createTestCycle(program);
  code = cycle.code;
  const keyId = `${code}-1`;
  const publicKey = makeCycleKey(ring, keyId);
  await db.cycle.update({ where: { id: cycle.id }, data: { publicKey } });
  place = { organizationId: program.organizationId, cycleId: cycle.id, keyId, publicKey };
  ids = [];
  for (let index = 0; index < 5; index += 1) {
    const [applied] = await createApplied(program, cycle);
    const applicationId = applied?.applicationId ?? '';
    const answer = { own: [`value ${index}`], wish: null };
    await sealAnswers(db, { ...place, applicationId }, { gender: answer, ethnicity: answer });
    ids.push(applicationId);
  }
});

/** As the operator's commands run: with the owner's rights. */
async function asOwner<T>(work: () => Promise<T>): Promise<T> {
  const { PrismaClient } = await import('@/db/generated/client');
  const { PrismaPg } = await import('@prisma/adapter-pg');
  const { urls } = await import('../support/database');
  const client = new PrismaClient({ adapter: new PrismaPg({ connectionString: urls.owner }) });
  const before = globalThis.bookendDb;
  globalThis.bookendDb = client;
  try {
    return await work();
  } finally {
    globalThis.bookendDb = before;
    await client.$disconnect();
  }
}

const values = () =>
  asWorker(async () => {
    const opening = { ...place, runId: null, purpose: 'matching', codeVersion: 'test' };
    const answers = await openCycle(db, ring, opening, NOW);
    return ids.map((id) => answers.get(id)?.gender.own[0]);
  });
const ALL = [0, 1, 2, 3, 4].map((index) => `value ${index}`);
const keyIds = () =>
  ownerQuery<{ key_id: string; count: number }>('SELECT key_id, count(*)::int FROM vault.answer GROUP BY 1 ORDER BY 1');

describe('a new VAULT_KEY', () => {
  it('opens what the old one opened, and the old one opens nothing any more', async () => {
    expect(await asOwner(() => rewrap(ring, OTHER, NOW))).toBe(1);
    expect(() => privateKeyOf(ring, place.keyId)).toThrow();
    const old = ring;
    ring = { ...ring, masterKey: OTHER };
    expect(await values()).toEqual(ALL);
    // Run again after a kill, with the old key still at hand: nothing to do.
    expect(await asOwner(() => rewrap(old, OTHER, NOW))).toBe(0);
  });

  it('is taken while nothing runs only, and never half: a key that does not open stops it', async () => {
    await ownerQuery('INSERT INTO worker_heartbeats VALUES ($1, $2)', ['worker', NOW]);
    await expect(asOwner(() => rewrap(ring, OTHER, NOW))).rejects.toThrow(/Stop it first/);
    makeCycleKey({ ...ring, masterKey: Buffer.alloc(32, 3).toString('base64url') }, 'X26-1');
    expect(() => rewrapKeys(ring, OTHER)).toThrow();
    expect(await values()).toEqual(ALL);
  });
});

describe('a new key pair for a cycle', () => {
  it('seals every record anew, keeps the jitter, and destroys the old key', async () => {
    const jitter = cycleJitter(ring, place.keyId)(ids[0] ?? '', ids[1] ?? '');
    expect(await asOwner(() => reseal(ring, code, NOW))).toBe(5);
    expect(await keyIds()).toEqual([{ key_id: `${code}-2`, count: 5 }]);
    expect(keysOfCycle(ring, code)).toEqual([`${code}-2`]);
    expect(await values()).toEqual(ALL);
    expect(cycleJitter(ring, `${code}-2`)(ids[0] ?? '', ids[1] ?? '')).toBe(jitter);
    expect(await asOwner(() => reseal(ring, code, NOW))).toBe(5);
    expect(cycleJitter(ring, `${code}-3`)(ids[0] ?? '', ids[1] ?? '')).toBe(jitter);
    expect(keysOfCycle(ring, code)).toEqual([`${code}-3`]);
    const log = await ownerQuery<{ purpose: string }>('SELECT purpose FROM vault.access_log ORDER BY id');
    expect(log.map(({ purpose }) => purpose)).toEqual(['rotation', 'matching', 'rotation']);
  });

  it('killed half way, reads as before, and goes on with the same key', async () => {
    await asOwner(async () => {
      const cycle = { id: place.cycleId, organizationId: place.organizationId, code, keyId: place.keyId };
      await beginRotation(ring, cycle, NOW);
    });
    expect(await values()).toEqual(ALL);
    // Somebody answers meanwhile: sealed for the new key by whoever reads the cycle anew, refused for the old one.
    const { publicKey, keyId } = await db.cycle.findUniqueOrThrow({
      where: { id: place.cycleId },
      select: { publicKey: true, keyId: true },
    });
    const answer = { own: ['value 2'], wish: null };
    const answers = { gender: answer, ethnicity: answer };
    const applicationId = ids[2] ?? '';
    await expect(sealAnswers(db, { ...place, applicationId }, answers)).rejects.toMatchObject({
      code: 'vault.key_changed',
    });
    await sealAnswers(db, { ...place, publicKey, keyId, applicationId }, answers);
    expect(await asOwner(() => reseal(ring, code, NOW))).toBe(4);
    expect(keysOfCycle(ring, code)).toEqual([`${code}-2`]);
    expect(hasKey(ring, place.keyId)).toBe(false);
    expect(await values()).toEqual(ALL);
  });
});

describe('the access log', () => {
  const verify = () => asOwner(() => verifyLog(ring));
  const change = async (sql: string) => {
    await ownerQuery('ALTER TABLE vault.access_log DISABLE TRIGGER USER');
    await ownerQuery(sql);
    await ownerQuery('ALTER TABLE vault.access_log ENABLE TRIGGER USER');
  };
  beforeEach(async () => {
    for (let times = 0; times < 3; times += 1) await values();
    expect(await verify()).toEqual({ whole: true, lines: 3, problem: '' });
  });

  it.each([
    [
      'a line changed',
      "UPDATE vault.access_log SET purpose = 'replay' WHERE id = (SELECT min(id) FROM vault.access_log)",
    ],
    [
      'a count changed',
      'UPDATE vault.access_log SET record_count = 0 WHERE id = (SELECT max(id) FROM vault.access_log)',
    ],
    ['a line taken out', 'DELETE FROM vault.access_log WHERE id = (SELECT min(id) + 1 FROM vault.access_log)'],
    ['the end cut off', 'DELETE FROM vault.access_log WHERE id = (SELECT max(id) FROM vault.access_log)'],
    ['everything gone', 'DELETE FROM vault.access_log'],
    ['whose record it was', `UPDATE vault.access_log SET application_id = cycle_id`],
  ])('tells %s', async (_, sql) => {
    await change(sql);
    expect((await verify()).whole).toBe(false);
  });

  it('goes on after what was checked', async () => {
    await values();
    expect(await verify()).toEqual({ whole: true, lines: 4, problem: '' });
  });
});
