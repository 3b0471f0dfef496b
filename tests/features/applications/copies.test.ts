import { beforeEach, describe, expect, it, vi } from 'vitest';
import { db } from '@/db/client';
import { makeSealedCopy } from '@/jobs/make-sealed-copy';
import { purgeIdentity } from '@/jobs/purge-identity';
import { asWorker, ownerQuery } from '../../support/database';
import { NOW } from '../../support/factories';
import { fillIn, newBrowser, type Browser } from './browser';
import { applied, createSealedCycle, draftOf, EMAIL, LATER, mailTo, type SealedCycle } from './sealed-cycle';

vi.setConfig({ testTimeout: 60_000 });
let sealed: SealedCycle;

beforeEach(async () => {
  sealed = await createSealedCycle();
});

const codeIn = (text: string) => /\b[0-9A-Z]{4} [0-9A-Z]{4}\b/.exec(text)?.[0] ?? '';

async function ask(browser: Browser): Promise<string> {
  const codes = { toAddress: EMAIL, text: { contains: 'You asked for a copy' } };
  const before = await db.outboxMessage.findMany({ where: codes, select: { id: true } });
  await browser.post('/status/copy', {});
  // Where time stands still the newest mail has no greater id.
  const fresh = { ...codes, id: { notIn: before.map(({ id }) => id) } };
  return codeIn((await db.outboxMessage.findFirstOrThrow({ where: fresh })).text);
}
const copies = () => db.sealedCopy.findMany({ orderBy: { id: 'asc' } });
const makeAll = async (now = LATER) => {
  for (const { id } of await copies())
    await asWorker(() => makeSealedCopy({ copyId: id }, { ring: sealed.ring, breakGlass: false }, now));
};

describe('a copy of everything', () => {
  it('takes a fresh code, is made by the worker, shown once to the browser that asked, and told by mail', async () => {
    const browser = await applied(sealed);
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
    const browser = await applied(sealed);
    const waiting = await browser.post('/status/copy', { code: await ask(browser) });
    await makeAll();
    const other = newBrowser();
    await other.post('/resume', { email: EMAIL });
    const mail = await mailTo(EMAIL, 'Here is the way back');
    await other.post(/\/resume\/[\w-]{40,}/.exec(mail.text)?.[0] ?? '', {});
    expect((await other.get(waiting.path)).status).toBe(200);
    expect((await other.post(waiting.path, {})).status).toBe(410);
    const thief = await applied(sealed, 'thief@example.test');
    expect((await thief.get(waiting.path)).status).toBe(404);
    expect((await browser.post(waiting.path, {})).text).toContain('Nonbinary');
  });

  it('takes the right code only: five wrong ones kill it, and it works once', async () => {
    const browser = await applied(sealed);
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
    await fillIn(browser, sealed.base, 'unproven@example.test');
    expect((await browser.get('/status/copy')).status).toBe(403);
    expect((await browser.post('/status/copy', {})).status).toBe(403);
  });

  it('goes after its hour, and with the purge', async () => {
    const browser = await applied(sealed);
    await browser.post('/status/copy', { code: await ask(browser) });
    await makeAll();
    await asWorker(() => purgeIdentity(sealed.ring, new Date(NOW.getTime() + 3_700_000)));
    expect(await copies()).toMatchObject([{ state: 'ended', sealed: null }]);
  });

  it('holds only the person’s own records, whatever the request says, and few an hour', async () => {
    const browser = await applied(sealed);
    await applied(sealed, 'victim@example.test');
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
