import { beforeEach, describe, expect, it, vi } from 'vitest';
import { db } from '@/db/client';
import type { UserActor } from '@/domain/actor';
import { askApplicant } from '@/features/reviews/asking/commands';
import { askSchema } from '@/features/reviews/asking/schema';
import { stageDecision } from '@/features/reviews/commands';
import { freezeClock } from '../../support/database';
import {
  createActor,
  createApplied,
  createProgram,
  createTestCycle,
  NOW,
  type TestProgram,
} from '../../support/factories';
import { fillIn, newBrowser, setClock, type Browser } from '../applications/browser';

vi.setConfig({ testTimeout: 60_000 });

const EMAIL = 'asked@example.test';
const QUESTION = 'How many hours a month could you give?';
let program: TestProgram;
let reviewer: UserActor;
let browser: Browser;
let id = '';

/** Somebody who applied from a browser and proved the address. */
beforeEach(async () => {
  setClock(NOW);
  await freezeClock(NOW);
  program = await createProgram();
  const cycle = await createTestCycle(program);
  reviewer = await createActor(program, 'reviewer', 'Ximena Baptiste');
  browser = newBrowser();
  await browser.fill(await fillIn(browser, `/apply/${cycle.code.toLowerCase()}/mentee`, EMAIL), { attest: 'yes' });
  const { text } = await db.outboxMessage.findFirstOrThrow({ where: { kind: 'receipt' } });
  await browser.fill(await browser.get(/\/resume\/[\w-]+/.exec(text)?.[0] ?? ''), {});
  ({ id } = await db.application.findFirstOrThrow({ where: { email: EMAIL } }));
});

const ask = (by = reviewer, question = QUESTION) => askApplicant(by, { applicationId: id, question }, NOW);
const stateOf = async () => (await db.application.findUniqueOrThrow({ where: { id } })).state;
const pageOf = async () => `/status/answer/${(await db.applicantQuestion.findFirstOrThrow()).id}`;

describe('a question to the applicant', () => {
  it('goes by mail and onto the status page, is answered once, and comes back to the reviewers', async () => {
    await ask();
    expect(await stateOf()).toBe('needs_information');
    const mail = await db.outboxMessage.findFirstOrThrow({ where: { kind: 'question' } });
    expect(mail.subject).toMatch(/^A question about your application T\d+-E-0001$/);
    expect(mail.text).toContain(QUESTION);
    expect(mail.text).toContain(await pageOf());
    expect((await browser.get('/status')).text).toContain(await pageOf());

    const asked = await browser.get(await pageOf());
    expect(asked.text).toContain(QUESTION);
    const empty = await browser.fill(asked, { answer: '' });
    expect([empty.status, empty.text.includes('Write your answer.')]).toEqual([422, true]);
    const long = await browser.fill(asked, { answer: 'word '.repeat(301) });
    expect([long.status, long.text.includes('Use at most 300 words.')]).toEqual([422, true]);
    const done = await browser.fill(asked, { answer: 'Four hours.\nSometimes more.' });
    expect(done.text).toContain('Your answer is with the committee');
    await browser.fill(asked, { answer: 'Another answer' });
    expect(await db.applicantQuestion.findMany({ select: { answer: true } })).toEqual([
      { answer: 'Four hours.\nSometimes more.' },
    ]);
    expect(await stateOf()).toBe('submitted');
    const actions = await db.event.findMany({
      where: { subjectId: id },
      select: { action: true },
      orderBy: { at: 'asc' },
    });
    expect(actions.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['application.asked', 'application.answered']),
    );
  });

  it('does not stand in a mail to an address that nobody has proven', async () => {
    await db.application.update({ where: { id }, data: { provenAt: null } });
    await ask();
    const mail = await db.outboxMessage.findFirstOrThrow({ where: { kind: 'question' } });
    expect([mail.text.includes(QUESTION), mail.text.includes('/resume')]).toEqual([false, true]);
  });

  it('waits for the one before, and is not asked after a decision', async () => {
    await ask();
    await expect(ask()).rejects.toMatchObject({ code: 'question.open' });
    const chair = await createActor(program, 'chair');
    const { version } = await db.application.findUniqueOrThrow({ where: { id } });
    const decision = { applicationId: id, version, decision: 'accept' as const, note: '', unmetRule: '' };
    await stageDecision(chair, decision, NOW);
    await expect(ask(chair)).rejects.toMatchObject({ code: 'question.wrong_status' });
    await browser.fill(await browser.get(await pageOf()), { answer: 'Four.' });
    expect(await stateOf()).toBe('accepted');
    expect((await db.applicantQuestion.findFirstOrThrow()).answer).toBe('Four.');
  });

  it('is asked by members of this committee who may judge, about applications that were sent', async () => {
    await expect(ask(await createActor(program, 'staff'))).rejects.toMatchObject({ code: 'actor.forbidden' });
    const stranger = await createActor(await createProgram(), 'reviewer');
    await expect(ask(stranger)).rejects.toMatchObject({ code: 'actor.forbidden' });
    const { personId } = await db.application.findUniqueOrThrow({ where: { id } });
    await expect(ask({ ...reviewer, closed: [personId ?? ''] })).rejects.toMatchObject({ code: 'actor.forbidden' });
    expect(askSchema.safeParse({ applicationId: id, question: 'Why?' }).error?.issues[0]?.message).toBe(
      'Write the question as a sentence.',
    );
  });

  it('is nobody else’s to read or answer, and goes when the person is forgotten', async () => {
    await ask();
    const page = await pageOf();
    expect((await newBrowser().get(page)).path).toBe('/resume');
    const cycle = await createTestCycle(program);
    const [other] = await createApplied(program, cycle);
    await db.session.updateMany({ data: { personId: other?.personId ?? '' } });
    expect((await browser.get(page)).status).toBe(404);
    await db.application.update({ where: { id }, data: { email: '' } });
    expect(await db.applicantQuestion.count()).toBe(0);
  });
});
