import { beforeEach, expect, it, vi } from 'vitest';
import { openRecord } from '@/vault/record';
import { privateKeyOf } from '@/vault/keys';
import { db } from '@/db/client';
import { freezeClock, ownerQuery } from '../../support/database';
import { createProgram, createTestCycle, NOW, testRing } from '../../support/factories';
import { newBrowser, setClock, type Browser } from './browser';

vi.setConfig({ testTimeout: 60_000 });
let base = '';
let browser: Browser;
let cycle: Awaited<ReturnType<typeof createTestCycle>>;

beforeEach(async () => {
  setClock(NOW);
  await freezeClock(NOW);
  cycle = await createTestCycle(await createProgram());
  base = `/apply/${cycle.code.toLowerCase()}/both`;
  browser = newBrowser();
  await browser.post(base, { email: 'sealed@example.test' });
});

const GIVEN = { gender_own: 'nonbinary', gender_wish: 'same', ethnicity_own: ['asian', 'pacific'], count_me: 'yes' };
const page = () => browser.get(`${base}/identity`);

async function seal(): Promise<void> {
  const read = await browser.fill(await page(), { ...GIVEN, step: 'read' });
  expect(read.text).toContain('Seal these answers');
  await browser.post(`${base}/identity`, { ...GIVEN, identity_action: 'replace', step: 'seal' });
}

/** What the worker would read. */
async function opened(): Promise<unknown[]> {
  const rows = await ownerQuery<{
    application_id: string;
    organization_id: string;
    cycle_id: string;
    key_id: string;
    sealed: Buffer;
  }>('SELECT * FROM vault.answer ORDER BY application_id');
  return rows.map((row) =>
    JSON.parse(
      openRecord(row.sealed, privateKeyOf(testRing, row.key_id), {
        organizationId: row.organization_id,
        cycleId: row.cycle_id,
        applicationId: row.application_id,
        keyId: row.key_id,
      }),
    ),
  );
}
const NOTHING = { gender: { own: [], wish: null }, ethnicity: { own: [], wish: null } };
const SEALED = {
  gender: { own: ['nonbinary'], wish: { kind: 'same' } },
  ethnicity: { own: ['asian', 'pacific'], wish: null },
  countInTotals: true,
};

it('is sealed for every application of the form, and stands nowhere else', async () => {
  expect(await opened()).toEqual([NOTHING, NOTHING]);
  await seal();
  expect(await opened()).toEqual([SEALED, SEALED]);
  const everything = JSON.stringify([
    await db.draft.findMany(),
    await db.application.findMany(),
    await db.event.findMany(),
    await db.outboxMessage.findMany(),
    await db.session.findMany(),
  ]);
  for (const marker of ['nonbinary', 'pacific', 'gender', 'ethnicity', 'count_me'])
    expect(everything).not.toContain(marker);
});

it('is read back from the request before anything is stored, and can be changed', async () => {
  const read = await browser.fill(await page(), { ...GIVEN, step: 'read' });
  expect([read.text.includes('Nonbinary or gender diverse'), read.text.includes('Same as mine')]).toEqual([true, true]);
  expect(await opened()).toEqual([NOTHING, NOTHING]);
  const again = await browser.fill(read, { ...GIVEN, step: 'change' });
  expect(again.text).toMatch(/value="nonbinary"[^>]*checked|checked=""[^>]*value="nonbinary"/);
});

it('refuses "same as mine" without an own answer, with the words of the field', async () => {
  const told = await browser.fill(await page(), { gender_wish: 'same', step: 'read' });
  expect([told.status, told.text.includes('needs your own answer')]).toEqual([422, true]);
});

it('looks the same when visited again, whether something was given or not; a blank never erases', async () => {
  await seal();
  const given = await page();
  const other = newBrowser();
  await other.post(base, { email: 'blank@example.test' });
  await other.fill(await other.get(`${base}/identity`), { step: 'skip' });
  const blank = await other.get(`${base}/identity`);
  const plain = (text: string) => text.replace(/value="[^"]*~[^"]*"/g, '');
  expect(plain(given.text)).toBe(plain(blank.text));

  await browser.fill(given, { identity_action: 'keep', step: 'read' });
  expect((await browser.fill(given, { identity_action: 'replace', step: 'read' })).status).toBe(422);
  expect((await opened()).filter((one) => JSON.stringify(one) === JSON.stringify(SEALED))).toHaveLength(2);
  await browser.fill(given, { identity_action: 'remove', step: 'read' });
  expect(await opened()).toEqual([NOTHING, NOTHING, NOTHING, NOTHING]);
});

it('is removed with one press from the status page', async () => {
  await seal();
  const status = await browser.post(`${base}/identity`, { return: 'status', step: 'seal', identity_action: 'remove' });
  expect(status.text).toContain('Your confidential wishes are removed');
  expect(await opened()).toEqual([NOTHING, NOTHING]);
});

it('has no page where the cycle has no identity block, and names the day of deletion where it has', async () => {
  expect((await page()).text).toContain('Deleted on');
  await db.cycle.update({ where: { id: cycle.id }, data: { hasIdentity: false } });
  expect((await page()).status).toBe(404);
});
