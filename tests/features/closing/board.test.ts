import { describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import type { UserActor } from '@/domain/actor';
import { setOpening } from '@/features/closing/board/commands';
import { getOpening, listBoard } from '@/features/closing/board/queries';
import { askForClosing, remindByHand } from '@/features/closing/reminding/commands';
import { newToken } from '@/lib/token';
import { NOW } from '../../support/factories';
import { newBrowser, setClock } from '../applications/browser';
import { addPair, after, begin, moveOn, signInBoth } from '../pairs/pair-ground';
import { chair, fenced, liaison, pair, personOf, program, staff } from '../pairs/pair-staff';

const job = { kind: 'job', name: 'tend-pairs' } as const;
const ask = (now: Date) => askForClosing(job, newToken, now);
const mails = () => db.outboxMessage.findMany({ where: { kind: 'closing' }, orderBy: { id: 'asc' } });
const form = () => `${pair.path}/closing`;
const answer = { press: 'send', version: '0', helped: 'Time.' };
/** The opening at noon in Chicago, as the cycle's end is. */
const OPENS = after(279);
const remind = (actor: UserActor, now: Date, ...applicationIds: string[]) =>
  remindByHand(actor, { cycleId: pair.cycle.id, applicationIds }, now);

describe('mails that ask for closing answers', () => {
  it('go once each, and not to who has answered or wants none', async () => {
    const { mentee, mentor } = await signInBoth(pair.matchId);
    expect(await ask(after(278))).toBe(0);
    expect(await ask(OPENS)).toBe(2);
    expect(await ask(OPENS)).toBe(0);
    await moveOn(280);
    await mentee.post(form(), answer);
    expect(await ask(after(286))).toBe(1);
    await mentor.post(`${pair.path}/reminders`, { wanted: 'no' });
    expect(await ask(after(293))).toBe(0);
    expect((await mails()).map(({ subject }) => subject)).toEqual([
      expect.stringContaining('how was your year?'),
      expect.stringContaining('how was your year?'),
      expect.stringContaining('still missing'),
    ]);
    await expect(askForClosing({ kind: 'visitor' }, newToken, NOW)).rejects.toMatchObject({ code: 'actor.forbidden' });
  });

  it('wait for the morning, and end with the close', async () => {
    await begin(pair.matchId);
    // Eleven at night in Chicago.
    expect(await ask(new Date(OPENS.getTime() + 11 * 3_600_000))).toBe(0);
    expect(await ask(after(280))).toBe(2);
    expect(await ask(after(358))).toBe(2);
    expect(await ask(after(361))).toBe(0);
  });

  it('open the questions by a link that is spent by nothing, and opens nothing else', async () => {
    await begin(pair.matchId);
    await ask(OPENS);
    setClock(after(280));
    const [mail] = await mails();
    const link = /\/pair\/closing\/[\w-]+/.exec(mail?.text ?? '')?.[0] ?? '';
    const browser = newBrowser();
    for (let times = 0; times < 2; times += 1) expect((await browser.get(link)).text).toContain('Closing questions');
    expect(await db.assessment.count()).toBe(0);
    expect((await browser.post(link, answer)).text).toContain('Your answers are kept.');
    expect((await browser.get(pair.path)).text).toContain('Return to a saved application');
    const quiet = /\/pair\/quiet\/[\w-]+/.exec(mail?.text ?? '')?.[0] ?? '';
    expect((await browser.get(quiet)).text).toContain('Stop reminders');
  });

  it('are one for several pairs, and for who ended early one alone, which names nobody', async () => {
    const other = await addPair(program, pair.cycle);
    await db.application.update({ where: { id: pair.mentor.applicationId }, data: { places: 2 } });
    await db.match.update({
      where: { id: other.matchId },
      data: { mentorApplicationId: pair.mentor.applicationId, state: 'ended_early' },
    });
    await db.match.update({ where: { id: pair.matchId }, data: { state: 'active' } });
    expect(await ask(OPENS)).toBe(3);
    const texts = async (email: string) =>
      (await mails()).filter(({ toAddress }) => toAddress === email).map(({ text }) => text);
    const [both = ''] = await texts(pair.mentor.person.email);
    expect(both.match(/\/pair\/closing\//g)).toHaveLength(2);
    const [early = ''] = await texts(other.mentee.person.email);
    expect(early).toContain('nobody’s fault');
    expect(early).not.toContain('Addie');
    expect(await ask(after(286))).toBe(2);
    const [, again = ''] = await texts(pair.mentor.person.email);
    expect(again.match(/\/pair\/closing\//g)).toHaveLength(1);
  });
});

describe('a reminder by hand', () => {
  it('goes to the chosen who have not answered, once a day, and not at night', async () => {
    const { mentee } = await signInBoth(pair.matchId);
    await moveOn(290);
    await mentee.post(form(), answer);
    const [mentorId, menteeId] = [pair.mentor.applicationId, pair.mentee.applicationId];
    expect(await remind(staff, after(290), mentorId, menteeId)).toBe(1);
    await expect(remind(staff, after(290), mentorId)).rejects.toMatchObject({ code: 'closing.nobody' });
    expect(await remind(staff, after(291), mentorId)).toBe(1);
    await expect(remind(staff, after(291.5), mentorId)).rejects.toMatchObject({ code: 'closing.night' });
    await expect(remind(staff, after(278), mentorId)).rejects.toMatchObject({ code: 'closing.no_window' });
    expect(await db.event.findFirst({ where: { action: 'closing.reminded' } })).toMatchObject({ detail: { mails: 1 } });
  });

  it('is for staff alone, and reaches nobody who is closed to them', async () => {
    await begin(pair.matchId);
    for (const actor of [chair, liaison])
      await expect(remind(actor, after(290), pair.mentor.applicationId)).rejects.toMatchObject({
        code: 'actor.forbidden',
      });
    for (const side of ['mentor', 'mentee'] as const) {
      const reader = fenced(staff, await personOf(pair[side].applicationId));
      await expect(remind(reader, after(290), pair.mentor.applicationId)).rejects.toMatchObject({
        code: 'closing.nobody',
      });
    }
    expect(await mails()).toEqual([]);
  });
});

describe('the board', () => {
  it('tells who has answered, begun or not, without who is closed, gone or erased', async () => {
    const { mentee, mentor } = await signInBoth(pair.matchId);
    await ask(OPENS);
    await moveOn(290);
    await mentee.post(form(), answer);
    await mentor.post(form(), { ...answer, press: 'later' });
    const states = async (viewer: UserActor) =>
      (await listBoard(pair.cycle.id, viewer)).map(({ role, answered, askedAt }) => [role, answered, askedAt]);
    const all = [
      ['mentor', 'begun', OPENS],
      ['mentee', 'answered', OPENS],
    ];
    expect([await states(staff), await states(chair)]).toEqual([all, all]);
    for (const side of ['mentor', 'mentee'] as const)
      expect(await states(fenced(chair, await personOf(pair[side].applicationId)))).toEqual([]);
    await db.application.update({ where: { id: pair.mentor.applicationId }, data: { state: 'withdrawn' } });
    expect(await states(staff)).toEqual([['mentee', 'answered', OPENS]]);
  });

  it('moves the opening within the year, while it has not come', async () => {
    const opening = () => getOpening(pair.cycle.id);
    const set = (day: string, now = NOW, actor = staff, before = '') =>
      setOpening(actor, { cycleId: pair.cycle.id, before, day }, now);
    await set('2030-10-01');
    expect((await opening()).opensAt).toEqual(new Date('2030-10-01T14:00:00Z'));
    await expect(set('2030-10-02')).rejects.toMatchObject({ code: 'cycle.moved' });
    const before = '2030-10-01T14:00:00.000Z';
    for (const day of ['2029-10-01', '2031-10-01'])
      await expect(set(day, NOW, staff, before)).rejects.toMatchObject({ code: 'closing.opening' });
    await expect(set('2030-12-01', after(280), staff, before)).rejects.toMatchObject({ code: 'closing.opening' });
    await expect(set('2030-11-01', NOW, chair, before)).rejects.toMatchObject({ code: 'actor.forbidden' });
    await set('2030-11-01', NOW, staff, before);
  });
});
