import { beforeEach, describe, expect, it, vi } from 'vitest';
import { db } from '@/db/client';
import { freezeClock, ownerQuery } from '../../support/database';
import { createProgram, createTestCycle, NOW } from '../../support/factories';
import { ANSWERS, fillIn, newBrowser, setClock } from './browser';

// Each goes through the whole form, page by page.
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

const applications = () =>
  db.application.findMany({
    where: { cycleId },
    select: { role: true, state: true, reference: true, places: true, name: true },
    orderBy: { role: 'desc' },
  });
const mails = () =>
  db.outboxMessage.findMany({
    select: { kind: true, toAddress: true, toName: true, subject: true, text: true },
    orderBy: { id: 'asc' },
  });

describe('applying', () => {
  it('as both makes two applications, one receipt, and a confirmation with both references', async () => {
    const browser = newBrowser();
    const check = await fillIn(browser, `${base}/both`, 'zs@example.test');
    expect(check.path).toContain('/check');
    const sent = await browser.fill(check, { attest: 'yes' });
    const [mentor, mentee] = await applications();
    expect([mentor, mentee]).toEqual([
      {
        role: 'mentor',
        state: 'submitted',
        reference: expect.stringMatching(/-M-0001$/),
        places: 2,
        name: 'Zsófia Nakamura',
      },
      {
        role: 'mentee',
        state: 'submitted',
        reference: expect.stringMatching(/-E-0001$/),
        places: 0,
        name: 'Zsófia Nakamura',
      },
    ]);
    expect(sent.path).toBe(`${base}/both/sent`);
    expect(sent.text).toContain(mentor?.reference ?? '?');
    expect((await mails()).map(({ kind }) => kind)).toEqual(['resume', 'receipt']);
    expect(await ownerQuery('SELECT 1 FROM vault.answer')).toHaveLength(2);
  });

  it('keeps each role to its own answers', async () => {
    const browser = newBrowser();
    await browser.fill(await fillIn(browser, `${base}/both`, 'own@example.test'), { attest: 'yes' });
    const rows = await db.application.findMany({ where: { cycleId }, select: { role: true, answers: true } });
    const keysOf = (role: string) => Object.keys(rows.find((row) => row.role === role)?.answers ?? {});
    expect(keysOf('mentor')).toContain('offer_topics');
    expect(keysOf('mentor')).not.toContain('goal_1');
    expect(keysOf('mentee')).toContain('goal_1');
    expect(keysOf('mentee')).not.toContain('places');
  });

  it('sends no answer, not even the name, to an address that is not proven', async () => {
    const browser = newBrowser();
    await browser.fill(await fillIn(browser, `${base}/mentee`, 'shy@example.test'), { attest: 'yes' });
    for (const mail of await mails()) {
      expect(mail.toName).toBe('');
      expect(mail.text).not.toMatch(/Zsófia|Nakamura|Duluth|storytime|manager/i);
    }
    expect((await mails())[1]).toMatchObject({ kind: 'receipt', subject: expect.stringMatching(/-E-0001$/) });
  });

  it('counts on after the reference 9999', async () => {
    await ownerQuery('INSERT INTO reference_counters (cycle_id, letter, last) VALUES ($1, $2, 9999)', [cycleId, 'E']);
    const browser = newBrowser();
    await browser.fill(await fillIn(browser, `${base}/mentee`, 'late@example.test'), { attest: 'yes' });
    expect(await applications()).toMatchObject([{ reference: expect.stringMatching(/-E-10000$/) }]);
  });

  it('is the same page for a double click and for a replay, and one application', async () => {
    const browser = newBrowser();
    const check = await fillIn(browser, `${base}/mentee`, 'twice@example.test');
    const pages = await Promise.all([1, 2, 3].map(() => browser.fill(check, { attest: 'yes' })));
    const replay = await browser.fill(check, { attest: 'yes' });
    expect(new Set([...pages, replay].map(({ text }) => text)).size).toBe(1);
    expect(await applications()).toHaveLength(1);
    expect((await mails()).filter(({ kind }) => kind === 'receipt')).toHaveLength(1);
    expect(await db.event.count({ where: { action: 'application.submitted' } })).toBe(1);
  });

  it('refuses what is not whole, by the page that is missing, and keeps the words', async () => {
    const browser = newBrowser();
    await browser.post(`${base}/mentee`, { email: 'gap@example.test' });
    const about = await browser.fill(await browser.get(`${base}/mentee/about`), { name: 'Only A Name', go: 'next' });
    expect([
      about.status,
      about.text.includes('Error: Choose your country.'),
      about.text.includes('value="Only A Name"'),
    ]).toEqual([422, true, true]);
    const check = await browser.get(`${base}/mentee/check`);
    expect(check.text).toContain('Some answers are still missing');
    const draft = await db.draft.findFirstOrThrow();
    const forced = await browser.post(`${base}/mentee/check`, {
      submission_key: draft.submissionKey,
      revision: String(draft.revision),
      attest: 'yes',
    });
    expect(forced.status).toBe(422);
    expect(await applications()).toMatchObject([{ state: 'draft' }]);
  });

  it('stops a mentor who is no member before the long form, in words', async () => {
    const browser = newBrowser();
    await browser.post(`${base}/mentor`, { email: 'guest@example.test' });
    const page = await browser.fill(await browser.get(`${base}/mentor/eligibility`), {
      member: 'no',
      adult: 'yes',
      go: 'next',
    });
    expect([page.status, page.text.includes('Mentors are members of the association.')]).toEqual([422, true]);
    const mentee = newBrowser();
    await mentee.post(`${base}/mentee`, { email: 'guest2@example.test' });
    expect(
      (await mentee.fill(await mentee.get(`${base}/mentee/eligibility`), { member: 'no', adult: 'yes', go: 'next' }))
        .path,
    ).toBe(`${base}/mentee/about`);
  });

  it('takes changes until the deadline as a new submission of the same application', async () => {
    const browser = newBrowser();
    await browser.fill(await fillIn(browser, `${base}/mentee`, 'edit@example.test'), { attest: 'yes' });
    const [before] = await applications();
    const page = await browser.fill(await browser.get(`${base}/mentee/about?return=check`), {
      ...ANSWERS.about,
      name: 'Zsófia N.',
      go: 'next',
    });
    expect(page.path).toBe(`${base}/mentee/check`);
    await browser.fill(page, { attest: 'yes' });
    expect(await applications()).toEqual([{ ...before, name: 'Zsófia N.' }]);
    expect(await db.event.count({ where: { action: 'application.edited' } })).toBe(1);
    expect((await mails()).filter(({ kind }) => kind === 'receipt')).toHaveLength(2);
  });
});
