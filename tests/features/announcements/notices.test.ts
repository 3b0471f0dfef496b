import { describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import { saveNotice, sendNotice, stopNotice, testNotice } from '@/features/announcements/notices/commands';
import { findNotice, listAudience, listSent } from '@/features/announcements/notices/queries';
import { drain } from '@/mail/drain';
import { createActor, NOW } from '../../support/factories';
import { held, letGo, minutes, readyCycle } from './ready-cycle';

type Ready = Awaited<ReturnType<typeof readyCycle>>;
const WORDS = {
  subject: 'Orientation of {{cycle}}',
  body: 'We meet online on the first Monday of March, {{name}}. Questions go to {{contact}}.',
  roles: ['mentor' as const, 'mentee' as const],
  standing: 'applied' as const,
};
const save = ({ cycle, staff }: Ready, over: object = {}, who = staff) =>
  saveNotice(who, { cycleId: cycle.id, id: '', version: 0, ...WORDS, ...over }, NOW);
const audience = async ({ cycle, staff }: Ready, id: string, viewer = staff) => {
  const notice = await findNotice(cycle.id, id);
  return notice && listAudience(notice, viewer);
};
const mails = () =>
  db.outboxMessage.findMany({
    where: { kind: 'notice' },
    select: { toAddress: true, subject: true, state: true, notBefore: true },
    orderBy: { toAddress: 'asc' },
  });

describe('a mail to a group', () => {
  it('goes once to each, after ten minutes', async () => {
    const ready = await readyCycle();
    const id = await save(ready);
    expect((await audience(ready, id))?.in.map(({ person }) => person.name)).toEqual([
      'Ada',
      'Ben',
      'Cem',
      'Dov',
      'Mara',
    ]);
    await sendNotice(ready.staff, { id, version: 1, count: 5 }, NOW);
    expect(await mails()).toEqual(
      ['ada', 'ben', 'cem', 'dov', 'mara'].map((name) => ({
        toAddress: `${name}@example.test`,
        subject: 'Orientation of Spring 2030',
        state: 'queued',
        notBefore: minutes(10),
      })),
    );
    const accept = async () => ({ result: 'accepted' as const, reply: '250 ok' });
    expect((await drain({ send: accept, readNow: () => minutes(9) })).accepted).toBe(0);
    expect((await drain({ send: accept, readNow: () => minutes(10) })).accepted).toBe(5);
    await expect(sendNotice(ready.other, { id, version: 2, count: 5 }, minutes(11))).rejects.toMatchObject({
      code: 'notice.moved_on',
    });
    expect((await listSent(id, ready.staff)).counts).toEqual({ accepted: 5 });
  });

  it('names a group by what it was told, and knows of nothing that was not', async () => {
    const ready = await readyCycle();
    const id = await save(ready, { standing: 'declined' });
    expect((await audience(ready, id))?.count).toBe(0);
    await expect(sendNotice(ready.staff, { id, version: 1, count: 0 }, NOW)).rejects.toMatchObject({
      code: 'notice.nobody',
    });
    await held(ready);
    expect((await audience(ready, id))?.count).toBe(0);
    await letGo(minutes(10));
    expect((await audience(ready, id))?.in.map(({ person, why }) => [person.name, why])).toEqual([
      ['Dov', 'a mentee, was told: declined'],
    ]);
  });

  it('counts nobody as matched whose match fell through', async () => {
    const ready = await readyCycle();
    await held(ready);
    await letGo(minutes(10));
    const id = await save(ready, { standing: 'matched' });
    const names = async () => (await audience(ready, id))?.in.map(({ person }) => person.name);
    expect(await names()).toEqual(['Ada', 'Ben', 'Mara']);
    await db.match.updateMany({ where: { menteeApplicationId: ready.ada.applicationId }, data: { state: 'declined' } });
    expect(await names()).toEqual(['Ben', 'Mara']);
  });

  it('is not sent when the group is not the one that was looked at', async () => {
    const ready = await readyCycle();
    const id = await save(ready);
    await db.application.update({ where: { id: ready.cem.applicationId }, data: { state: 'withdrawn' } });
    await expect(sendNotice(ready.staff, { id, version: 1, count: 5 }, NOW)).rejects.toMatchObject({
      code: 'notice.count',
      message: expect.stringContaining('It is 4 now, not 5.'),
    });
    expect(await mails()).toEqual([]);
  });

  it('can be stopped: what has not gone out never does', async () => {
    const ready = await readyCycle();
    const id = await save(ready);
    await sendNotice(ready.staff, { id, version: 1, count: 5 }, NOW);
    await stopNotice(ready.other, { id, version: 2 }, minutes(5));
    const accept = async () => ({ result: 'accepted' as const, reply: '250 ok' });
    expect((await drain({ send: accept, readNow: () => minutes(20) })).accepted).toBe(0);
    expect((await listSent(id, ready.staff)).counts).toEqual({ stopped: 5 });
    await expect(stopNotice(ready.other, { id, version: 2 }, minutes(6))).rejects.toMatchObject({
      code: 'notice.moved_on',
    });
  });

  it('sent by two at the same moment goes once', async () => {
    const ready = await readyCycle();
    const id = await save(ready);
    const both = await Promise.allSettled(
      [ready.staff, ready.other].map((who) => sendNotice(who, { id, version: 1, count: 5 }, NOW)),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await mails()).toHaveLength(5);
  });

  it('is tried on oneself', async () => {
    const ready = await readyCycle();
    await testNotice(ready.staff, { id: await save(ready), version: 1 }, NOW);
    const [mail] = await db.outboxMessage.findMany({ where: { kind: 'test' } });
    expect([mail?.toAddress, mail?.subject]).toEqual([ready.staff.email, '[Test] Orientation of Spring 2030']);
  });

  it('lists nobody who is closed to the reader, who is counted all the same', async () => {
    const ready = await readyCycle();
    const fenced = { ...ready.chair, closed: [ready.ada.personId] };
    const seen = await audience(ready, await save(ready), fenced);
    expect([seen?.in.some(({ person }) => person.name === 'Ada'), seen?.hidden, seen?.count]).toEqual([false, 1, 5]);
  });

  it('is for staff, with fields that are true of everybody, and tells who saves from an older page', async () => {
    const ready = await readyCycle();
    await expect(save(ready, {}, ready.chair)).rejects.toMatchObject({ code: 'actor.forbidden' });
    for (const body of ['Your match is {{partner}}, as we wrote.', 'Dear {{nickname}}, as we wrote before.'])
      await expect(save(ready, { body })).rejects.toMatchObject({ code: 'notice.field' });
    const id = await save(ready);
    await save(ready, { id, version: 1, subject: 'Changed' });
    await expect(save(ready, { id, version: 1, subject: 'Older' })).rejects.toMatchObject({ code: 'notice.moved_on' });
    const stranger = await createActor((await readyCycle()).program, 'staff');
    await expect(sendNotice(stranger, { id, version: 2, count: 5 }, NOW)).rejects.toMatchObject({
      code: 'actor.forbidden',
    });
  });
});
