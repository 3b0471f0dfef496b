import { beforeEach, describe, expect, it, vi } from 'vitest';
import { db } from '@/db/client';
import { freezeClock } from '../../support/database';
import { createProgram, createTestCycle, NOW } from '../../support/factories';
import { ANSWERS, fillIn, hiddenOf, newBrowser, setClock } from './browser';

// Each goes through the whole form, page by page.
vi.setConfig({ testTimeout: 60_000 });

const DAY_MS = 86_400_000;
let base = '';
let cycleId = '';
let closesAt = NOW;

beforeEach(async () => {
  setClock(NOW);
  await freezeClock(NOW);
  const cycle = await createTestCycle(await createProgram());
  cycleId = cycle.id;
  base = `/apply/${cycle.code.toLowerCase()}`;
  closesAt = (await db.cycle.findUniqueOrThrow({ where: { id: cycleId } })).closesAt;
});

const applications = () =>
  db.application.findMany({
    where: { cycleId },
    select: { role: true, state: true, reference: true, places: true, name: true },
    orderBy: { role: 'desc' },
  });
describe('the deadline', () => {
  const at = async (minutes: number) => {
    const now = new Date(closesAt.getTime() + minutes * 60_000);
    setClock(now);
    await freezeClock(now);
    return now;
  };

  it('leaves a form opened before it 30 minutes, also page by page', async () => {
    const browser = newBrowser();
    await at(-5);
    await fillIn(browser, `${base}/mentee`, 'late@example.test');
    const page = await browser.get(`${base}/mentee/more`);
    await at(20);
    const check = await browser.fill(page, { go: 'next' });
    expect(check.text).toContain('You opened this form in time');
    expect((await browser.fill(check, { attest: 'yes' })).path).toBe(`${base}/mentee/sent`);
  });

  it('keeps the text of a form that comes later, and says so', async () => {
    const browser = newBrowser();
    await at(-5);
    const check = await fillIn(browser, `${base}/mentee`, 'later@example.test');
    await at(31);
    const page = await browser.fill(check, { attest: 'yes' });
    expect([page.status, page.text.includes('kept as a draft')]).toEqual([409, true]);
    expect(await applications()).toMatchObject([{ state: 'draft', reference: null }]);
    expect(
      (await browser.fill(await browser.get(`${base}/mentee/more`), { anything_else: 'still here', go: 'later' })).text,
    ).toContain('Applications have closed');
    expect((await db.draft.findFirstOrThrow()).answers).toMatchObject({ anything_else: 'still here' });
  });

  it('does not believe an opening time that was not signed for this draft', async () => {
    const browser = newBrowser();
    await at(-5);
    await fillIn(browser, `${base}/mentee`, 'forger@example.test');
    await at(10);
    const draft = await db.draft.findFirstOrThrow();
    const fields = {
      submission_key: draft.submissionKey,
      revision: String(draft.revision),
      attest: 'yes',
      opened: `${draft.id}.${closesAt.getTime() - 1}~forged`,
    };
    expect((await browser.post(`${base}/mentee/check`, fields)).status).toBe(409);
  });

  it.each([-26, 26])('is told by the database, also where the web process is %i hours off', async (hours) => {
    const off = (minutes: number) => setClock(new Date(closesAt.getTime() + minutes * 60_000 + hours * 3_600_000));
    const [early, late] = [newBrowser(), newBrowser()];
    await at(-5);
    off(-5);
    const check = await fillIn(early, `${base}/mentee`, 'early@example.test');
    await fillIn(late, `${base}/mentee`, 'late@example.test');
    const draft = await db.draft.findFirstOrThrow({ where: { email: 'late@example.test' } });
    await at(10);
    off(10);
    // Opened in time, and sent within the grace.
    expect((await early.fill(check, { attest: 'yes' })).path).toBe(`${base}/mentee/sent`);
    // Opened after the close: a clock that is behind must not sign another time.
    const { opened = '' } = hiddenOf(await late.get(`${base}/mentee/more`));
    const fields = { submission_key: draft.submissionKey, revision: String(draft.revision), attest: 'yes', opened };
    expect([opened === '', (await late.post(`${base}/mentee/check`, fields)).status]).toEqual([false, 409]);
  });

  it('closes the door to new forms', async () => {
    await at(1);
    expect((await newBrowser().post(`${base}/mentee`, { email: 'new@example.test' })).status).toBe(409);
    await freezeClock(new Date(NOW.getTime() - 60 * DAY_MS));
    expect((await newBrowser().get(`${base}/mentee`)).text).toContain('not open yet');
  });
});

describe('two tabs', () => {
  it('shows both versions to the older one and loses neither', async () => {
    const browser = newBrowser();
    await browser.post(`${base}/mentee`, { email: 'tabs@example.test' });
    const [first, second] = [await browser.get(`${base}/mentee/more`), await browser.get(`${base}/mentee/more`)];
    await browser.fill(second, { anything_else: 'from the second tab', go: 'later' });
    const told = await browser.fill(first, { anything_else: 'from the first tab', go: 'next' });
    expect([told.status, told.text.includes('from the second tab'), told.text.includes('from the first tab')]).toEqual([
      409,
      true,
      true,
    ]);
    await browser.fill(told, { anything_else: 'from the first tab', go: 'later' });
    expect((await db.draft.findFirstOrThrow()).answers).toEqual({ anything_else: 'from the first tab' });
  });

  it('knows the page whose answer was lost on the way', async () => {
    const browser = newBrowser();
    await browser.post(`${base}/mentee`, { email: 'lost@example.test' });
    const [page, other] = [await browser.get(`${base}/mentee/more`), await browser.get(`${base}/mentee/more`)];
    await browser.fill(page, { anything_else: 'saved, and never told', go: 'later' });
    const again = await browser.fill(page, { anything_else: 'saved, and never told, and more', go: 'later' });
    expect([again.status, again.path]).toEqual([200, `${base}/mentee?saved=1`]);
    expect((await browser.fill(other, { anything_else: 'older', go: 'later' })).status).toBe(409);
    const nameless = { ...hiddenOf(page), tab: '', anything_else: 'of no page', go: 'later' };
    expect((await browser.post(`${base}/mentee/more`, nameless)).status).toBe(409);
    expect((await db.draft.findFirstOrThrow()).answers).toEqual({ anything_else: 'saved, and never told, and more' });
  });

  it('does not disturb tabs on different pages, and an old check page cannot send', async () => {
    const browser = newBrowser();
    const check = await fillIn(browser, `${base}/mentee`, 'pages@example.test');
    const work = await browser.get(`${base}/mentee/work`);
    await browser.fill(await browser.get(`${base}/mentee/more`), { anything_else: 'a thought', go: 'later' });
    expect((await browser.fill(work, { ...ANSWERS.work, go: 'next' })).path).toBe(`${base}/mentee/skills`);
    const stale = await browser.fill(check, { attest: 'yes' });
    expect([stale.status, stale.text.includes('changed in another tab')]).toEqual([409, true]);
    expect(hiddenOf(await browser.get(`${base}/mentee/check`)).revision).not.toBe(hiddenOf(check).revision);
  });
});
