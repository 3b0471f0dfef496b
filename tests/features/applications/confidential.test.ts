import { beforeEach, describe, expect, it, vi } from 'vitest';
import { db } from '@/db/client';
import { noteErasure } from '@/jobs/note-erasure';
import { purgeIdentity } from '@/jobs/purge-identity';
import { readLedger } from '@/vault/ledger';
import { asWorker, freezeClock, ownerQuery } from '../../support/database';
import { NOW } from '../../support/factories';
import { newBrowser, setClock } from './browser';
import { applied, createSealedCycle, draftOf, GIVEN, type SealedCycle } from './sealed-cycle';

vi.setConfig({ testTimeout: 60_000 });
let sealed: SealedCycle;

beforeEach(async () => {
  sealed = await createSealedCycle();
});

const confidentialPath = async () => `/status/confidential/${(await draftOf()).id}`;

describe('the log that a person reads', () => {
  it('tells when and for what, on the status page and beside the day of deletion', async () => {
    const browser = await applied(sealed);
    expect((await browser.get('/status')).text).toContain('Read by nobody and nothing so far.');
    for (const purpose of ['matching', 'matching', 'replay']) await sealed.read(purpose);
    for (const path of ['/status', await confidentialPath()]) {
      const { text } = await browser.get(path);
      expect(text).toContain('Read 2 times by the matching, on Tuesday, January 15, 2030.');
      expect(text).toContain('Read once to check a matching by repeating it');
    }
  });

  it('tells nothing of readings of others’ records, nor of before', async () => {
    await sealed.read('matching', NOW);
    setClock(new Date(NOW.getTime() + 60_000));
    await freezeClock(new Date(NOW.getTime() + 60_000));
    const browser = await applied(sealed);
    await ownerQuery(
      `INSERT INTO vault.access_log (at, cycle_id, purpose, record_count, code_version, application_id, previous, hash)
       VALUES ($1, $2, 'export', 1, 't', gen_random_uuid(), '', 'another')`,
      [new Date(NOW.getTime() + 120_000), sealed.cycleId],
    );
    expect((await browser.get('/status')).text).toContain('Read by nobody and nothing so far.');
  });

  it('is not for others', async () => {
    await applied(sealed);
    const thief = await applied(sealed, 'thief@example.test');
    expect((await thief.get(await confidentialPath())).status).toBe(404);
    expect((await thief.post(await confidentialPath(), { erase: 'yes' })).status).toBe(404);
    expect((await newBrowser().post(await confidentialPath(), { erase: 'yes' })).status).toBe(404);
    expect((await sealed.read('matching')).size).toBe(2);
  });
});

describe('erasing', () => {
  it('asks once, drops the record, notes it outside the database, and stands in no history', async () => {
    const browser = await applied(sealed);
    const path = await confidentialPath();
    const events = await db.event.count();
    expect((await browser.post(path, {})).status).toBe(422);
    expect((await sealed.read('matching')).size).toBe(1);
    const done = await browser.post(path, { erase: 'yes' });
    expect(done.text).toContain('Your confidential answers are erased');
    expect((await sealed.read('matching')).size).toBe(0);
    expect(await db.event.count()).toBe(events);
    const jobs = await ownerQuery<{ payload: unknown }>(
      `SELECT j.payload FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
       WHERE t.identifier = 'note-erasure'`,
    );
    for (const { payload } of [...jobs, ...jobs]) noteErasure(payload, sealed.ring);
    const [application] = (await draftOf()).applications;
    expect(readLedger(sealed.ring)).toMatchObject([{ kind: 'erased', applicationId: application?.id }]);
    // Twice does no harm, and new answers may be given while the form is open.
    await browser.post(path, { erase: 'yes' });
    await browser.post(`${sealed.base}/identity`, { ...GIVEN, identity_action: 'replace', step: 'seal' });
    expect((await sealed.read('matching')).size).toBe(1);
  });

  it('has no place after the purge: the page says what was deleted', async () => {
    const browser = await applied(sealed);
    const { identityDeleteOn } = await db.cycle.findUniqueOrThrow({ where: { id: sealed.cycleId } });
    await asWorker(() => purgeIdentity(sealed.ring, identityDeleteOn));
    const { text } = await browser.get(await confidentialPath());
    expect(text).toContain('the 1 sealed record');
    expect(text).not.toContain('Erase');
    expect((await browser.get('/status')).text).toMatch(/Deleted on .*, and their key destroyed/);
  });
});
