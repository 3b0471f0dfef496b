import { describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import { cancelEvent } from '@/features/events/desk/commands';
import { findEventFor, listEvents } from '@/features/events/desk/queries';
import { saveEventSchema } from '@/features/events/desk/schema';
import { inviteAll } from '@/features/events/inviting/commands';
import { createActor, createProgram, NOW } from '../../support/factories';
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
  typed,
} from './event-ground';

const step = async (eventId: string) => ({ eventId, version: (await eventOf(eventId)).version });

describe('planning an event', () => {
  it('keeps it in the zone of the cycle and says so in the history', async () => {
    const id = await plan({ capacity: '30', arranged: 'Captions' });
    expect(await eventOf(id)).toMatchObject({
      startsAt: new Date('2030-01-26T00:00:00Z'),
      answerBy: new Date('2030-01-24T05:59:00Z'),
      capacity: 30,
      sequence: 0,
    });
    expect(await db.event.count({ where: { action: 'event.made', subjectId: id } })).toBe(1);
  });

  it.each([
    [{ startsAt: '2030-01-14T18:00', answerOn: '2030-01-14' }, 'event.past'],
    [{ answerOn: '2030-01-26' }, 'event.answer_late'],
    [{ answerOn: '2030-01-10' }, 'event.answer_past'],
  ])('refuses %j', async (over, code) => {
    await expect(plan(over)).rejects.toMatchObject({ code });
    expect(await db.cycleEvent.count()).toBe(0);
  });

  it.each([
    ['link', { link: 'http://meet.example.org' }],
    ['link', { link: 'javascript:alert(1)' }],
    ['recording', { recording: 'meet.example.org' }],
    ['link', { link: '', place: '' }],
    ['minutes', { minutes: '0' }],
    ['capacity', { capacity: '0' }],
    ['audience', { audience: [] }],
    ['startsAt', { startsAt: '2030-02-30T10:00' }],
    ['answerOn', { answerOn: '2030-13-01' }],
    ['title', { title: ' ' }],
  ])('says beside %s what is wrong with %j', (field, over) => {
    const parsed = saveEventSchema.safeParse(typed(over));
    expect(parsed.error?.issues.map(({ path }) => path[0])).toEqual([field]);
  });

  it('lets people answer until it begins where the last day is its own', async () => {
    const id = await plan({ answerOn: '2030-01-25' });
    const { answerBy, startsAt } = await eventOf(id);
    expect(answerBy).toEqual(startsAt);
  });

  it('is for staff of the program alone', async () => {
    await expect(plan({}, chair)).rejects.toMatchObject({ code: 'actor.forbidden' });
    const elsewhere = await createActor(await createProgram(), 'staff');
    await expect(plan({}, elsewhere)).rejects.toMatchObject({ code: 'actor.forbidden' });
  });

  it('takes no capacity below those who come, and gives new places to who waits', async () => {
    const id = await plan({ capacity: '2' });
    for (const one of people) await reply(id, one);
    await expect(change(id, { capacity: '1' })).rejects.toMatchObject({ code: 'event.capacity' });
    await change(id, { capacity: '3' });
    expect(await mails('place')).toMatchObject([{ personId: people[2] }]);
  });

  it('tells the second of two who edit at once', async () => {
    const id = await plan();
    const { version } = await eventOf(id);
    await change(id, { title: 'Welcome' });
    await expect(plan({ eventId: id, version: String(version) })).rejects.toMatchObject({ code: 'event.changed' });
  });

  it('takes a note and a recording once it is over, and no other time', async () => {
    const id = await plan();
    const later = after(20);
    await change(id, { recording: 'https://video.example.org/1', note: 'Thank you.' }, later);
    expect(await eventOf(id)).toMatchObject({ note: 'Thank you.', sequence: 0 });
    await expect(change(id, { startsAt: '2030-01-26T18:00' }, later)).rejects.toMatchObject({ code: 'event.past' });
  });
});

