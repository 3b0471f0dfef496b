import { describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import type { IdentityAnswers } from '@/domain/matching/identity';
import { newId } from '@/lib/id';
import { cycleJitter, openCycle } from '@/vault/open';
import { NO_ANSWERS, sealAnswers } from '@/vault/seal';
import { newKeyPair, openRecord, sealRecord } from '@/vault/record';
import { asWorker, ownerQuery } from '../support/database';
import { createApplied, createProgram, createTestCycle, NOW, testRing } from '../support/factories';

const ANSWERS: IdentityAnswers = {
  gender: { own: ['woman'], wish: { kind: 'same' } },
  ethnicity: { own: [], wish: null },
};
const place = { organizationId: 'o', cycleId: 'c', applicationId: 'a', keyId: 'k' };

describe('a sealed record', () => {
  it('opens with the private key, in its own place, and nowhere else', () => {
    const { publicKey, privateKey } = newKeyPair();
    const sealed = sealRecord('secret', publicKey, place);
    expect(openRecord(sealed, privateKey, place)).toBe('secret');
    for (const field of ['organizationId', 'cycleId', 'applicationId', 'keyId'] as const) {
      expect(() => openRecord(sealed, privateKey, { ...place, [field]: 'other' })).toThrow();
    }
    expect(() => openRecord(sealed, newKeyPair().privateKey, place)).toThrow();
  });

  it('has the same length whether anything was answered or not', () => {
    const { publicKey } = newKeyPair();
    const lengthOf = (answers: IdentityAnswers) => sealRecord(JSON.stringify(answers), publicKey, place).length;
    expect(lengthOf(NO_ANSWERS)).toBe(lengthOf(ANSWERS));
  });
});

async function sealedCycle() {
  const program = await createProgram();
  const cycle = await createTestCycle(program);
  const [applied] = await createApplied(program, cycle, { person: { identity: ANSWERS } });
  if (!applied) throw new Error('nobody applied');
  return { program, cycle, applicationId: applied.applicationId };
}

describe('the vault', () => {
  it('is closed to the web role', async () => {
    await sealedCycle();
    await expect(db.$queryRaw`SELECT sealed FROM vault.answer`).rejects.toThrow(/permission denied/);
    await expect(db.$queryRaw`SELECT count(*) FROM vault.access_log`).rejects.toThrow(/permission denied/);
  });

  it('opens for the worker, who has logged it first in an unbroken chain', async () => {
    const { program, cycle, applicationId } = await sealedCycle();
    const opening = {
      organizationId: program.organizationId,
      cycleId: cycle.id,
      keyId: cycle.keyId,
      runId: null,
      purpose: 'matching',
      codeVersion: 'test',
    };
    const open = () => asWorker(() => openCycle(db, testRing, opening, NOW));
    expect(await open()).toEqual(new Map([[applicationId, ANSWERS]]));
    await open();
    const log = await ownerQuery<{ record_count: number; purpose: string; previous: string; hash: string }>(
      'SELECT record_count, purpose, previous, hash FROM vault.access_log ORDER BY id',
    );
    expect(log.map(({ record_count, purpose }) => [record_count, purpose])).toEqual([
      [1, 'matching'],
      [1, 'matching'],
    ]);
    expect(log[0]?.previous).toBe('');
    expect(log[1]?.previous).toBe(log[0]?.hash);
    await expect(ownerQuery('DELETE FROM vault.access_log')).rejects.toThrow(/only added/);
  });

  it('logs an opening that then fails', async () => {
    const { program, cycle } = await sealedCycle();
    const opening = {
      organizationId: program.organizationId,
      cycleId: cycle.id,
      keyId: cycle.keyId,
      runId: null,
      purpose: 'matching',
      codeVersion: 'test',
    };
    const strange = { masterKey: Buffer.alloc(32, 9).toString('base64url'), file: testRing.file };
    await expect(asWorker(() => openCycle(db, strange, opening, NOW))).rejects.toThrow();
    expect(await ownerQuery('SELECT purpose FROM vault.access_log')).toEqual([{ purpose: 'matching' }]);
  });

  it('keeps one record per application, replaced by the next', async () => {
    const { program, cycle, applicationId } = await sealedCycle();
    const place = {
      applicationId,
      organizationId: program.organizationId,
      cycleId: cycle.id,
      publicKey: cycle.publicKey,
      keyId: cycle.keyId,
    };
    await sealAnswers(db, place, NO_ANSWERS);
    const opening = {
      organizationId: program.organizationId,
      cycleId: cycle.id,
      keyId: cycle.keyId,
      runId: newId(NOW),
      purpose: 'matching',
      codeVersion: 'test',
    };
    expect(await asWorker(() => openCycle(db, testRing, opening, NOW))).toEqual(new Map([[applicationId, NO_ANSWERS]]));
  });

  it('makes the same jitter for a pair every time, between 0 and 10,000', async () => {
    const { cycle } = await sealedCycle();
    const jitter = cycleJitter(testRing, cycle.keyId);
    const values = Array.from({ length: 2000 }, (_, i) => jitter(`mentee ${i}`, 'mentor'));
    expect(values).toEqual(
      Array.from({ length: 2000 }, (_, i) => cycleJitter(testRing, cycle.keyId)(`mentee ${i}`, 'mentor')),
    );
    expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...values)).toBeLessThanOrEqual(10_000);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(Math.abs(mean - 5000)).toBeLessThan(300);
  });
});
