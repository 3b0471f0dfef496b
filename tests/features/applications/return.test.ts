import { beforeEach, describe, expect, it, vi } from 'vitest';
import { db } from '@/db/client';
import { freezeClock } from '../../support/database';
import { createProgram, createTestCycle, NOW } from '../../support/factories';
import { fillIn, newBrowser, setClock } from './browser';

vi.setConfig({ testTimeout: 60_000 });
let base = '';

beforeEach(async () => {
  setClock(NOW);
  await freezeClock(NOW);
  const cycle = await createTestCycle(await createProgram());
  base = `/apply/${cycle.code.toLowerCase()}`;
});

const lastMail = async (email: string) => {
  const mail = await db.outboxMessage.findFirstOrThrow({
    where: { toAddress: email, kind: { in: ['resume', 'receipt', 'duplicate'] } },
    orderBy: { id: 'desc' },
  });
  return {
    link: /\/resume\/[\w-]+/.exec(mail.text)?.[0] ?? '',
    code: /code where you asked for it: (\w{4} \w{4})/.exec(mail.text)?.[1] ?? '',
    kind: mail.kind,
  };
};

describe('coming back', () => {
  it('by link: opening spends nothing, the button opens the draft on another device and proves the address', async () => {
    const [home, phone] = [newBrowser(), newBrowser()];
    await home.post(`${base}/mentee`, { email: 'back@example.test' });
    await home.fill(await home.get(`${base}/mentee/more`), { anything_else: 'typed at home', go: 'later' });
    const { link } = await lastMail('back@example.test');
    for (const _ of [1, 2]) expect((await phone.get(link)).text).toContain('Open your application');
    const hub = await phone.post(link, {});
    expect(hub.path).toBe(`${base}/mentee`);
    expect((await phone.get(`${base}/mentee/more`)).text).toContain('typed at home');
    expect(await db.person.findMany({ select: { email: true, emailProvenAt: true } })).toEqual([
      { email: 'back@example.test', emailProvenAt: expect.any(Date) },
    ]);
    expect((await newBrowser().post(link, {})).status).toBe(410);
  });

  it('by code, with spaces and small letters; five wrong tries kill it', async () => {
    await newBrowser().post(`${base}/mentee`, { email: 'code@example.test' });
    const tablet = newBrowser();
    await tablet.post('/resume', { email: 'code@example.test' });
    const { code } = await lastMail('code@example.test');
    expect((await tablet.post('/resume', { code: 'WRONGONE' })).status).toBe(422);
    expect((await tablet.post('/resume', { code: ` ${code.toLowerCase()} ` })).path).toBe(`${base}/mentee`);

    const thief = newBrowser();
    await thief.post('/resume', { email: 'code@example.test' });
    const next = (await lastMail('code@example.test')).code;
    for (let n = 0; n < 5; n += 1) await thief.post('/resume', { code: 'WRONGONE' });
    expect((await thief.post('/resume', { code: next })).status).toBe(422);
  });

  it('says the same for known and unknown addresses, and mails only the known', async () => {
    await newBrowser().post(`${base}/mentee`, { email: 'known@example.test' });
    const pages = await Promise.all(
      ['known@example.test', 'other@example.test'].map(async (email) =>
        (await newBrowser().post('/resume', { email })).text.replaceAll(email, 'ADDRESS'),
      ),
    );
    expect(pages[0]).toBe(pages[1]);
    expect(await db.outboxMessage.count({ where: { toAddress: 'other@example.test' } })).toBe(0);
    expect(await db.outboxMessage.count({ where: { toAddress: 'known@example.test' } })).toBe(2);
  });

  it('ends after an hour: what was typed stays in the page and is saved after the code', async () => {
    const browser = newBrowser();
    await browser.post(`${base}/mentee`, { email: 'idle@example.test' });
    const page = await browser.get(`${base}/mentee/more`);
    setClock(new Date(NOW.getTime() + 61 * 60_000));
    await freezeClock(new Date(NOW.getTime() + 61 * 60_000));
    const away = await browser.fill(page, { anything_else: 'long thought', go: 'next' });
    expect([away.status, away.text.includes('long thought')]).toEqual([401, true]);
    await browser.post('/resume', { email: 'idle@example.test' });
    await browser.post('/resume', { code: (await lastMail('idle@example.test')).code });
    await browser.fill(away, {});
    expect((await db.draft.findFirstOrThrow()).answers).toEqual({ anything_else: 'long thought' });
  });

  it('is not open to another browser, nor after "forget me"', async () => {
    const browser = newBrowser();
    await browser.post(`${base}/mentee`, { email: 'mine@example.test' });
    expect((await newBrowser().get(`${base}/mentee/about`)).text).toContain('Start my application');
    browser.forget();
    expect((await browser.get('/status')).path).toBe('/resume');
  });
});

describe('limits', () => {
  it('three mails a day to an address that is not proven, and the page never says so', async () => {
    const pages: string[] = [];
    for (let n = 0; n < 5; n += 1)
      pages.push((await newBrowser().post(`${base}/mentee`, { email: 'many@example.test' })).text);
    expect(new Set(pages).size).toBe(1);
    expect(await db.outboxMessage.count({ where: { toAddress: 'many@example.test' } })).toBe(3);
    const browser = newBrowser();
    await browser.fill(await fillIn(browser, `${base}/mentee`, 'many@example.test'), { attest: 'yes' });
    expect(await db.outboxMessage.count({ where: { toAddress: 'many@example.test', kind: 'receipt' } })).toBe(1);
  });

  it('thirty autosaves a minute; the page keeps its text', async () => {
    const browser = newBrowser();
    await browser.post(`${base}/mentee`, { email: 'fast@example.test' });
    const page = await browser.get(`${base}/mentee/more`);
    const answers: number[] = [];
    for (let n = 0; n < 31; n += 1)
      answers.push((await browser.fill(page, { anything_else: 'same', autosave: '1' })).status);
    expect([answers.slice(0, 30).every((status) => status === 200), answers[30]]).toEqual([true, 429]);
  });

  it('sixty forms a minute from one place; then what was typed comes back with the time to wait', async () => {
    const browser = newBrowser();
    await browser.post(`${base}/mentee`, { email: 'flood@example.test' });
    const page = await browser.get(`${base}/mentee/more`);
    let last = page;
    for (let n = 0; n < 60; n += 1) last = await browser.fill(page, { anything_else: 'kept words', go: 'later' });
    expect([last.status, last.text.includes('kept words'), /send it again in \d+ seconds/.test(last.text)]).toEqual([
      429,
      true,
      true,
    ]);
  });
});