describe('a change and a cancellation', () => {
  it('write once to everybody who said yes or waits, with the same name and a higher count in calendars', async () => {
    const id = await plan({ capacity: '1' });
    await reply(id, people[0] ?? '');
    await reply(id, people[1] ?? '');
    await reply(id, people[2] ?? '', 'no');
    await change(id, { startsAt: '2030-01-26T18:00', capacity: '1' });
    const moved = await mails('moved');
    expect(moved.map(({ personId }) => personId).sort()).toEqual([people[0], people[1]].sort());
    const mine = moved.find(({ personId }) => personId === people[0]);
    expect(mine?.calendar).toContain(`UID:${id}@localhost\r\nSEQUENCE:1\r\n`);
    expect(mine?.text).toContain('https://meet.example.org/room');
    const waits = moved.find(({ personId }) => personId === people[1]);
    expect([waits?.calendar, waits?.text.includes('meet.example.org')]).toEqual(['', false]);
    await change(id, { startsAt: '2030-01-26T18:00', capacity: '1', note: 'Bring a pen.' });
    expect(await mails('moved')).toHaveLength(2);
    await cancelEvent(staff, await step(id), dice());
    const off = await mails('cancelled');
    expect(off).toHaveLength(2);
    expect(off.find(({ personId }) => personId === people[0])?.calendar).toContain('SEQUENCE:2');
    expect(off.find(({ personId }) => personId === people[0])?.calendar).toContain('STATUS:CANCELLED');
    await expect(cancelEvent(staff, await step(id), dice())).rejects.toMatchObject({ code: 'event.cancelled' });
    await expect(change(id, {})).rejects.toMatchObject({ code: 'event.cancelled' });
    await expect(cancelEvent(chair, await step(id), dice())).rejects.toMatchObject({ code: 'actor.forbidden' });
  });

  it('cannot call off what is over', async () => {
    const id = await plan();
    await expect(cancelEvent(staff, await step(id), dice(after(20)))).rejects.toMatchObject({ code: 'event.over' });
  });
});

describe('invitations', () => {
  it('go once to everybody who is invited, and later to who came since', async () => {
    const id = await plan({ audience: ['mentees', 'committee'] });
    // Whoever made the plan leads the committee too.
    expect(await inviteAll(staff, await step(id), dice())).toBe(4);
    const invited = (await mails('invited')).map(({ personId }) => personId);
    for (const one of [people[0], people[2], chair.personId]) expect(invited).toContain(one);
    for (const one of [people[1], people[3], staff.personId]) expect(invited).not.toContain(one);
    await expect(inviteAll(staff, await step(id), dice())).rejects.toMatchObject({ code: 'event.nobody_to_invite' });
    const reviewer = await createActor(program, 'reviewer');
    expect(await inviteAll(staff, await step(id), dice())).toBe(1);
    expect((await mails('invited')).at(-1)).toMatchObject({ personId: reviewer.personId });
  });

  it('leave pairs that rest in peace, and those who are told of no match', async () => {
    const id = await plan();
    await db.match.update({ where: { id: pair.matchId }, data: { state: 'on_hold' } });
    expect(await inviteAll(staff, await step(id), dice())).toBe(2);
    await db.match.updateMany({ data: { state: 'approved' } });
    const found = await findEventFor({ id: pair.cycle.id, ...program }, id, { viewer: staff, now: NOW });
    expect(found?.attendees).toEqual([]);
  });

  it('are for staff, and end with the day to answer', async () => {
    const id = await plan();
    await expect(inviteAll(chair, await step(id), dice())).rejects.toMatchObject({ code: 'actor.forbidden' });
    await expect(inviteAll(staff, await step(id), dice(after(9)))).rejects.toMatchObject({ code: 'event.closed' });
  });
});

describe('the fence', () => {
  it('leaves closed people out of list, counts and who is still to be invited', async () => {
    const id = await plan();
    for (const one of people) await reply(id, one, 'yes', 'captions');
    const fenced = { ...staff, closed: [...staff.closed, people[0] ?? ''] };
    const viewing = { viewer: fenced, now: NOW };
    const found = await findEventFor({ id: pair.cycle.id, ...program }, id, viewing);
    expect(found?.attendees.map(({ personId }) => personId)).not.toContain(people[0]);
    expect(found).toMatchObject({ coming: 3, uninvited: 0 });
    expect(await listEvents(pair.cycle.id, viewing)).toMatchObject([{ coming: 3 }]);
    const fresh = await plan({ title: 'Another' });
    const other = await findEventFor({ id: pair.cycle.id, ...program }, fresh, viewing);
    expect(other).toMatchObject({ uninvited: 3 });
    expect(await inviteAll(fenced, await step(fresh), dice())).toBe(3);
    expect(await mails('invited')).toHaveLength(4);
  });

  it('keeps what to arrange from who leads the committee', async () => {
    const id = await plan();
    await reply(id, people[0] ?? '', 'yes', 'captions');
    const cycle = { id: pair.cycle.id, ...program };
    const seen = async (viewer: typeof staff) =>
      JSON.stringify((await findEventFor(cycle, id, { viewer, now: NOW }))?.attendees);
    expect(await seen(staff)).toContain('captions');
    expect(await seen(chair)).not.toContain('captions');
    expect(await findEventFor({ ...cycle, id: program.programId }, id, { viewer: staff, now: NOW })).toBeNull();
  });
});
