import { describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import { cancelEvent } from '@/features/events/desk/commands';
import { inviteAll } from '@/features/events/inviting/commands';
import { decideTwins } from '@/features/people/twins/commands';
import { newBrowser, setClock } from '../applications/browser';
import { signInBoth } from '../pairs/pair-ground';
import {
  after,
  change,
  chair,
  dice,
  eventOf,
  mails,
  pair,
  people,
  plan,
  program,
  reply,
  staff,
  states,
} from './event-ground';
import { createActor, NOW } from '../../support/factories';

const [a, b, c] = [0, 1, 2];
const at = (index: number) => people[index] ?? '';
const step = async (eventId: string) => ({ eventId, version: (await eventOf(eventId)).version });

describe('answering', () => {
  it('gives a place, takes it back, and puts who is too late in line', async () => {
    const id = await plan({ capacity: '2' });
    expect(await reply(id, at(a))).toEqual({ state: 'yes', line: 0 });
    expect(await reply(id, at(b))).toEqual({ state: 'yes', line: 0 });
    expect(await reply(id, at(c))).toEqual({ state: 'waiting', line: 1 });
    expect(await reply(id, at(3))).toEqual({ state: 'waiting', line: 2 });
    expect(await reply(id, at(c))).toEqual({ state: 'waiting', line: 1 });
    expect(await reply(id, at(a), 'no')).toEqual({ state: 'no', line: 0 });
    expect(await states(id)).toEqual(['no', 'yes', 'yes', 'waiting']);
    expect(await mails('place')).toMatchObject([{ personId: at(c) }]);
    expect(await reply(id, at(a))).toEqual({ state: 'waiting', line: 2 });
    await reply(id, at(b));
    expect(await mails('place')).toHaveLength(1);
  });

  it('gives the last place to one of two who press at once, and tells the other their place in line', async () => {
    const id = await plan({ capacity: '1' });
    const results = await Promise.all(people.map((one) => reply(id, one)));
    expect(results.filter(({ state }) => state === 'yes')).toHaveLength(1);
    const lines = results.filter(({ state }) => state === 'waiting').map(({ line }) => line);
    expect(lines.toSorted((one, other) => one - other)).toEqual([1, 2, 3]);
    expect(await db.eventReply.count({ where: { eventId: id, state: 'yes' } })).toBe(1);
  });

  it('frees each place once when those who have one leave at once', async () => {
    const id = await plan({ capacity: '2' });
    for (const one of people) await reply(id, one);
    await Promise.all([reply(id, at(a), 'no'), reply(id, at(b), 'no')]);
    expect(await states(id)).toEqual(['no', 'no', 'yes', 'yes']);
    expect(await mails('place')).toHaveLength(2);
  });

  it('refuses kindly when it is closed, over or cancelled, and who is not invited', async () => {
    const id = await plan({ audience: ['mentees'] });
    await expect(reply(id, at(b))).rejects.toMatchObject({ code: 'event.not_invited' });
    await expect(reply(id, at(a), 'yes', '', after(9))).rejects.toMatchObject({ code: 'event.closed' });
    await expect(reply(id, at(a), 'yes', '', after(11))).rejects.toMatchObject({ code: 'event.over' });
    await cancelEvent(staff, await step(id), dice());
    await expect(reply(id, at(a))).rejects.toMatchObject({ code: 'event.cancelled' });
    expect(await db.eventReply.count()).toBe(0);
  });

  it('is joined with a person, whose own answer stands where both gave one', async () => {
    const [one, other] = [await plan(), await plan({ title: 'Talk' })];
    await reply(one, at(a), 'no');
    await reply(one, at(3), 'yes', 'ramp');
    await reply(other, at(3), 'yes', 'captions');
    await decideTwins(staff, { cycleId: pair.cycle.id, keep: at(a), other: at(3), same: true }, NOW);
    const rows = await db.eventReply.findMany({ where: { personId: at(a) }, orderBy: { eventId: 'asc' } });
    expect(rows.map(({ state, arrange }) => [state, arrange])).toEqual([
      ['no', ''],
      ['yes', 'captions'],
    ]);
    expect(await db.eventReply.findMany({ where: { personId: at(3) } })).toMatchObject([{ state: 'no', arrange: '' }]);
  });
});

describe('the page of an event', () => {
  it('is reached from the pair and the status page, asks what to arrange, and keeps what was typed', async () => {
    const id = await plan({ capacity: '1', answerOn: '2030-01-23' });
    const { mentee, mentor } = await signInBoth(pair.matchId);
    for (const page of [pair.path, '/status']) expect((await mentee.get(page)).text).toContain(`href="/events/${id}"`);
    const shown = await mentee.get(`/events/${id}`);
    expect(shown.text).toContain('captions, please');
    expect(shown.text).not.toContain('meet.example.org');
    const missed = await mentee.post(`/events/${id}`, { answer: '', arrange: 'a quiet room' });
    expect([missed.status, missed.text.includes('Say yes or no.'), missed.text.includes('a quiet room')]).toEqual([
      422,
      true,
      true,
    ]);
    const yes = await mentee.post(`/events/${id}`, { answer: 'yes', arrange: 'a quiet room' });
    expect(yes.text).toContain('You have a place');
    expect(yes.text).toContain('https://meet.example.org/room');
    expect((await mentor.post(`/events/${id}`, { answer: 'yes', arrange: '' })).text).toContain('place 1');
    expect((await mentee.get(pair.path)).text).toContain('You said yes, and have a place.');
    expect((await mentor.get(pair.path)).text).not.toContain('a quiet room');
    await change(id, { capacity: '1', recording: 'https://video.example.org/1', note: 'Slides soon.' }, after(20));
    setClock(after(20));
    await db.session.updateMany({ data: { idleExpiresAt: after(30), expiresAt: after(30) } });
    const over = await mentor.get(`/events/${id}`);
    for (const words of ['This event is over.', 'https://video.example.org/1', 'Slides soon.'])
      expect(over.text).toContain(words);
    expect((await mentor.post(`/events/${id}`, { answer: 'yes', arrange: '' })).status).toBe(409);
  });

  it('is nothing to those who are not invited', async () => {
    const id = await plan({ audience: ['mentors'] });
    const { mentee } = await signInBoth(pair.matchId);
    expect((await mentee.get(`/events/${id}`)).status).toBe(404);
    expect((await mentee.get('/events/nothing')).status).toBe(404);
    expect((await mentee.get(pair.path)).text).not.toContain('Orientation');
    expect((await newBrowser().get(`/events/${id}`)).text).toContain('Return to a saved application');
  });
});

describe('the link of an invitation', () => {
  const linkTo = async (personId: string) => {
    const mail = (await mails('invited')).find((one) => one.personId === personId);
    return /\/events\/invitation\/[\w-]+/.exec(mail?.text ?? '')?.[0] ?? '';
  };

  it('answers by its button as often as one likes; opening it changes nothing', async () => {
    const id = await plan();
    await inviteAll(staff, await step(id), dice());
    const link = await linkTo(at(a));
    const browser = newBrowser();
    for (let times = 0; times < 3; times += 1) expect((await browser.get(link)).status).toBe(200);
    expect(await db.eventReply.count()).toBe(0);
    expect((await browser.post(link, { answer: 'yes', arrange: 'captions' })).text).toContain('You have a place');
    expect((await browser.post(link, { answer: 'no', arrange: '' })).text).toContain('Thank you for telling us');
    expect(await states(id)).toEqual(['no', '', '', '']);
    expect((await browser.get(`${link}/event.ics`)).text).toContain(`UID:${id}@localhost`);
    expect((await browser.get(pair.path)).text).toContain('Return to a saved application');
    expect((await browser.get('/events/invitation/nothing')).status).toBe(410);
  });

  it('works for a member of the committee, and no longer for who has left it', async () => {
    await plan({ audience: ['committee'] });
    const { id } = await db.cycleEvent.findFirstOrThrow();
    const reviewer = await createActor(program, 'reviewer');
    await inviteAll(staff, await step(id), dice());
    const browser = newBrowser();
    expect((await browser.get(await linkTo(chair.personId))).status).toBe(200);
    await db.grant.updateMany({ where: { userId: reviewer.userId }, data: { until: NOW } });
    expect((await browser.get(await linkTo(reviewer.personId))).status).toBe(410);
  });
});
