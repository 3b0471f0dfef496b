import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import type { UserActor } from '@/domain/actor';
import { setNudges } from '@/features/pairs/quiet/commands';
import { dropTopic, saveTopic } from '@/features/topics/desk/commands';
import { saveTopicSchema } from '@/features/topics/desk/schema';
import { listTopics } from '@/features/topics/queries';
import { sendTopics } from '@/features/topics/sending/commands';
import { newToken } from '@/lib/token';
import { freezeClock } from '../../support/database';
import { createActor, createProgram, NOW, type TestProgram } from '../../support/factories';
import { newBrowser, setClock } from '../applications/browser';
import { addPair, begin, createPair } from '../pairs/pair-ground';

let program: TestProgram;
let pair: Awaited<ReturnType<typeof createPair>>;
let staff: UserActor;
beforeEach(async () => {
  setClock(NOW);
  await freezeClock(NOW);
  program = await createProgram();
  pair = await createPair(program);
  staff = await createActor(program, 'staff');
});

const job = { kind: 'job', name: 'tend-pairs' } as const;
const WORDS = 'What would you tell yourself of last year?';
const save = (over: object = {}, actor = staff) => {
  const typed = { cycleId: pair.cycle.id, version: '0', sendOn: '2030-02-05', title: 'Looking back', words: WORDS };
  return saveTopic(actor, saveTopicSchema.parse({ ...typed, ...over }), NOW);
};
/** Noon of a day in the zone of the cycle. */
const noon = (day: string) => new Date(`${day}T18:00:00Z`);
const send = (now = noon('2030-02-05')) => sendTopics(job, newToken, now);
const mails = () => db.outboxMessage.findMany({ where: { kind: 'topic' }, orderBy: { id: 'asc' } });
const personOf = async (applicationId: string) =>
  (await db.application.findUniqueOrThrow({ where: { id: applicationId } })).personId ?? '';

describe('planning topics', () => {
  it.each([
    ['2030-01-14', 'topic.outside'],
    ['2031-01-01', 'topic.outside'],
  ])('on %s is refused: %s', async (sendOn, code) => {
    await expect(save({ sendOn })).rejects.toMatchObject({ code });
  });

  it('takes one a month, also of two who plan at once', async () => {
    await save();
    await expect(save({ sendOn: '2030-02-20' })).rejects.toMatchObject({ code: 'topic.twice' });
    const both = await Promise.allSettled([save({ sendOn: '2030-03-01' }), save({ sendOn: '2030-03-02' })]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const topicId = await save({ sendOn: '2030-04-01' });
    await expect(save({ topicId, version: '1', sendOn: '2030-03-09' })).rejects.toMatchObject({ code: 'topic.twice' });
  });

  it('changes and takes away what was not sent, and tells who was slower', async () => {
    const topicId = await save();
    await save({ topicId, version: '1', title: 'Looking ahead' });
    await expect(save({ topicId, version: '1' })).rejects.toMatchObject({ code: 'topic.changed' });
    await expect(dropTopic(staff, { topicId, version: 1 }, NOW)).rejects.toMatchObject({ code: 'topic.changed' });
    await dropTopic(staff, { topicId, version: 2 }, NOW);
    expect(await listTopics(pair.cycle.id, staff)).toEqual([]);
  });

  it('is for staff', async () => {
    const chair = await createActor(program, 'chair');
    await expect(save({}, chair)).rejects.toMatchObject({ code: 'actor.forbidden' });
    const topicId = await save();
    await expect(dropTopic(chair, { topicId, version: 1 }, NOW)).rejects.toMatchObject({ code: 'actor.forbidden' });
    await expect(sendTopics(staff, newToken, NOW)).rejects.toMatchObject({ code: 'actor.forbidden' });
  });
});

describe('the day of a topic', () => {
  it('writes once to each of the pairs at work, never at night, and not to who wants no reminders', async () => {
    await begin(pair.matchId);
    const topicId = await save();
    const [mentor, mentee] = [pair.mentor, pair.mentee];
    const { organizationId } = program;
    await setNudges({ personId: await personOf(mentor.applicationId), organizationId, wanted: false }, NOW);
    expect([await send(noon('2030-02-04')), await send(new Date('2030-02-05T12:00:00Z'))]).toEqual([0, 0]);
    expect([await send(), await send()]).toEqual([1, 0]);
    const [mail] = await mails();
    expect(mail).toMatchObject({ personId: await personOf(mentee.applicationId) });
    expect(mail?.unsubscribeUrl).toContain('/pair/quiet/');
    expect(mail?.text).toContain(WORDS);
    const quiet = /\/pair\/quiet\/[\w-]+/.exec(mail?.text ?? '')?.[0] ?? '';
    expect((await newBrowser().get(quiet)).status).toBe(200);
    expect(await listTopics(pair.cycle.id, staff)).toMatchObject([{ id: topicId, mails: 1 }]);
    const fenced = { ...staff, closed: [...staff.closed, await personOf(mentee.applicationId)] };
    expect(await listTopics(pair.cycle.id, fenced)).toMatchObject([{ id: topicId, mails: 0 }]);
    await expect(save({ topicId, version: '2' })).rejects.toMatchObject({ code: 'topic.changed' });
  });

  it('writes once to somebody with two pairs, and not to pairs that rest', async () => {
    const second = await addPair(program, pair.cycle);
    await begin(pair.matchId);
    await db.application.update({
      where: { id: second.mentee.applicationId },
      data: { personId: await personOf(pair.mentor.applicationId) },
    });
    await save();
    await db.application.update({ where: { id: pair.mentee.applicationId }, data: { language: 'es' } });
    expect(await send()).toBe(3);
    const spanish = (await mails()).find(({ toAddress }) => toAddress === pair.mentee.person.email);
    expect(spanish?.html).toContain('<div lang="en">');
    await save({ sendOn: '2030-03-05' });
    await db.match.update({ where: { id: pair.matchId }, data: { state: 'on_hold' } });
    expect(await send(noon('2030-03-05'))).toBe(2);
  });

  it('goes on where it stopped, and is left out when it is long over', async () => {
    await begin(pair.matchId);
    const topicId = await save();
    await send();
    await db.outboxMessage.updateMany({ where: { kind: 'topic' }, data: { state: 'accepted' } });
    await db.monthlyTopic.update({ where: { id: topicId }, data: { doneAt: null } });
    expect(await send()).toBe(0);
    await save({ sendOn: '2030-03-05' });
    expect(await send(noon('2030-03-08'))).toBe(0);
    expect(await listTopics(pair.cycle.id, staff)).toMatchObject([{ mails: 2 }, { doneAt: null }]);
  });
});
