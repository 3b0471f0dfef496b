import { beforeEach, describe, expect, it, vi } from 'vitest';
import { db } from '@/db/client';
import { freezeClock } from '../../support/database';
import { createProgram, createTestCycle, NOW } from '../../support/factories';
import { fillIn, newBrowser, setClock, type Browser } from './browser';

vi.setConfig({ testTimeout: 60_000 });
let base = '';
let cycleId = '';

beforeEach(async () => {
  setClock(NOW);
  await freezeClock(NOW);
  const cycle = await createTestCycle(await createProgram());
  cycleId = cycle.id;
  base = `/apply/${cycle.code.toLowerCase()}`;
});

async function applied(email: string, role = 'mentee'): Promise<Browser> {
  const browser = newBrowser();
  await browser.fill(await fillIn(browser, `${base}/${role}`, email), { attest: 'yes' });
  return browser;
}
async function prove(browser: Browser, email: string) {
  const mail = await db.outboxMessage.findFirstOrThrow({
    where: { toAddress: email, text: { contains: '/resume/' } },
    orderBy: { id: 'desc' },
  });
  return browser.post(/\/resume\/[\w-]{40,}/.exec(mail.text)?.[0] ?? '', {});
}
const states = () =>
  db.application
    .findMany({ where: { cycleId }, select: { state: true }, orderBy: { id: 'asc' } })
    .then((rows) => rows.map(({ state }) => state));

describe('a second application in a role', () => {
  it('gets the same page, only the mail says so, and the person chooses which counts', async () => {
    const email = 'double@example.test';
    await applied(email);
    const second = newBrowser();
    const page = await second.fill(await fillIn(second, `${base}/mentee`, email), { attest: 'yes' });
    expect(page.path).toBe(`${base}/mentee/sent`);
    expect(page.text).toContain('We have your application');
    expect(await states()).toEqual(['submitted', 'draft']);
    expect(
      await db.outboxMessage.findMany({
        where: { toAddress: email, kind: { not: 'resume' } },
        select: { kind: true },
        orderBy: { id: 'asc' },
      }),
    ).toEqual([{ kind: 'receipt' }, { kind: 'duplicate' }]);

    const { id } = await db.draft.findFirstOrThrow({ where: { duplicateAt: { not: null } } });
    expect((await second.post(`/status/choose/${id}`, {})).status).toBe(403);
    const status = await prove(second, email);
    expect(status.text).toContain('Let this one count');
    await second.post(`/status/choose/${id}`, {});
    expect(await states()).toEqual(['withdrawn', 'submitted']);
  });

  it('sent from two browsers at once leaves one that counts', async () => {
    const browsers = [newBrowser(), newBrowser()];
    const checks = await Promise.all(browsers.map((browser) => fillIn(browser, `${base}/mentee`, 'race@example.test')));
    await Promise.all(
      browsers.map((browser, n) => browser.fill(checks[n] ?? { status: 0, path: '', text: '' }, { attest: 'yes' })),
    );
    expect((await states()).toSorted()).toEqual(['draft', 'submitted']);
  });
});

describe('a mistyped address', () => {
  it('is put right by who typed it, until somebody proves it', async () => {
    const browser = await applied('typo@example.test');
    const page = await browser.post(`${base}/mentee/address`, { email: 'right@example.test' });
    expect(page.path).toBe(`${base}/mentee/sent`);
    const application = await db.application.findFirstOrThrow({ where: { cycleId }, include: { person: true } });
    expect([application.email, application.person?.email, application.state]).toEqual([
      'right@example.test',
      'right@example.test',
      'submitted',
    ]);
    await prove(browser, 'right@example.test');
    expect((await browser.post(`${base}/mentee/address`, { email: 'other@example.test' })).status).toBe(409);
  });

  it('set to one that has applied already becomes a duplicate, told by mail only', async () => {
    await applied('taken@example.test');
    const browser = await applied('free@example.test');
    const page = await browser.post(`${base}/mentee/address`, { email: 'taken@example.test' });
    expect(page.text).toContain('We have your application');
    expect(await states()).toEqual(['submitted', 'draft']);
    expect(await db.outboxMessage.count({ where: { toAddress: 'taken@example.test', kind: 'duplicate' } })).toBe(1);
  });
});
