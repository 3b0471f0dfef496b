import { newCodeDice } from '@/auth/codes';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { db } from '@/db/client';
import { enterFor } from '@/features/applications/helping/commands';
import { giveLateLink } from '@/features/applications/late/commands';
import { freezeClock } from '../../support/database';
import { createActor, createProgram, NOW } from '../../support/factories';
import { ANSWERS, fillIn, newBrowser, setClock } from './browser';
import { createHelpDesk, type HelpDesk } from './helping-desk';

vi.setConfig({ testTimeout: 60_000 });

let desk: HelpDesk;
beforeEach(async () => {
  desk = await createHelpDesk();
});

const EMAIL = 'paper@example.test';
const secrets = () => newCodeDice('s'.repeat(32));
const entering = (over = {}) => ({
  cycle: desk.cycle.code,
  email: EMAIL,
  role: 'mentee' as const,
  reason: 'On paper, has no computer.',
  ...over,
});
const base = () => `/apply/${desk.cycle.code.toLowerCase()}/mentee`;
const stored = (id: string) =>
  db.application.findUniqueOrThrow({
    where: { id },
    select: { answers: true, name: true, places: true, state: true, version: true },
  });

describe('a form that was not sent', () => {
  it('is shut to staff until its applicant opens it, and shut again when they take it back', async () => {
    const browser = newBrowser();
    await fillIn(browser, base(), EMAIL);
    const { id } = await db.application.findFirstOrThrow({ where: { email: EMAIL } });
    expect((await desk.open(id, 'about')).status).toBe(404);
    const opened = await browser.fill(await browser.get(`${base()}/help`), { help: 'yes' });
    expect(opened.text).toContain('Staff may help with this form');
    expect((await desk.open(id, 'about')).text).toContain('value="Zsófia Nakamura"');
    await browser.fill(await browser.get(`${base()}/help`), {});
    expect((await desk.open(id, 'about')).status).toBe(404);
  });

  it('is written down page by page and sent with the applicant’s word, never with confidential wishes', async () => {
    const made = secrets();
    const id = await enterFor(desk.staff, entering(), made, NOW);
    const [mail] = await db.outboxMessage.findMany({ select: { toAddress: true, subject: true, text: true } });
    expect(mail).toMatchObject({ toAddress: EMAIL, subject: expect.stringContaining('We are writing down') });
    expect(mail?.text).toContain(`/resume/${made.token}`);
    expect((await desk.check(id)).text).toContain('Some answers are still missing');
    for (const key of ['eligibility', 'about', 'work', 'skills', 'goals', 'meeting', 'more'])
      expect([key, (await desk.fill(id, key, ANSWERS[key] ?? {})).status]).toEqual([key, 303]);
    const unread = await desk.sendFor(id, {});
    expect([unread.status, unread.text.includes('Tick the box to say that the applicant agreed.')]).toEqual([
      422,
      true,
    ]);
    const sent = await desk.sendFor(id, { attest: 'yes' });
    expect(sent).toMatchObject({ status: 303, path: expect.stringContaining('done=sent') });
    expect(await stored(id)).toMatchObject({ state: 'submitted', name: 'Zsófia Nakamura' });
    const receipt = await db.outboxMessage.findFirstOrThrow({ where: { kind: 'receipt' } });
    expect([receipt.text.includes('Please confirm'), receipt.text.includes('Nakamura')]).toEqual([true, false]);
    const events = await db.event.findMany({ where: { subjectId: id }, select: { action: true, actor: true } });
    expect(events).toContainEqual({ action: 'application.sent_for', actor: `user:${desk.staff.userId}` });
    expect((await desk.sendFor(id, { attest: 'yes' })).path).toContain('/people/');
  });

  it('keeps half a page and says what is wrong, rules of taking part included', async () => {
    const id = await enterFor(desk.staff, entering(), secrets(), NOW);
    const half = await desk.fill(id, 'about', { name: 'Ada Osei' });
    expect(half.status).toBe(422);
    expect((await desk.helped(id))?.answers).toEqual({ name: 'Ada Osei' });
    const young = await desk.fill(id, 'eligibility', { member: 'yes', adult: 'no' });
    expect(young.status).toBe(422);
  });

  it('is begun once for an address and role, and only while the person may apply', async () => {
    await enterFor(desk.staff, entering(), secrets(), NOW);
    await expect(enterFor(desk.staff, entering(), secrets(), NOW)).rejects.toMatchObject({
      code: 'help.applied_again',
    });
    const { closesAt } = await db.cycle.findUniqueOrThrow({ where: { id: desk.cycle.id } });
    const late = new Date(closesAt.getTime() + 86_400_000);
    setClock(late);
    await freezeClock(late);
    const other = entering({ email: 'other@example.test' });
    await expect(enterFor(desk.staff, other, secrets(), late)).rejects.toMatchObject({ code: 'help.not_open' });
    const until = new Date(closesAt.getTime() + 5 * 86_400_000).toISOString().slice(0, 10);
    const permit = {
      cycle: desk.cycle.code,
      email: 'mail@example.test',
      role: 'mentee' as const,
      until,
      reason: 'Ill.',
    };
    await giveLateLink(desk.staff, permit, secrets(), late);
    const draft = await db.draft.findFirstOrThrow({ where: { email: 'mail@example.test' } });
    expect(draft.enteredById).toBeNull();
  });

  it('of a reviewer or of staff elsewhere is never begun', async () => {
    const reviewer = await createActor(desk.program, 'reviewer');
    for (const actor of [reviewer, await createActor(await createProgram(), 'staff')])
      await expect(enterFor(actor, entering(), secrets(), NOW)).rejects.toMatchObject({ code: 'actor.forbidden' });
    await expect(enterFor(desk.staff, entering({ email: desk.staff.email }), secrets(), NOW)).rejects.toMatchObject({
      code: 'actor.forbidden',
    });
  });
});
