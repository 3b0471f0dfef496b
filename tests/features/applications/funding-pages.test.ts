import { beforeEach, describe, expect, it, vi } from 'vitest';
import { db } from '@/db/client';
import { after, CLOSED, funding, settle, stage } from '../funding/desk';
import { freezeClock } from '../../support/database';
import { NOW } from '../../support/factories';
import { fillIn, hiddenOf, newBrowser, setClock, type Browser, type Page } from './browser';

vi.setConfig({ testTimeout: 60_000 });
const EMAIL = 'asking@example.test';
const WHY = 'Dues are two days of my pay.';
const SELF = 'I am the first of my family at a university.';
const FIELDS = { why: WHY, use: 'I would join the outreach group.', could_join: 'no', promise: 'yes' };

let [base, here] = ['', ''];

beforeEach(async () => {
  setClock(NOW);
  await freezeClock(NOW);
  const code = funding().cycle.code.toLowerCase();
  [base, here] = [`/apply/${code}`, `/status/funding/${code}`];
});

async function sent(email = EMAIL): Promise<{ browser: Browser; page: Page }> {
  const browser = newBrowser();
  const page = await browser.fill(await fillIn(browser, `${base}/mentee`, email), { attest: 'yes' });
  return { browser, page };
}
async function proven(email = EMAIL): Promise<Browser> {
  const { browser } = await sent(email);
  const mail = await db.outboxMessage.findFirstOrThrow({
    where: { toAddress: email, text: { contains: '/resume/' } },
    orderBy: { id: 'desc' },
  });
  await browser.post(/\/resume\/[\w-]{40,}/.exec(mail.text)?.[0] ?? '', {});
  return browser;
}
/** Asking has closed, and the browser is still known. */
async function later(at = CLOSED): Promise<void> {
  setClock(at);
  await freezeClock(at);
  await db.session.updateMany({ data: { lastSeenAt: at, idleExpiresAt: after(90), expiresAt: after(90) } });
}
const requests = () =>
  db.fundingRequest.findMany({ select: { why: true, couldJoin: true, selfDescription: true, state: true } });
const own = async () => (await db.fundingRequest.findFirstOrThrow()).id;
const fill = async (browser: Browser, fields: Record<string, string>) =>
  browser.post(here, { version: hiddenOf(await browser.get(here)).version ?? '', ...fields });

