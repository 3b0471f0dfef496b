import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import { movePair } from '@/features/pairs/desk/commands';
import { nudgePairs } from '@/features/pairs/nudging/commands';
import { decideTwins } from '@/features/people/twins/commands';
import { newToken } from '@/lib/token';
import { newId } from '@/lib/id';
import { freezeClock } from '../../support/database';
import { createActor, createProgram, NOW, type TestProgram } from '../../support/factories';
import { newBrowser, setClock } from '../applications/browser';
import { after, createPair, moveOn, QUILL_AND_LARK, signInBoth, type Side } from './pair-ground';

const job = { kind: 'job', name: 'tend-pairs' } as const;
let program: TestProgram;
let pair: Awaited<ReturnType<typeof createPair>>;
beforeEach(async () => {
  setClock(NOW);
  await freezeClock(NOW);
  program = await createProgram();
  pair = await createPair(program, QUILL_AND_LARK);
});

const nudge = (now: Date) => nudgePairs(job, newToken, now);
const nudges = () => db.outboxMessage.findMany({ where: { kind: 'pair_nudge' }, orderBy: { id: 'asc' } });
const tasks = async () =>
  (await db.pairTask.findMany({ orderBy: { openedAt: 'asc' } })).map(({ kind, about }) => [kind, about]);

/** The newest reminder to one of the two: the way to its page, and to the end of reminders. */
async function linksOf(side: Side) {
  const mail = await db.outboxMessage.findFirstOrThrow({
    where: { kind: 'pair_nudge', toAddress: pair[side].person.email },
    orderBy: { id: 'desc' },
  });
  const find = (pattern: RegExp) => pattern.exec(mail.text)?.[0] ?? '';
  return { tap: find(/\/pair\/check-in\/\S+?a=not_yet/), quiet: find(/\/pair\/quiet\/[\w-]+/), mail };
}

describe('reminders of a pair', () => {
  it('go to both on the day, once, and again only to who has not answered', async () => {
    const { mentee } = await signInBoth(pair.matchId);
    expect(await nudge(after(6))).toEqual({ sent: 0, opened: 0 });
    expect(await nudge(after(7))).toEqual({ sent: 2, opened: 0 });
    expect(await nudge(after(8))).toEqual({ sent: 0, opened: 0 });
    await moveOn(8);
    await mentee.post(`${pair.path}/check-in/first_week`, { contact: 'in_touch' });
    expect(await nudge(after(11))).toEqual({ sent: 1, opened: 0 });
    const [last] = (await nudges()).slice(-1);
    expect(last).toMatchObject({
      toAddress: pair.mentor.person.email,
      subject: expect.stringContaining('one short question'),
    });
    await expect(nudgePairs({ kind: 'visitor' }, newToken, NOW)).rejects.toMatchObject({ code: 'actor.forbidden' });
  });

  it('wait for the morning, and stop with a pair that rests', async () => {
    await signInBoth(pair.matchId);
    // Eleven at night in Chicago.
    const night = new Date(after(7).getTime() + 11 * 3_600_000);
    expect((await nudge(night)).sent).toBe(0);
    await db.match.update({ where: { id: pair.matchId }, data: { state: 'on_hold' } });
    expect((await nudge(after(8))).sent).toBe(0);
    await db.match.update({ where: { id: pair.matchId }, data: { state: 'active' } });
    expect((await nudge(after(8))).sent).toBe(2);
  });

  it('stop for who wants none, by a button of the link, and come again when asked for', async () => {
    await signInBoth(pair.matchId);
    await nudge(after(7));
    await moveOn(7);
    const { quiet } = await linksOf('mentee');
    const browser = newBrowser();
    for (let times = 0; times < 2; times += 1) expect((await browser.get(quiet)).text).toContain('Stop reminders');
    expect(await db.nudgeOptOut.count()).toBe(0);
    expect((await browser.fill(await browser.get(quiet), {})).text).toContain('No more reminders will come to you.');
    expect((await nudge(after(14))).sent).toBe(1);
    expect((await browser.fill(await browser.get(quiet), {})).text).toContain('Reminders will come to you again.');
    expect((await nudge(after(15))).sent).toBe(1);
    expect(await db.event.count({ where: { action: { startsWith: 'nudges.' } } })).toBe(2);
    expect((await newBrowser().get('/pair/quiet/nonsense')).status).toBe(410);
  });

  it('stop from the page of the pair too, and stay stopped when two addresses turn out to be one person', async () => {
    const { mentor } = await signInBoth(pair.matchId);
    expect((await mentor.post(`${pair.path}/reminders`, { wanted: 'no' })).text).toContain('No reminders come to you.');
    const { organizationId } = program;
    const keep = newId(NOW);
    const person = { id: keep, organizationId, email: 'other@example.test', name: 'Ada', createdAt: NOW };
    await db.person.create({ data: person });
    const mine = await db.application.findUniqueOrThrow({ where: { id: pair.mentor.applicationId } });
    const staff = await createActor(program, 'staff');
    const two = { cycleId: pair.cycle.id, keep, other: mine.personId ?? '', same: true };
    await decideTwins(staff, two, NOW);
    expect((await db.nudgeOptOut.findMany()).map(({ personId }) => personId)).toContain(keep);
    expect((await nudge(after(7))).sent).toBe(1);
  });
});

