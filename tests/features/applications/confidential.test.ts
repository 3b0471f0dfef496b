import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { db } from '@/db/client';
import { makeSealedCopy } from '@/jobs/make-sealed-copy';
import { purgeIdentity } from '@/jobs/purge-identity';
import { noteErasure } from '@/jobs/note-erasure';
import { makeCycleKey, type KeyRing } from '@/vault/keys';
import { readLedger } from '@/vault/ledger';
import { openCycle } from '@/vault/open';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asWorker, freezeClock, ownerQuery } from '../../support/database';
import { createProgram, createTestCycle, NOW, testRing, type TestProgram } from '../../support/factories';
import { fillIn, newBrowser, setClock, type Browser } from './browser';

vi.setConfig({ testTimeout: 60_000 });
let ring: KeyRing;
let base = '';
let cycleId = '';
let program: TestProgram;
const EMAIL = 'sealed@example.test';
const GIVEN = { gender_own: 'nonbinary', gender_wish: 'same', ethnicity_own: ['asian'], count_me: 'yes' };

beforeEach(async () => {
  setClock(NOW);
  await freezeClock(NOW);
  program = await createProgram();
  const cycle = await createTestCycle(program);
  cycleId = cycle.id;
  base = `/apply/${cycle.code.toLowerCase()}/mentee`;
  ring = { ...testRing, file: join(mkdtempSync(join(tmpdir(), 'bookend-own-')), 'keys.json') };
  const publicKey = Buffer.from(makeCycleKey(ring, cycle.keyId));
  await db.cycle.update({ where: { id: cycleId }, data: { publicKey } });
});
afterAll(() => globalThis.bookendLimits?.pool.end());

async function mailTo(email: string, words: string) {
  return db.outboxMessage.findFirstOrThrow({
    where: { toAddress: email, text: { contains: words } },
    orderBy: { id: 'desc' },
  });
}

/** Somebody who sent the whole form with confidential answers and proved their address. */
async function applied(email = EMAIL): Promise<Browser> {
  const browser = newBrowser();
  const check = await fillIn(browser, base, email);
  await browser.post(`${base}/identity`, { ...GIVEN, identity_action: 'replace', step: 'seal' });
  await browser.fill(check, { attest: 'yes' });
  const mail = await mailTo(email, '/resume/');
  await browser.post(/\/resume\/[\w-]{40,}/.exec(mail.text)?.[0] ?? '', {});
  return browser;
}
const draftOf = (email = EMAIL) => db.draft.findFirstOrThrow({ where: { email }, include: { applications: true } });
const confidentialPath = async (email = EMAIL) => `/status/confidential/${(await draftOf(email)).id}`;
const LATER = new Date(NOW.getTime() + 30_000);
const read = (purpose: string, at = LATER) =>
  asWorker(() =>
    openCycle(
      db,
      ring,
      { organizationId: program.organizationId, cycleId, runId: null, purpose, codeVersion: 't' },
      at,
    ),
  );

describe('the log that a person reads', () => {
  it('tells when and for what, on the status page and beside the day of deletion', async () => {
    const browser = await applied();
    expect((await browser.get('/status')).text).toContain('Read by nobody and nothing so far.');
    for (const purpose of ['matching', 'matching', 'replay']) await read(purpose);
    for (const path of ['/status', await confidentialPath()]) {
      const { text } = await browser.get(path);
      expect(text).toContain('Read 2 times by the matching, on Tuesday, January 15, 2030.');
      expect(text).toContain('Read once to check a matching by repeating it');
    }
  });

  it('tells nothing of readings of others’ records, nor of before', async () => {
    await read('matching', NOW);
    setClock(new Date(NOW.getTime() + 60_000));
    const browser = await applied();
    await ownerQuery(
      `INSERT INTO vault.access_log (at, cycle_id, purpose, record_count, code_version, application_id, previous, hash)
       VALUES ($1, $2, 'export', 1, 't', gen_random_uuid(), '', 'another')`,
      [new Date(NOW.getTime() + 120_000), cycleId],
    );
    expect((await browser.get('/status')).text).toContain('Read by nobody and nothing so far.');
  });

  it('is not for others', async () => {
    await applied();
    const thief = await applied('thief@example.test');
    expect((await thief.get(await confidentialPath())).status).toBe(404);
    expect((await thief.post(await confidentialPath(), { erase: 'yes' })).status).toBe(404);
    expect((await newBrowser().post(await confidentialPath(), { erase: 'yes' })).status).toBe(404);
    expect((await read('matching')).size).toBe(2);
  });
});

