import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import { forgetOld } from '@/features/people/retention/commands';
import { newId } from '@/lib/id';
import { asWorker, ownerQuery } from '../../support/database';
import {
  createActor,
  createApplied,
  createProgram,
  createTestCycle,
  NOW,
  type TestProgram,
} from '../../support/factories';

const JOB = { kind: 'job', name: 'forget-old' } as const;
const DAY_MS = 86_400_000;
const after = (from: Date, days: number) => new Date(from.getTime() + days * DAY_MS);
const forget = (now: Date) => asWorker(() => forgetOld(JOB, now));

let program: TestProgram;
let cycle: Awaited<ReturnType<typeof createTestCycle>>;
let closesAt = NOW;
let endsAt = NOW;
beforeEach(async () => {
  program = await createProgram();
  cycle = await createTestCycle(program);
  ({ closesAt, endsAt } = await db.cycle.findUniqueOrThrow({ where: { id: cycle.id } }));
});

async function createUnsent(email: string): Promise<string> {
  const [applied] = await createApplied(program, cycle, { person: { email } });
  const { draftId } = await db.application.findUniqueOrThrow({ where: { id: applied?.applicationId ?? '' } });
  await db.application.updateMany({ where: { draftId }, data: { state: 'draft', reference: null, personId: null } });
  await db.draft.update({ where: { id: draftId ?? '' }, data: { sentRevision: null, submittedAt: null } });
  return draftId ?? '';
}

describe('a form that was never sent', () => {
  it('goes thirty days after the closing, with its sealed record; one that was sent stays', async () => {
    const unsent = await createUnsent('unsent@example.test');
    await createApplied(program, cycle);
    expect((await forget(after(closesAt, 30))).unsentForms).toBe(0);
    expect((await forget(after(closesAt, 30.01))).unsentForms).toBe(1);
    expect(await db.draft.count({ where: { id: unsent } })).toBe(0);
    expect([await db.draft.count(), await db.application.count()]).toEqual([1, 1]);
    expect(await ownerQuery('SELECT 1 FROM vault.answer')).toHaveLength(1);
  });

  it('waits for mentors who may still apply, and for those who were given more time', async () => {
    await createUnsent('unsent@example.test');
    await db.cycle.update({ where: { id: cycle.id }, data: { mentorsCloseAt: after(closesAt, 2) } });
    expect((await forget(after(closesAt, 31))).unsentForms).toBe(0);
    const permit = {
      cycleId: cycle.id,
      organizationId: program.organizationId,
      email: 'x@example.test',
      role: 'mentee',
    };
    await db.latePermit.create({
      data: {
        id: newId(NOW),
        ...permit,
        until: after(closesAt, 20),
        reason: 'Ill',
        createdById: newId(NOW),
        createdAt: NOW,
      },
    });
    expect((await forget(after(closesAt, 45))).unsentForms).toBe(0);
    expect((await forget(after(closesAt, 51))).unsentForms).toBe(1);
  });
});

describe('answers', () => {
  it('go a year after their cycle ended; name, role and reference stay, and users keep their address', async () => {
    const chair = await createActor(program, 'chair');
    const [applied] = await createApplied(program, cycle, { person: { name: 'Ada Osei', email: 'ada@example.test' } });
    await createApplied(program, cycle, { personId: chair.personId });
    const yearLater = new Date(endsAt);
    yearLater.setUTCFullYear(yearLater.getUTCFullYear() + 1);
    expect((await forget(yearLater)).applications).toBe(0);
    expect((await forget(after(yearLater, 0.01))).applications).toBe(2);
    const kept = await db.application.findUniqueOrThrow({ where: { id: applied?.applicationId ?? '' } });
    expect(kept).toMatchObject({ name: 'Ada Osei', role: 'mentee', answers: {}, email: '', state: 'submitted' });
    const emails = await db.person.findMany({ select: { id: true, email: true } });
    expect(emails.find(({ id }) => id === applied?.personId)?.email).toBe(`forgotten:${applied?.personId}`);
    expect(emails.find(({ id }) => id === chair.personId)?.email).toBe(chair.email);
    expect(await forget(after(yearLater, 1))).toMatchObject({ applications: 0 });
  });

  it('stay while somebody takes part in a later cycle, and their address with them', async () => {
    const [applied] = await createApplied(program, cycle, { person: { email: 'ada@example.test' } });
    const later = await createTestCycle(program);
    await db.cycle.update({
      where: { id: later.id },
      data: { endsAt: after(endsAt, 400), archivesAt: after(endsAt, 430) },
    });
    await createApplied(program, later, { personId: applied?.personId ?? '', person: { email: 'ada@example.test' } });
    await forget(after(endsAt, 370));
    expect(await db.application.count({ where: { email: 'ada@example.test' } })).toBe(1);
    expect(await db.person.count({ where: { email: 'ada@example.test' } })).toBe(1);
  });
});

it('mails lose their words a week after their end, and none that is still on its way', async () => {
  const { organizationId } = program;
  for (const [index, state] of ['accepted', 'bounced', 'queued', 'uncertain', 'stopped'].entries())
    await db.outboxMessage.create({
      data: {
        id: newId(NOW),
        organizationId,
        key: `mail ${index}`,
        kind: 'receipt',
        state,
        toAddress: 'a@example.test',
        subject: 'Subject',
        text: 'Words',
        html: '<p>Words</p>',
        notBefore: NOW,
        createdAt: NOW,
        settledAt: state === 'queued' || state === 'uncertain' ? null : NOW,
      },
    });
  expect((await forget(after(NOW, 7))).mails).toBe(0);
  expect((await forget(after(NOW, 7.01))).mails).toBe(3);
  const left = await db.outboxMessage.findMany({ where: { text: 'Words' }, select: { state: true } });
  expect(left.map(({ state }) => state).sort()).toEqual(['queued', 'uncertain']);
});

it('traces go two weeks after they ended', async () => {
  const session = { kind: 'participant', createdAt: NOW, lastSeenAt: NOW, idleExpiresAt: NOW };
  await db.session.create({ data: { id: newId(NOW), tokenHash: 'old', ...session, expiresAt: NOW } });
  await db.session.create({ data: { id: newId(NOW), tokenHash: 'new', ...session, expiresAt: after(NOW, 2) } });
  await db.rateLimit.create({ data: { key: 'post:192.0.2.7', points: 1, expire: NOW.getTime() } });
  await forget(after(NOW, 14.01));
  expect(await db.session.findMany({ select: { tokenHash: true } })).toEqual([{ tokenHash: 'new' }]);
  expect(await db.rateLimit.count()).toBe(0);
});

it('is the worker’s: the web process may not call it, nor may a person', async () => {
  const staff = await createActor(program, 'staff');
  await expect(forgetOld(staff, NOW)).rejects.toMatchObject({ code: 'actor.forbidden' });
  await expect(db.$queryRaw`SELECT app.drop_unsent('{}')::text`).rejects.toThrow();
});