describe('asking, without JavaScript', () => {
  it('is offered after sending, and waits for the address to be confirmed', async () => {
    const { browser, page } = await sent();
    expect(page.text).toContain(`href="${here}">Ask for a funded membership`);
    expect((await browser.get(here)).status).toBe(403);
    expect((await browser.get('/status')).text).not.toContain('Funded membership');
  });

  it('is not offered where nothing is, or no more', async () => {
    const browser = await proven();
    await later();
    expect((await browser.get('/status')).text).not.toContain('Funded membership');
    expect((await browser.get(here)).status).toBe(403);
    expect((await browser.get('/status/funding/zz99')).status).toBe(404);
  });

  it('leads from the status page through the form back to it', async () => {
    const browser = await proven();
    expect((await browser.get('/status')).text).toContain(`href="${here}">Ask for a funded membership`);
    const form = await browser.get(here);
    for (const words of [
      'Only funding reviewers read this page',
      'A post for the blog, by Saturday, June 1, 2030',
      'there are 2 in this cycle',
    ])
      expect(form.text).toContain(words);
    expect(/<input[^>]*name="self_consent"[^>]*>/.exec(form.text)?.[0]).not.toContain('checked');
    const page = await fill(browser, { ...FIELDS, self_description: SELF, self_consent: 'yes' });
    expect(page.text).toContain('Your request is saved');
    expect(await requests()).toEqual([{ why: WHY, couldJoin: 'no', selfDescription: SELF, state: 'requested' }]);
    expect((await browser.get('/status')).text).toContain('We have your request. Funding reviewers read it');
  });

  it('keeps every word and names each field that is wrong', async () => {
    const browser = await proven();
    const page = await fill(browser, { why: 'word '.repeat(151), use: '', self_description: SELF });
    expect(page.status).toBe(422);
    for (const words of [
      'href="#f-why">Use at most 150 words.',
      'href="#f-use">Say in a few words how you would use it.',
      'href="#f-could_join">Choose one.',
      'href="#f-self_consent">Tick the box if funding reviewers may read what you wrote about yourself, or take the text out.',
      'href="#f-promise">Tick the box to promise it.',
      SELF,
      'word word word',
    ])
      expect(page.text).toContain(words);
    expect(await requests()).toEqual([]);
  });

  it('never keeps a self-description without its consent', async () => {
    const browser = await proven();
    const page = await fill(browser, { ...FIELDS, self_description: SELF });
    expect([page.status, page.text.includes(SELF), page.text.match(/href="#f-/g)?.length]).toEqual([422, true, 1]);
    expect(await requests()).toEqual([]);
  });

  it('shows both versions when another tab was faster', async () => {
    const browser = await proven();
    await fill(browser, { ...FIELDS, why: 'From the other tab.' });
    const page = await browser.post(here, { ...FIELDS, version: '0' });
    expect(page.status).toBe(409);
    for (const words of ['What is saved now', 'From the other tab.', WHY]) expect(page.text).toContain(words);
    await browser.fill(page, FIELDS);
    expect((await requests()).map(({ why }) => why)).toEqual([WHY]);
  });

  it('is refused to a browser that is not the person’s', async () => {
    const browser = await proven();
    await fill(browser, FIELDS);
    const other = await proven('somebody-else@example.test');
    expect((await other.get(here)).text).not.toContain(WHY);
    expect((await newBrowser().get(here)).path).toBe('/resume');
  });
});

describe('after asking', () => {
  it('a decision is told only when it is released', async () => {
    const browser = await proven();
    await fill(browser, FIELDS);
    await later();
    const look = async () => [(await browser.get('/status')).text, (await browser.get(here)).text];
    const before = await look();
    await stage(await own(), 'award');
    expect(await look()).toEqual(before);
    await stage(await own(), 'undo');
    await settle(await own(), 'award');
    expect((await browser.get('/status')).text).toContain('A funded membership is awarded to you.');
  });

  it('obligations stand there with their days, and a word of what was done is kept', async () => {
    const browser = await proven();
    await fill(browser, FIELDS);
    await settle(await own(), 'award');
    await later();
    const page = await browser.get(here);
    expect(page.text).toContain('By Saturday, June 1, 2030');
    const { obligation = '' } = hiddenOf({ ...page, text: page.text.slice(page.text.indexOf('A post for the blog')) });
    const long = await browser.post(here, { step: 'report', obligation, done: 'x'.repeat(501) });
    expect([
      long.status,
      long.text.includes('Use at most 500 characters.'),
      long.text.includes('x'.repeat(501)),
    ]).toEqual([422, true, true]);
    const done = await browser.post(here, { step: 'report', obligation, done: 'On the blog.' });
    expect(done.text).toContain('You told us; we look at it');
  });

  it('the self-description is erased at one press, and the request taken back on a page of its own', async () => {
    const browser = await proven();
    await fill(browser, { ...FIELDS, self_description: SELF, self_consent: 'yes' });
    await browser.post(here, { step: 'erase' });
    expect((await requests()).map(({ selfDescription }) => selfDescription)).toEqual(['']);
    expect((await browser.get(`${here}/withdraw`)).text).toContain('Take your request back?');
    await browser.post(`${here}/withdraw`, {});
    expect((await requests()).map(({ state }) => state)).toEqual(['withdrawn']);
    expect((await browser.get(`${here}/withdraw`)).status).toBe(404);
  });
});

describe('membership pending funding', () => {
  const member = (kind: string) =>
    db.program.updateMany({
      data: { eligibility: { mentor: [], mentee: [{ key: 'member', kind, text: 'Mentees are members.' }] } },
    });
  const start = async () => {
    await member('must');
    const browser = newBrowser();
    await browser.post(`${base}/mentee`, { email: EMAIL });
    return { browser, page: await browser.get(`${base}/mentee/eligibility`) };
  };
  const TICK = 'I will ask for one of the funded memberships';

  it('lets somebody go on who is no member and will ask, while memberships are offered', async () => {
    const { browser, page } = await start();
    expect(page.text).not.toContain(TICK);
    const stopped = await browser.fill(page, { member: 'no', adult: 'yes', go: 'next' });
    expect([stopped.status, stopped.text.includes(TICK)]).toEqual([422, true]);
    expect(stopped.text).toContain('Or tick below that you will ask for one of the funded memberships.');
    const on = await browser.fill(stopped, { member: 'no', membership_funding: 'yes', adult: 'yes', go: 'next' });
    expect([on.status, on.path]).toEqual([200, `${base}/mentee/about`]);
    expect((await browser.get(`${base}/mentee/eligibility`)).text).toContain(TICK);
  });

  it('is not asked, and stops nobody less, when none are offered', async () => {
    const { browser, page } = await start();
    await later(after(6));
    const stopped = await browser.fill(page, { member: 'no', membership_funding: 'yes', adult: 'yes', go: 'next' });
    expect([stopped.status, stopped.text.includes(TICK), stopped.text.includes('funded')]).toEqual([422, false, false]);
  });
});