describe('erasing', () => {
  it('asks once, drops the record, notes it outside the database, and stands in no history', async () => {
    const browser = await applied();
    const path = await confidentialPath();
    const events = await db.event.count();
    expect((await browser.post(path, {})).status).toBe(422);
    expect((await read('matching')).size).toBe(1);
    const done = await browser.post(path, { erase: 'yes' });
    expect(done.text).toContain('Your confidential answers are erased');
    expect((await read('matching')).size).toBe(0);
    expect(await db.event.count()).toBe(events);
    const jobs = await ownerQuery<{ payload: unknown }>(
      `SELECT j.payload FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
       WHERE t.identifier = 'note-erasure'`,
    );
    for (const { payload } of [...jobs, ...jobs]) noteErasure(payload, ring);
    const [application] = (await draftOf()).applications;
    expect(readLedger(ring)).toMatchObject([{ kind: 'erased', applicationId: application?.id }]);
    // Twice does no harm, and new answers may be given while the form is open.
    await browser.post(path, { erase: 'yes' });
    await browser.post(`${base}/identity`, { ...GIVEN, identity_action: 'replace', step: 'seal' });
    expect((await read('matching')).size).toBe(1);
  });

  it('has no place after the purge: the page says what was deleted', async () => {
    const browser = await applied();
    const { identityDeleteOn } = await db.cycle.findUniqueOrThrow({ where: { id: cycleId } });
    await asWorker(() => purgeIdentity(ring, identityDeleteOn));
    const { text } = await browser.get(await confidentialPath());
    expect(text).toContain('the 1 sealed record');
    expect(text).not.toContain('Erase');
    expect((await browser.get('/status')).text).toMatch(/Deleted on .*, and their key destroyed/);
  });
});

const codeIn = (text: string) => /\b[0-9A-Z]{4} [0-9A-Z]{4}\b/.exec(text)?.[0] ?? '';

async function ask(browser: Browser): Promise<string> {
  await browser.post('/status/copy', {});
  return codeIn((await mailTo(EMAIL, 'You asked for a copy')).text);
}
const copies = () => db.sealedCopy.findMany({ orderBy: { id: 'asc' } });
const makeAll = async (now = LATER) => {
  for (const { id } of await copies())
    await asWorker(() => makeSealedCopy({ copyId: id }, { ring, breakGlass: false }, now));
};

