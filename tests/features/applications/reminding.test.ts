import { beforeEach, expect, it, vi } from 'vitest';
import { db } from '@/db/client';
import { remindUnfinished } from '@/features/applications/reminding/commands';
import { freezeClock } from '../../support/database';
import { createProgram, createTestCycle, NOW } from '../../support/factories';
import { fillIn, newBrowser, setClock } from './browser';

vi.setConfig({ testTimeout: 60_000 });

const JOB = { kind: 'job', name: 'test' } as const;
const DAY_MS = 86_400_000;
let base = '';
let closesAt = NOW;

beforeEach(async () => {
  setClock(NOW);
  await freezeClock(NOW);
  const cycle = await createTestCycle(await createProgram());
  base = `/apply/${cycle.code.toLowerCase()}`;
  ({ closesAt } = await db.cycle.findUniqueOrThrow({ where: { id: cycle.id }, select: { closesAt: true } }));
  await db.cycle.update({
    where: { id: cycle.id },
    data: { mentorsCloseAt: new Date(closesAt.getTime() + 2 * DAY_MS) },
  });
});

const before = (days: number) => new Date(closesAt.getTime() - days * DAY_MS);
const start = (role: string, email: string) => newBrowser().post(`${base}/${role}`, { email });
const reminded = async () =>
  (await db.outboxMessage.findMany({ where: { kind: 'reminder' }, select: { toAddress: true } })).map(
    ({ toAddress }) => toAddress,
  );

it('writes once to each address whose form is not sent, three days before its own deadline', async () => {
  await start('mentee', 'tess@example.test');
  await start('mentee', 'tess@example.test');
  await start('mentor', 'mark@example.test');
  const sender = newBrowser();
  await sender.fill(await fillIn(sender, `${base}/mentee`, 'sent@example.test'), { attest: 'yes' });
  await start('mentee', 'sent@example.test');

  expect(await remindUnfinished(JOB, before(3.5))).toBe(0);
  // Applications close at midnight; nobody is woken by it.
  expect(await remindUnfinished(JOB, before(3))).toBe(0);
  expect(await remindUnfinished(JOB, before(2.5))).toBe(1);
  expect(await remindUnfinished(JOB, before(1.5))).toBe(0);
  expect(await reminded()).toEqual(['tess@example.test']);
  // Mentors have two days more.
  expect(await remindUnfinished(JOB, before(-0.5))).toBe(1);
  expect(await reminded()).toEqual(['tess@example.test', 'mark@example.test']);
});

it('lets a form rest for a day before it reminds, and a closed one for good', async () => {
  const late = before(1);
  setClock(late);
  await freezeClock(late);
  await start('mentee', 'tess@example.test');
  expect(await remindUnfinished(JOB, new Date(late.getTime() + DAY_MS / 2))).toBe(0);
  expect(await remindUnfinished(JOB, before(0))).toBe(0);
});

it('is the job’s alone', async () => {
  await expect(remindUnfinished({ kind: 'visitor' }, NOW)).rejects.toMatchObject({ code: 'actor.forbidden' });
});