describe('answers', () => {
  it('are chosen by a tap in the mail and sent by its button; the link opens nothing else', async () => {
    await signInBoth(pair.matchId);
    await nudge(after(7));
    await moveOn(7);
    const { tap } = await linksOf('mentee');
    const browser = newBrowser();
    const page = await browser.get(tap);
    expect(page.text).toMatch(/value="not_yet" checked|checked[^>]*value="not_yet"/);
    expect(page.text).toContain('Your liaison and staff read this; your match does not.');
    expect(await db.pairCheckIn.count()).toBe(0);
    const sent = await browser.fill(page, { contact: 'not_yet', words: 'No time.' });
    expect(sent.text).toContain('Your answer is kept. Thank you.');
    expect(await db.pairCheckIn.findFirst()).toMatchObject({ side: 'mentee', contact: 'not_yet', words: 'No time.' });
    expect((await browser.get(pair.path)).text).toContain('Return to a saved application');
    await moveOn(130);
    expect((await newBrowser().get(tap)).status).toBe(410);
  });

  it('are never shown to the match', async () => {
    const { mentor, mentee } = await signInBoth(pair.matchId);
    await moveOn(8);
    await mentee.post(`${pair.path}/check-in/first_week`, { contact: 'need_help', words: 'zebra' });
    expect((await mentee.get(pair.path)).text).toContain('I need help');
    for (const path of [pair.path, `${pair.path}/check-in/first_week`]) {
      const { text } = await mentor.get(path);
      expect(text).not.toContain('zebra');
      expect(text).not.toMatch(/<strong>I need help|value="need_help" checked/);
    }
  });

  it('are refused without a choice, keep what was typed, and are not taken before their day', async () => {
    const { mentee } = await signInBoth(pair.matchId);
    expect((await mentee.get(`${pair.path}/check-in/first_week`)).status).toBe(404);
    expect((await mentee.post(`${pair.path}/check-in/first_week`, { contact: 'in_touch' })).status).toBe(404);
    await moveOn(91);
    const form = `${pair.path}/check-in/three_months`;
    const refused = await mentee.post(form, { going: '9', words: 'kept words' });
    expect(refused.status).toBe(422);
    for (const words of ['Choose a number from 1 to 5.', 'kept words']) expect(refused.text).toContain(words);
    expect((await mentee.post(form, { contact: 'in_touch', going: '5', enough: '2' })).text).toContain('5 and 2 of 5');
    expect(await db.pairCheckIn.findFirst()).toMatchObject({ contact: null, going: 5, enough: 2 });
    await db.match.update({ where: { id: pair.matchId }, data: { state: 'on_hold' } });
    expect((await mentee.post(form, { going: '5', enough: '5' })).status).toBe(404);
  });
});

describe('tasks', () => {
  it('open at once for need of help and disagreement, once each', async () => {
    const { mentor, mentee } = await signInBoth(pair.matchId);
    await moveOn(8);
    const say = (side: Side, contact: string) =>
      ({ mentor, mentee })[side].post(`${pair.path}/check-in/first_week`, { contact });
    await say('mentor', 'in_touch');
    expect(await tasks()).toEqual([]);
    await say('mentee', 'not_yet');
    await say('mentee', 'need_help');
    await say('mentee', 'need_help');
    expect(await tasks()).toEqual([
      ['disagreement', 'first_week'],
      ['help', 'first_week'],
    ]);
  });

  it('open for silence after seven days, once, also for who wants no reminders', async () => {
    await signInBoth(pair.matchId);
    await nudge(after(13));
    expect(await tasks()).toEqual([]);
    expect((await nudge(after(14))).opened).toBe(1);
    expect((await nudge(after(15))).opened).toBe(0);
    expect(await tasks()).toEqual([['silence', 'first_week']]);
    expect(await db.event.findFirst({ where: { action: 'pair.task_opened' } })).toMatchObject({
      subjectId: pair.matchId,
    });
  });

  it('not for silence about a check-in that fell into a rest', async () => {
    const staff = await createActor(program, 'staff');
    const move = async (step: 'hold' | 'resume', day: number) => {
      const { version } = await db.match.findUniqueOrThrow({ where: { id: pair.matchId } });
      await movePair(staff, { matchId: pair.matchId, version, move: step, reason: 'A leave.' }, after(day));
    };
    await signInBoth(pair.matchId);
    await move('hold', 5);
    await move('resume', 12);
    expect((await nudge(after(20))).opened).toBe(0);
    // They were there again when the second was asked.
    expect((await nudge(after(21))).opened).toBe(1);
    expect(await tasks()).toEqual([['silence', 'second_week']]);
  });
});
