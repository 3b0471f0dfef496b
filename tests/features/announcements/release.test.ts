import { describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import type { UserActor } from '@/domain/actor';
import {
  confirmRelease,
  letHeldReleasesGo,
  pauseRelease,
  requestRelease,
  stopRelease,
} from '@/features/announcements/releases/commands';
import { getPreflight } from '@/features/announcements/releases/queries';
import { newId } from '@/lib/id';
import { drain } from '@/mail/drain';
import { openTransport, pooledUrl } from '@/mail/transport';
import {
  createActor,
  createApplied,
  createProgram,
  createTestCycle,
  NOW,
  type TestProgram,
} from '../../support/factories';
import { openMailbox, smtpError } from '../../support/mailbox';

const JOB = { kind: 'job', name: 'release-held' } as const;
const minutes = (count: number) => new Date(NOW.getTime() + count * 60_000);

type Pair = [mentor: string, mentee: string];

async function approvePlan(program: TestProgram, cycleId: string, chair: UserActor, pairs: Pair[]): Promise<string> {
  const id = newId(NOW);
  const shared = { organizationId: program.organizationId, cycleId };
  await db.plan.create({
    data: {
      ...shared,
      id,
      number: 1,
      state: 'approved',
      inputsHash: 'x',
      weights: {},
      totalFit: 1,
      matchedCount: pairs.length,
      verified: true,
      createdById: chair.userId,
      createdAt: NOW,
      approvedById: chair.userId,
      approvedAt: NOW,
    },
  });
  for (const [index, [mentorApplicationId, menteeApplicationId]] of pairs.entries()) {
    await db.match.create({
      data: {
        ...shared,
        id: newId(NOW),
        planId: id,
        mentorApplicationId,
        menteeApplicationId,
        state: 'approved',
        reference: `P-${index}-${id.slice(-6)}`,
        fit: 50_000,
        reasons: [],
        safeReasons: ['You both chose storytime.'],
        createdAt: NOW,
      },
    });
  }
  return id;
}

/** One mentor for two of three mentees, one of them waitlisted, one declined, and a person in both roles. */
async function readyCycle(confirmation = 'both_after') {
  const program = await createProgram();
  const cycle = await createTestCycle(program, { confirmation });
  const [staff, other, chair] = [
    await createActor(program, 'staff'),
    await createActor(program, 'staff'),
    await createActor(program, 'chair'),
  ];
  const one = async (role: 'mentor' | 'mentee', name: string, state = 'accepted', places = 2) => {
    const [applied] = await createApplied(program, cycle, {
      role,
      state,
      places,
      person: { name, email: `${name.toLowerCase()}@example.test` },
    });
    if (!applied) throw new Error('nobody applied');
    return applied;
  };
  const mentor = await one('mentor', 'Mara');
  const [ada, ben, cem] = [await one('mentee', 'Ada'), await one('mentee', 'Ben'), await one('mentee', 'Cem')];
  const declined = await one('mentee', 'Dov', 'declined');
  await db.application.update({ where: { id: declined.applicationId }, data: { unmetRule: 'You are 18 or older.' } });
  await approvePlan(program, cycle.id, chair, [
    [mentor.applicationId, ada.applicationId],
    [mentor.applicationId, ben.applicationId],
  ]);
  return { program, cycle, staff, other, chair, mentor, ada, ben, cem, declined };
}
type Ready = Awaited<ReturnType<typeof readyCycle>>;

async function held({ cycle, staff, other }: Ready) {
  const releaseId = await requestRelease(staff, { cycleId: cycle.id, letterCount: 5, holdMinutes: 10 }, NOW);
  await confirmRelease(other, { releaseId, version: 1 }, NOW);
  return releaseId;
}

const states = async () =>
  (await db.outboxMessage.groupBy({ by: ['state'], _count: true, orderBy: { state: 'asc' } })).map(
    ({ state, _count }) => [state, _count],
  );

describe('a release', () => {
  it('tells every person once, after two people and the hold, and never again', async () => {
    const mailbox = await openMailbox();
    const { send, close } = openTransport(pooledUrl(mailbox.url), 'Mentoring <mentoring@example.test>');
    const ready = await readyCycle();
    const releaseId = await held(ready);

    expect(await letHeldReleasesGo(JOB, minutes(9))).toBe(0);
    expect(await drain(send, () => minutes(9))).toBe(0);
    expect(await letHeldReleasesGo(JOB, minutes(10))).toBe(1);
    expect(await drain(send, () => minutes(10))).toBe(5);
    expect(await letHeldReleasesGo(JOB, minutes(20))).toBe(0);
    expect(await drain(send, () => minutes(20))).toBe(0);

    const mail = await mailbox.read();
    expect(mail.map(({ to, subject }) => [to.join(), subject]).sort()).toEqual([
      ['ada@example.test', 'Your mentor for Spring 2030'],
      ['ben@example.test', 'Your mentor for Spring 2030'],
      ['cem@example.test', 'You are on the waitlist for Spring 2030'],
      ['dov@example.test', 'About your application for Spring 2030'],
      ['mara@example.test', 'Your applications for Spring 2030'],
    ]);
    expect(new Set(mail.map(({ messageId }) => messageId)).size).toBe(5);
    expect((await db.release.findUniqueOrThrow({ where: { id: releaseId } })).state).toBe('done');
    expect((await db.cycle.findUniqueOrThrow({ where: { id: ready.cycle.id } })).releasedAt).toEqual(minutes(10));
    expect(await db.match.findMany({ select: { state: true } })).toEqual([
      { state: 'announced' },
      { state: 'announced' },
    ]);
    await expect(
      requestRelease(ready.staff, { cycleId: ready.cycle.id, letterCount: 5, holdMinutes: 10 }, minutes(30)),
    ).rejects.toMatchObject({ name: 'Refusal' });
    close();
    await mailbox.stop();
  });

  it('joins both matches of a mentor in one letter, with a link of its own for each', async () => {
    const ready = await readyCycle();
    await held(ready);
    const { text } = await db.outboxMessage.findFirstOrThrow({ where: { toAddress: 'mara@example.test' } });
    expect(text).toContain('Ada');
    expect(text).toContain('Ben');
    expect(text).toContain('You both chose storytime.');
    expect(text.match(/\/confirm\/[\w-]{43}/g)).toHaveLength(2);
    expect(await db.token.count({ where: { purpose: 'confirm_match' } })).toBe(4);
    const { markdown } = await db.letter.findFirstOrThrow({ where: { personId: ready.mentor.personId } });
    expect(markdown).not.toContain('/confirm/');
  });

  it('confirms matches at once where the cycle asks for no answer', async () => {
    const ready = await readyCycle('none');
    await held(ready);
    await letHeldReleasesGo(JOB, minutes(10));
    expect(await db.match.findMany({ select: { state: true } })).toEqual([
      { state: 'confirmed' },
      { state: 'confirmed' },
    ]);
    expect(await db.token.count()).toBe(0);
  });

  it('needs a second person', async () => {
    const { cycle, staff } = await readyCycle();
    const releaseId = await requestRelease(staff, { cycleId: cycle.id, letterCount: 5, holdMinutes: 10 }, NOW);
    await expect(confirmRelease(staff, { releaseId, version: 1 }, NOW)).rejects.toMatchObject({
      code: 'release.second_person',
    });
    expect(await db.outboxMessage.count()).toBe(0);
  });

  it('takes one of two presses at the same moment', async () => {
    const { cycle, staff, other } = await readyCycle();
    const ask = (who: UserActor) => requestRelease(who, { cycleId: cycle.id, letterCount: 5, holdMinutes: 10 }, NOW);
    const asked = await Promise.allSettled([ask(staff), ask(other)]);
    expect(asked.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await db.release.count()).toBe(1);
  });

  it('stopped during the hold tells nobody, and can be asked for again', async () => {
    const ready = await readyCycle();
    const releaseId = await held(ready);
    await stopRelease(ready.chair, { releaseId, version: 2 }, minutes(5));
    expect(await letHeldReleasesGo(JOB, minutes(15))).toBe(0);
    expect(await states()).toEqual([['stopped', 5]]);
    expect((await db.cycle.findUniqueOrThrow({ where: { id: ready.cycle.id } })).releasedAt).toBeNull();
    expect(
      await requestRelease(ready.staff, { cycleId: ready.cycle.id, letterCount: 5, holdMinutes: 1 }, minutes(20)),
    ).toBeTruthy();
  });

  it('stops by itself when somebody withdrew during the hold', async () => {
    const ready = await readyCycle();
    const releaseId = await held(ready);
    await db.application.update({ where: { id: ready.ada.applicationId }, data: { state: 'withdrawn' } });
    await letHeldReleasesGo(JOB, minutes(10));
    expect((await db.release.findUniqueOrThrow({ where: { id: releaseId } })).state).toBe('stopped');
    expect(await states()).toEqual([['stopped', 5]]);
  });

  it('pauses and goes on where it was', async () => {
    const ready = await readyCycle();
    const releaseId = await held(ready);
    await letHeldReleasesGo(JOB, minutes(10));
    await pauseRelease(ready.staff, { releaseId, version: 3 }, true, minutes(11));
    expect(await states()).toEqual([['held', 5]]);
    await pauseRelease(ready.staff, { releaseId, version: 4 }, false, minutes(12));
    expect(await states()).toEqual([['queued', 5]]);
  });

  it('is refused to a reviewer and to a stranger of the program', async () => {
    const { program, cycle } = await readyCycle();
    const stranger = await createActor(await createProgram(), 'staff');
    for (const actor of [await createActor(program, 'reviewer'), stranger]) {
      await expect(
        requestRelease(actor, { cycleId: cycle.id, letterCount: 5, holdMinutes: 10 }, NOW),
      ).rejects.toMatchObject({ code: 'actor.forbidden' });
    }
  });
});

describe('the pre-flight', () => {
  const faults = async (cycleId: string) =>
    (await getPreflight(cycleId, NOW)).points.filter((point) => point.faults.length > 0).map(({ key }) => key);

  it('is in order for a decided cycle', async () => {
    expect(await faults((await readyCycle()).cycle.id)).toEqual([]);
  });

  it('blocks on an application without an outcome, until a later date is set', async () => {
    const { program, cycle } = await readyCycle();
    const [open] = await createApplied(program, cycle, { state: 'submitted' });
    expect(await faults(cycle.id)).toEqual(['outcomes']);
    await db.application.update({ where: { id: open?.applicationId ?? '' }, data: { laterBy: minutes(60 * 24 * 10) } });
    expect(await faults(cycle.id)).toEqual([]);
  });

  it('blocks on a match with somebody who withdrew', async () => {
    const { cycle, ada } = await readyCycle();
    await db.application.update({ where: { id: ada.applicationId }, data: { state: 'withdrawn' } });
    expect(await faults(cycle.id)).toEqual(['pairs']);
  });

  it('blocks on a field that does not exist or has no value', async () => {
    const { cycle, declined } = await readyCycle();
    await db.mailTemplate.updateMany({
      where: { cycleId: cycle.id, kind: 'waitlisted' },
      data: { body: 'Dear {{nobody}}, wait until {{later_by}}.' },
    });
    const { points } = await getPreflight(cycle.id, NOW);
    expect(points.find(({ key }) => key === 'templates')?.faults).toEqual([
      'Letter to Cem: The template “Waitlisted” uses {{nobody}}, which does not exist.',
      'Letter to Cem: {{later_by}} has no value in “Waitlisted”.',
    ]);
    await db.application.update({ where: { id: declined.applicationId }, data: { unmetRule: '' } });
    expect(await faults(cycle.id)).toEqual(['declined', 'templates']);
  });

  it('blocks on a confidential answer in a letter, planted on purpose', async () => {
    const { cycle, mentor } = await readyCycle();
    await db.application.update({
      where: { id: mentor.applicationId },
      data: { answers: { name: 'Mara', not_with: 'My former manager Quill' } },
    });
    expect(await faults(cycle.id)).toEqual([]);
    await db.match.updateMany({ data: { safeReasons: ['Mara wrote: my former *manager* Quill'] } });
    const { points } = await getPreflight(cycle.id, NOW);
    expect(points.find(({ key }) => key === 'confidential')?.faults).toHaveLength(3);
  });

  it('blocks on an address that refused mail', async () => {
    const mailbox = await openMailbox(({ rcptTo }) =>
      rcptTo[0]?.address === 'cem@example.test' ? smtpError(550, 'no such user') : undefined,
    );
    const { send, close } = openTransport(pooledUrl(mailbox.url), 'mentoring@example.test');
    const ready = await readyCycle();
    await db.outboxMessage.create({
      data: {
        id: newId(NOW),
        organizationId: ready.program.organizationId,
        key: 'receipt:x',
        kind: 'receipt',
        toAddress: 'cem@example.test',
        subject: 's',
        text: 't',
        html: 'h',
        notBefore: NOW,
        createdAt: NOW,
      },
    });
    expect(await drain(send, () => NOW)).toBe(0);
    expect(await faults(ready.cycle.id)).toEqual(['addresses']);
    close();
    await mailbox.stop();
  });
});
