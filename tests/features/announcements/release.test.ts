import { describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import type { UserActor } from '@/domain/actor';
import { confirmRelease, pauseRelease, requestRelease, stopRelease } from '@/features/announcements/releases/commands';
import { drain } from '@/mail/drain';
import { openTransport, pooledUrl } from '@/mail/transport';
import { createActor, createProgram, NOW } from '../../support/factories';
import { openMailbox } from '../../support/mailbox';
import { held, letGo, minutes, readyCycle, states } from './ready-cycle';

describe('a release', () => {
  it('tells every person once, after two people and the hold, and never again', async () => {
    const mailbox = await openMailbox();
    const { send, close } = openTransport(pooledUrl(mailbox.url), 'Mentoring <mentoring@example.test>');
    const ready = await readyCycle();
    const releaseId = await held(ready);

    expect(await letGo(minutes(9))).toBe(0);
    expect((await drain({ send, readNow: () => minutes(9) })).accepted).toBe(0);
    expect(await letGo(minutes(10))).toBe(1);
    expect((await drain({ send, readNow: () => minutes(10) })).accepted).toBe(5);
    expect(await letGo(minutes(20))).toBe(0);
    expect((await drain({ send, readNow: () => minutes(20) })).accepted).toBe(0);

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
      requestRelease(
        ready.staff,
        { cycleId: ready.cycle.id, letterCount: 5, holdMinutes: 10, beginsAt: '' },
        minutes(30),
      ),
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
    await letGo(minutes(10));
    expect(await db.match.findMany({ select: { state: true } })).toEqual([
      { state: 'confirmed' },
      { state: 'confirmed' },
    ]);
    expect(await db.token.count()).toBe(0);
  });

  it('needs a second person', async () => {
    const { cycle, staff } = await readyCycle();
    const releaseId = await requestRelease(
      staff,
      { cycleId: cycle.id, letterCount: 5, holdMinutes: 10, beginsAt: '' },
      NOW,
    );
    await expect(confirmRelease(staff, { releaseId, version: 1 }, NOW)).rejects.toMatchObject({
      code: 'release.second_person',
    });
    expect(await db.outboxMessage.count()).toBe(0);
  });

  it('takes one of two presses at the same moment', async () => {
    const { cycle, staff, other } = await readyCycle();
    const ask = (who: UserActor) =>
      requestRelease(who, { cycleId: cycle.id, letterCount: 5, holdMinutes: 10, beginsAt: '' }, NOW);
    const asked = await Promise.allSettled([ask(staff), ask(other)]);
    expect(asked.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await db.release.count()).toBe(1);
  });

  it('stopped during the hold tells nobody, and can be asked for again', async () => {
    const ready = await readyCycle();
    const releaseId = await held(ready);
    await stopRelease(ready.chair, { releaseId, version: 2 }, minutes(5));
    expect(await letGo(minutes(15))).toBe(0);
    expect(await states()).toEqual([['stopped', 5]]);
    expect((await db.cycle.findUniqueOrThrow({ where: { id: ready.cycle.id } })).releasedAt).toBeNull();
    expect(
      await requestRelease(
        ready.staff,
        { cycleId: ready.cycle.id, letterCount: 5, holdMinutes: 1, beginsAt: '' },
        minutes(20),
      ),
    ).toBeTruthy();
  });

  it('stops by itself when somebody withdrew during the hold', async () => {
    const ready = await readyCycle();
    const releaseId = await held(ready);
    await db.application.update({ where: { id: ready.ada.applicationId }, data: { state: 'withdrawn' } });
    await letGo(minutes(10));
    expect((await db.release.findUniqueOrThrow({ where: { id: releaseId } })).state).toBe('stopped');
    expect(await states()).toEqual([['stopped', 5]]);
  });

  it('pauses and goes on where it was', async () => {
    const ready = await readyCycle();
    const releaseId = await held(ready);
    await letGo(minutes(10));
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
        requestRelease(actor, { cycleId: cycle.id, letterCount: 5, holdMinutes: 10, beginsAt: '' }, NOW),
      ).rejects.toMatchObject({ code: 'actor.forbidden' });
    }
  });
});
