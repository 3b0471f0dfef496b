import { newCodeDice } from '@/auth/codes';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { db } from '@/db/client';
import type { UserActor } from '@/domain/actor';
import { giveLateLink } from '@/features/applications/late/commands';
import { freezeClock } from '../../support/database';
import { createActor, createProgram, createTestCycle, NOW } from '../../support/factories';
import { fillIn, newBrowser, setClock } from './browser';

vi.setConfig({ testTimeout: 60_000 });

const DAY_MS = 86_400_000;
let staff: UserActor;
let reviewer: UserActor;
let cycle = { id: '', code: '' };
let closesAt = NOW;

beforeEach(async () => {
  setClock(NOW);
  await freezeClock(NOW);
  const program = await createProgram();
  cycle = await createTestCycle(program);
  ({ closesAt } = await db.cycle.findUniqueOrThrow({ where: { id: cycle.id }, select: { closesAt: true } }));
  staff = await createActor(program, 'staff');
  reviewer = await createActor(program, 'reviewer');
});

const dayAfter = (days: number) => new Date(closesAt.getTime() + days * DAY_MS).toISOString().slice(0, 10);
const secrets = () => newCodeDice('s'.repeat(32));
const given = (over = {}) => ({
  cycle: cycle.code,
  email: 'late@example.test',
  role: 'mentee' as const,
  until: dayAfter(5),
  reason: 'Was ill.',
  ...over,
});
async function moveTo(at: Date) {
  setClock(at);
  await freezeClock(at);
}

describe('a late link', () => {
  it('lets one person apply after the deadline, who has it in a mail, and nobody else', async () => {
    const late = new Date(closesAt.getTime() + 2 * DAY_MS);
    await moveTo(late);
    const made = secrets();
    await giveLateLink(staff, given(), made, late);
    const [mail] = await db.outboxMessage.findMany({ select: { toAddress: true, subject: true, text: true } });
    expect(mail).toEqual({
      toAddress: 'late@example.test',
      subject: expect.stringContaining('You have more time'),
      text: expect.stringContaining(`/resume/${made.token}`),
    });

    const browser = newBrowser();
    const page = await browser.fill(await browser.get(`/resume/${made.token}`), {});
    expect(page.path).toBe(`/apply/${cycle.code.toLowerCase()}/mentee`);
    const check = await fillIn(browser, page.path, 'late@example.test');
    const sent = await browser.fill(check, { attest: 'yes' });
    expect(sent.path).toBe(`/apply/${cycle.code.toLowerCase()}/mentee/sent`);
    expect(await db.application.findMany({ select: { email: true, state: true } })).toEqual([
      { email: 'late@example.test', state: 'submitted' },
    ]);

    const other = newBrowser();
    expect((await other.post(page.path, { email: 'other@example.test' })).text).toContain('Applications are closed');
  });

  it('ends at the end of its own day, decided by the database’s clock', async () => {
    await giveLateLink(staff, given(), secrets(), NOW);
    const [permit] = await db.latePermit.findMany({ select: { until: true } });
    const made = secrets();
    await giveLateLink(staff, given({ reason: 'Asked again.' }), made, NOW);
    const browser = newBrowser();
    const page = await browser.fill(await browser.get(`/resume/${made.token}`), {});
    const check = await fillIn(browser, page.path, 'late@example.test');
    // The web process still believes that there is time; the browser was awake all the while.
    const end = new Date((permit?.until ?? NOW).getTime() + 31 * 60_000);
    const later = new Date(end.getTime() + 3_600_000);
    await db.session.updateMany({ data: { idleExpiresAt: later, expiresAt: later } });
    await freezeClock(end);
    const answer = await browser.fill(check, { attest: 'yes' });
    expect(answer.status).toBe(409);
    expect(await db.application.findMany({ select: { state: true } })).toEqual([{ state: 'draft' }]);
  });

  it.each([
    [{ email: 'nobody' }, 'late.no_address'],
    [{ until: '2029-01-01' }, 'late.no_time'],
  ])('refuses %j', async (over, code) => {
    await expect(giveLateLink(staff, given(over), secrets(), NOW)).rejects.toMatchObject({ code });
  });

  it('is given by staff only, and not after the outcomes are told', async () => {
    await expect(giveLateLink(reviewer, given(), secrets(), NOW)).rejects.toMatchObject({ code: 'actor.forbidden' });
    await db.cycle.update({ where: { id: cycle.id }, data: { releasedAt: NOW } });
    await expect(giveLateLink(staff, given(), secrets(), NOW)).rejects.toMatchObject({ code: 'late.released' });
  });
});