describe('a copy of everything', () => {
  it('takes a fresh code, is made by the worker, shown once to the browser that asked, and told by mail', async () => {
    const browser = await applied();
    const code = await ask(browser);
    const waiting = await browser.post('/status/copy', { code });
    expect(waiting.text).toContain('Your copy is being made');
    await makeAll();
    const [made] = await copies();
    expect(made).toMatchObject({ kind: 'export', state: 'made' });
    expect(Buffer.from(made?.sealed ?? []).toString('latin1')).not.toContain('nonbinary');
    // Looking opens nothing.
    expect((await browser.get(waiting.path)).text).toContain('Your copy is ready');
    const shown = await browser.post(waiting.path, {});
    for (const words of [
      'Nonbinary or gender diverse',
      'Same as mine',
      'Asian',
      'Zsófia Nakamura',
      'My former manager',
    ])
      expect(shown.text).toContain(words);
    const file = /base64,([A-Za-z0-9+/=]+)"/.exec(shown.text)?.[1] ?? '';
    const kept = JSON.parse(Buffer.from(file, 'base64').toString('utf8'));
    expect(kept).toMatchObject({ address: EMAIL, forms: [{ role: 'mentee', cycle: 'Spring 2030' }] });
    expect(JSON.stringify(kept)).toContain('Run a storytime on my own.');

    expect((await browser.post(waiting.path, {})).status).toBe(410);
    expect(await copies()).toMatchObject([{ state: 'shown', sealed: null }]);
    expect((await mailTo(EMAIL, 'A copy of your answers')).kind).toBe('export');
    expect((await browser.get('/status')).text).toContain('Read once to make your own copy');
  });

  it('is opened by no other browser, not even with the same person in it', async () => {
    const browser = await applied();
    const waiting = await browser.post('/status/copy', { code: await ask(browser) });
    await makeAll();
    const other = newBrowser();
    await other.post('/resume', { email: EMAIL });
    const mail = await mailTo(EMAIL, 'Here is the way back');
    await other.post(/\/resume\/[\w-]{40,}/.exec(mail.text)?.[0] ?? '', {});
    expect((await other.get(waiting.path)).status).toBe(200);
    expect((await other.post(waiting.path, {})).status).toBe(410);
    const thief = await applied('thief@example.test');
    expect((await thief.get(waiting.path)).status).toBe(404);
    expect((await browser.post(waiting.path, {})).text).toContain('Nonbinary');
  });

  it('takes the right code only: five wrong ones kill it, and it works once', async () => {
    const browser = await applied();
    const code = await ask(browser);
    await browser.post('/status/copy', { code });
    expect((await browser.post('/status/copy', { code })).status).toBe(422);
    const second = await ask(browser);
    for (let tries = 0; tries < 5; tries += 1)
      expect((await browser.post('/status/copy', { code: 'AAAA 2222' })).status).toBe(422);
    expect((await browser.post('/status/copy', { code: second })).status).toBe(422);
    expect(await copies()).toHaveLength(1);
  });

  it('is for a proven address only', async () => {
    const browser = newBrowser();
    await fillIn(browser, base, 'unproven@example.test');
    expect((await browser.get('/status/copy')).status).toBe(403);
    expect((await browser.post('/status/copy', {})).status).toBe(403);
  });

  it('goes after its hour, and with the purge', async () => {
    const browser = await applied();
    await browser.post('/status/copy', { code: await ask(browser) });
    await makeAll();
    await asWorker(() => purgeIdentity(ring, new Date(NOW.getTime() + 3_700_000)));
    expect(await copies()).toMatchObject([{ state: 'ended', sealed: null }]);
  });

  it('holds only the person’s own records, whatever the request says, and few an hour', async () => {
    const browser = await applied();
    await applied('victim@example.test');
    await browser.post('/status/copy', { code: await ask(browser) });
    const [victim] = (await draftOf('victim@example.test')).applications;
    const [copy] = await copies();
    await db.sealedCopy.updateMany({ data: { applicationIds: [victim?.id ?? '', ...(copy?.applicationIds ?? [])] } });
    await makeAll();
    const log = await ownerQuery<{ application_id: string }>('SELECT application_id::text FROM vault.access_log');
    expect(log.map(({ application_id }) => application_id)).toEqual(copy?.applicationIds);

    await ownerQuery(
      `INSERT INTO sealed_copies (id, organization_id, kind, state, person_id, application_ids, public_key, asked_at, expires_at, made_at)
       SELECT gen_random_uuid(), organization_id, kind, 'shown', person_id, '{}', public_key, asked_at, expires_at, $1
       FROM sealed_copies, generate_series(1, 30)`,
      [NOW],
    );
    await browser.post('/status/copy', { code: await ask(browser) });
    await makeAll();
    expect((await copies()).filter(({ state }) => state === 'ended')).toHaveLength(1);
  });
});
