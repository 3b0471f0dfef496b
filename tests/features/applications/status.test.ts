import { beforeEach, describe, expect, it, vi } from 'vitest';
import { db } from '@/db/client';
import { APPLICATION_STATES } from '@/domain/application';
import { newId } from '@/lib/id';
import { freezeClock } from '../../support/database';
import { createActor, createProgram, createTestCycle, NOW, type TestProgram } from '../../support/factories';
import { fillIn, newBrowser, setClock, type Browser } from './browser';

vi.setConfig({ testTimeout: 60_000 });
let base = '';
let program: TestProgram;
let cycleId = '';

beforeEach(async () => {
  setClock(NOW);
  await freezeClock(NOW);
  program = await createProgram();
  const cycle = await createTestCycle(program);
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

describe('the status page', () => {
  it('tells the same in every state of the review until the release', async () => {
    const browser = await applied('quiet@example.test');
    const pages: string[] = [];
    for (const state of ['submitted', 'accepted', 'hold', 'declined']) {
      await db.application.updateMany({ where: { cycleId }, data: { state } });
      pages.push((await browser.get('/status')).text);
    }
    expect(new Set(pages).size).toBe(1);
    expect(pages[0]).toContain('We have your application.');
  });

  it('tells the outcome and shows the letter only once released, and only to the person', async () => {
    const email = 'letter@example.test';
    const browser = await applied(email);
    await prove(browser, email);
    const { id, personId } = await db.application.findFirstOrThrow({ where: { cycleId } });
    const chair = await createActor(program, 'chair');
    const { organizationId } = program;
    const [planId, releaseId] = [newId(NOW), newId(NOW)];
    await db.plan.create({
      data: {
        id: planId,
        organizationId,
        cycleId,
        number: 1,
        inputsHash: 'x',
        weights: {},
        totalFit: 0,
        matchedCount: 0,
        createdById: chair.userId,
        createdAt: NOW,
      },
    });
    await db.release.create({
      data: {
        id: releaseId,
        organizationId,
        cycleId,
        planId,
        state: 'held',
        letterCount: 1,
        requestedById: chair.userId,
        requestedAt: NOW,
      },
    });
    await db.outcome.create({
      data: { id: newId(NOW), organizationId, releaseId, applicationId: id, outcome: 'waitlisted' },
    });
    await db.letter.create({
      data: {
        id: newId(NOW),
        organizationId,
        releaseId,
        personId: personId ?? '',
        subject: 'About your application',
        markdown: 'You are **eligible**.',
      },
    });
    expect((await browser.get('/status')).text).not.toContain('waitlist');

    await db.release.update({ where: { id: releaseId }, data: { state: 'sending' } });
    await db.cycle.update({ where: { id: cycleId }, data: { releasedAt: NOW } });
    const told = await browser.get('/status');
    expect(told.text).toContain('You are on the waitlist.');
    expect(told.text).toContain(`/status/letter/${releaseId}`);
  });
});

describe('withdrawing', () => {
  it.each(APPLICATION_STATES.filter((state) => state !== 'withdrawn' && state !== 'draft'))(
    'works when %s, once, with the reason and one mail',
    async (state) => {
      const browser = await applied(`${state.replace('_', '-')}@example.test`);
      await db.application.updateMany({ where: { cycleId }, data: { state } });
      const { id } = await db.application.findFirstOrThrow({ where: { cycleId } });
      expect((await browser.get(`/status/withdraw/${id}`)).text).toContain('Withdraw your application?');
      const [page] = await Promise.all(
        [1, 2].map(() => browser.post(`/status/withdraw/${id}`, { reason: 'A new job' })),
      );
      expect(page?.path).toContain('/status');
      expect(
        await db.application.findMany({ where: { cycleId }, select: { state: true, withdrawReason: true } }),
      ).toEqual([{ state: 'withdrawn', withdrawReason: 'A new job' }]);
      expect(await db.outboxMessage.count({ where: { kind: 'withdrawn' } })).toBe(1);
    },
  );

  it('a draft goes without a mail, and makes room for a new form', async () => {
    const browser = newBrowser();
    await browser.post(`${base}/mentee`, { email: 'again@example.test' });
    const { id } = await db.application.findFirstOrThrow({ where: { cycleId } });
    await browser.post(`/status/withdraw/${id}`, {});
    expect((await browser.get(`${base}/mentee`)).text).toContain('Start my application');
    await browser.post(`${base}/mentee`, { email: 'again@example.test' });
    expect(await states()).toEqual(['withdrawn', 'draft']);
  });

  it('is not for others', async () => {
    await applied('victim@example.test');
    const { id } = await db.application.findFirstOrThrow({ where: { cycleId } });
    const thief = await applied('thief@example.test', 'mentor');
    expect((await thief.get(`/status/withdraw/${id}`)).status).toBe(404);
    await thief.post(`/status/withdraw/${id}`, {});
    expect(await states()).toEqual(['submitted', 'submitted']);
  });
});
