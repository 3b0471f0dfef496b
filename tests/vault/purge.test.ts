import { appendFileSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import { purgeIdentity } from '@/jobs/purge-identity';
import { makeCycleKeyJob } from '@/jobs/make-cycle-key';
import { newId } from '@/lib/id';
import { hasKey, makeCycleKey, privateKeyOf, type KeyRing } from '@/vault/keys';
import { addToLedger, ledgerFile, readLedger } from '@/vault/ledger';
import { beginPurge, deleteAnswers, destroyCycleKeys } from '@/vault/purge';
import { openRecord } from '@/vault/record';
import { NO_ANSWERS, sealAnswers } from '@/vault/seal';
import { asWorker, ownerQuery } from '../support/database';
import { createApplied, createProgram, createTestCycle, NOW, type TestProgram } from '../support/factories';

const newRing = (): KeyRing => ({
  masterKey: Buffer.alloc(32, 7).toString('base64url'),
  file: join(mkdtempSync(join(tmpdir(), 'bookend-purge-')), 'keys.json'),
});
const DAY_MS = 86_400_000;
let ring: KeyRing;
let program: TestProgram;
let cycle: { id: string; organizationId: string; code: string; keyId: string };
let day: Date;

const consenting = { gender: { own: ['woman'], wish: null }, ethnicity: { own: [], wish: null }, countInTotals: true };

/** A cycle with twelve who agreed to be counted, one who did not, and a key of this test's own. */
beforeEach(async () => {
  ring = newRing();
  program = await createProgram();
  const made = await createTestCycle(program);
  const keyId = `${made.code}-1`;
  await db.cycle.update({ where: { id: made.id }, data: { publicKey: Buffer.from(makeCycleKey(ring, keyId)) } });
  const { publicKey, identityDeleteOn } = await db.cycle.findUniqueOrThrow({
    where: { id: made.id },
    select: { publicKey: true, identityDeleteOn: true },
  });
  const { organizationId } = program;
  cycle = { id: made.id, organizationId, code: made.code, keyId };
  day = identityDeleteOn;
  for (let index = 0; index < 13; index += 1) {
    const [applied] = await createApplied(program, made, { role: 'mentee' });
    const answers = { ...consenting, countInTotals: index < 12 };
    const place = { applicationId: applied?.applicationId ?? '', organizationId, cycleId: made.id, publicKey, keyId };
    await sealAnswers(db, place, answers);
  }
});

const purge = (now: Date) => asWorker(() => purgeIdentity(ring, now));
const rows = () => ownerQuery<{ application_id: string; sealed: Buffer }>('SELECT * FROM vault.answer');
const purges = () => db.identityPurge.findMany();

describe('the purge', () => {
  it('waits for its day', async () => {
    await purge(new Date(day.getTime() - 1));
    expect([(await rows()).length, await purges()]).toEqual([13, []]);
  });

  it('freezes one release of those who agreed, deletes the records, destroys the key, and certifies it', async () => {
    const [kept] = await rows();
    const key = privateKeyOf(ring, cycle.keyId);
    await purge(day);
    const [made] = await purges();
    expect(made).toMatchObject({ cycleId: cycle.id, recordsDeleted: 13, deletedAt: day, keyDestroyedAt: day });
    // Twelve agreed; a thirteenth would make it fifteen.
    expect(made?.statistics).toMatchObject({ people: 10, crossed: null });
    expect([await rows(), hasKey(ring, cycle.keyId)]).toEqual([[], false]);
    expect(readLedger(ring)).toMatchObject([{ kind: 'purged', cycleId: cycle.id, recordsDeleted: 13 }]);
    // The record itself would open still, had the key been kept: it is the key that makes copies unreadable.
    const place = {
      organizationId: cycle.organizationId,
      cycleId: cycle.id,
      applicationId: kept?.application_id ?? '',
      keyId: cycle.keyId,
    };
    expect(openRecord(kept?.sealed ?? Buffer.alloc(0), key, place)).toContain('woman');
    expect(() => privateKeyOf(ring, cycle.keyId)).toThrow(/was destroyed/);
    const log = await ownerQuery<{ purpose: string }>('SELECT purpose FROM vault.access_log');
    expect(log).toEqual([{ purpose: 'statistics' }]);
    expect(readFileSync(ring.file, 'utf8')).not.toContain(cycle.code);
  });

  it('run twice, or a year later, changes nothing', async () => {
    await purge(day);
    const before = await purges();
    await purge(day);
    await purge(new Date(day.getTime() + 365 * DAY_MS));
    expect(await purges()).toEqual(before);
    expect(readLedger(ring)).toHaveLength(1);
    expect(await ownerQuery('SELECT 1 FROM vault.access_log')).toHaveLength(1);
  });

  const steps = [
    () => beginPurge(ring, cycle, day),
    () => deleteAnswers(cycle.id, day),
    () => destroyCycleKeys(ring, cycle.id, day),
  ];
  it.each([1, 2, 3])('killed after step %i, goes on with the same release', async (done) => {
    await asWorker(async () => {
      for (const step of steps.slice(0, done)) await step();
    });
    const [begun] = await purges();
    const later = new Date(day.getTime() + DAY_MS);
    await purge(later);
    const [made] = await purges();
    expect(made?.statistics).toEqual(begun?.statistics);
    expect([made?.recordsDeleted, await rows(), hasKey(ring, cycle.keyId)]).toEqual([13, [], false]);
    expect(made?.keyDestroyedAt).toEqual(done === 3 ? day : later);
    expect(readLedger(ring)).toHaveLength(1);
  });

  it('killed between the key file and the database, ends all the same', async () => {
    await asWorker(async () => {
      await beginPurge(ring, cycle, day);
      await deleteAnswers(cycle.id, day);
    });
    await purge(day);
    await ownerQuery('ALTER TABLE identity_purges DISABLE TRIGGER USER');
    await ownerQuery('UPDATE identity_purges SET key_destroyed_at = NULL');
    await ownerQuery('ALTER TABLE identity_purges ENABLE TRIGGER USER');
    await purge(day);
    expect((await purges())[0]?.keyDestroyedAt).toEqual(day);
    expect(readLedger(ring)).toHaveLength(1);
  });

  it('deletes on the day even where nothing opens any more', async () => {
    const other = { ...ring, masterKey: Buffer.alloc(32, 9).toString('base64url') };
    await asWorker(() => purgeIdentity(other, day));
    expect([(await purges())[0]?.statistics, await rows(), hasKey(ring, cycle.keyId)]).toEqual([null, [], false]);
  });

  it('lets nothing be sealed afterwards, and no new key be made', async () => {
    const applicationId = (await rows())[0]?.application_id ?? newId(NOW);
    await purge(day);
    const place = { applicationId, organizationId: cycle.organizationId, cycleId: cycle.id };
    const publicKey = Buffer.alloc(32, 1);
    const sealing = () => sealAnswers(db, { ...place, publicKey, keyId: cycle.keyId }, NO_ANSWERS);
    await expect(sealing()).rejects.toMatchObject({ code: 'vault.key_changed' });
    Object.assign(process.env, { WORKER_DATABASE_URL: process.env.WEB_DATABASE_URL, VAULT_KEY: ring.masterKey });
    Object.assign(process.env, { VAULT_KEY_FILE: ring.file, SMTP_URL: 'smtp://localhost', MAIL_FROM: 'a@b.example' });
    await asWorker(() => makeCycleKeyJob({ cycleId: cycle.id }));
    expect(hasKey(ring, cycle.keyId)).toBe(false);
  });

  it('is not unmade by anybody', async () => {
    await purge(day);
    for (const sql of [
      'DELETE FROM identity_purges',
      "UPDATE identity_purges SET statistics = '{}'",
      'UPDATE identity_purges SET records_deleted = 0',
      'UPDATE identity_purges SET key_destroyed_at = NULL',
    ])
      await expect(ownerQuery(sql), sql).rejects.toThrow(/not unmade/);
  });
});

describe('the erasure ledger', () => {
  it('passes over a line that a killed process left unfinished, and goes on after it', async () => {
    const entry = { kind: 'erased' as const, applicationId: newId(NOW), at: NOW };
    addToLedger(ring, entry);
    appendFileSync(ledgerFile(ring), '{"kind":"erased","applic');
    const next = { ...entry, applicationId: newId(NOW) };
    addToLedger(ring, next);
    addToLedger(ring, next);
    expect(readLedger(ring)).toEqual([entry, next]);
  });
});
