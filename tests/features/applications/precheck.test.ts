import { beforeEach, expect, it } from 'vitest';
import { db } from '@/db/client';
import { showPrecheck, takePrecheck } from '@/features/applications/precheck/handlers';
import { freezeClock } from '../../support/database';
import { createProgram, createTestCycle, NOW } from '../../support/factories';
import { ANSWERS, fillIn, newBrowser, setClock } from './browser';

let slug = '';
let cycle = { id: '', code: '' };

beforeEach(async () => {
  setClock(NOW);
  await freezeClock(NOW);
  const program = await createProgram();
  cycle = await createTestCycle(program);
  ({ slug } = await db.program.findUniqueOrThrow({ where: { id: program.programId }, select: { slug: true } }));
});

async function asked(role: string, fields: Record<string, string>) {
  const body = new URLSearchParams(fields);
  const headers = { origin: 'http://localhost:3000', 'content-type': 'application/x-www-form-urlencoded' };
  const answer = await takePrecheck(
    new Request('http://localhost:3000/', { method: 'POST', headers, body }),
    slug,
    role,
  );
  return { status: answer.status, text: await answer.text() };
}

it('says that somebody can take part, and with what to go on', async () => {
  const { status, text } = await asked('mentor', { member: 'unsure', adult: 'yes' });
  expect(status).toBe(200);
  expect(text).toContain('You can take part');
  expect(text).toContain(`/apply/${cycle.code.toLowerCase()}/mentor`);
});

it('gives the reason and what can be done for every rule that is not met', async () => {
  const { text } = await asked('mentor', { member: 'no' });
  expect(text).toContain('Mentors are members of the association. Join or renew before the deadline');
  expect(text).toContain('You are 18 or older. You are welcome to apply in a later cycle.');
});

it('asks for an answer that is missing, and knows no other role or program', async () => {
  expect((await asked('mentor', { adult: 'yes' })).status).toBe(422);
  expect((await asked('both', {})).status).toBe(404);
  expect((await showPrecheck('nowhere', 'mentor')).status).toBe(404);
});

it('keeps nothing', async () => {
  await asked('mentee', { adult: 'yes' });
  expect([await db.draft.count(), await db.session.count(), await db.outboxMessage.count()]).toEqual([0, 0, 0]);
});

it('is what the form itself asks: a waiver lets the very same answer pass', async () => {
  const base = `/apply/${cycle.code.toLowerCase()}/mentor`;
  const browser = newBrowser();
  await browser.post(base, { email: 'ada@example.test' });
  const page = await browser.get(`${base}/eligibility`);
  const no = { ...ANSWERS.eligibility, member: 'no', go: 'next' };
  expect((await browser.fill(page, no)).text).toContain('Mentors are members of the association.');
  await db.waiver.create({
    data: {
      id: cycle.id,
      organizationId: cycle.id,
      cycleId: cycle.id,
      email: 'ada@example.test',
      rule: 'member',
      reason: 'Renewal in the post.',
      createdById: cycle.id,
      createdAt: NOW,
    },
  });
  expect((await browser.fill(await browser.get(`${base}/eligibility`), no)).path).toBe(`${base}/about`);
});

it('keeps a form back on its last page too, where nobody went past the question', async () => {
  const base = `/apply/${cycle.code.toLowerCase()}/mentor`;
  const browser = newBrowser();
  const whole = await fillIn(browser, base, 'ada@example.test');
  await browser.fill(await browser.get(`${base}/eligibility`), { ...ANSWERS.eligibility, member: 'no', go: 'next' });
  const check = await browser.get(whole.path);
  expect([check.text.includes('Some answers are still missing'), check.text.includes('Send my application')]).toEqual([
    true,
    false,
  ]);
  // Nor does who posts the page as it was before.
  const { submissionKey, revision } = await db.draft.findFirstOrThrow();
  const posted = { submission_key: submissionKey, revision: String(revision), attest: 'yes' };
  expect((await browser.post(whole.path.split('?')[0] ?? '', posted)).status).toBe(422);
  expect(await db.application.count({ where: { state: 'submitted' } })).toBe(0);
});
