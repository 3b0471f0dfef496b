import { describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import { markAllCame, markCame } from '@/features/events/attending/commands';
import { sendAttendees } from '@/features/events/attending/handlers';
import { listOwnReplies } from '@/features/events/copies/queries';
import { findEventFor } from '@/features/events/desk/queries';
import { tendEvents } from '@/features/events/reminding/commands';
import { findPairFor } from '@/features/pairs/desk/queries';
import { ownerQuery } from '../../support/database';
import { NOW } from '../../support/factories';
import { after, chair, dice, mails, pair, people, plan, program, reply, staff, states } from './event-ground';

const LATER = after(11);
const at = (index: number) => people[index] ?? '';
const job = { kind: 'job', name: 'tend-pairs' } as const;
const came = async (eventId: string) => {
  const rows = await db.eventReply.findMany({ where: { eventId } });
  return people.map((id) => rows.find(({ personId }) => personId === id)?.came ?? null);
};
const fenced = () => ({ ...staff, closed: [...staff.closed, at(0)] });
const cycle = () => ({ id: pair.cycle.id, programId: program.programId, startsAt: NOW });

describe('attendance', () => {
  it('is ticked one by one, also for who never answered, and only what changed is written', async () => {
    const eventId = await plan();
    await reply(eventId, at(0));
    await markCame(staff, { eventId, before: [], came: [at(0), at(1)] }, LATER);
    expect(await came(eventId)).toEqual([true, true, null, null]);
    // Somebody else ticked the third meanwhile: it stays.
    await markCame(staff, { eventId, before: [], came: [at(2)] }, LATER);
    await markCame(staff, { eventId, before: [at(0), at(1)], came: [at(1)] }, LATER);
    expect(await came(eventId)).toEqual([false, true, true, null]);
    expect(await states(eventId)).toEqual(['yes', 'none', 'none', '']);
  });

  it('is ticked for everybody who said yes, but for who is closed to the reader', async () => {
    const eventId = await plan();
    for (const index of [0, 1]) await reply(eventId, at(index));
    await reply(eventId, at(2), 'no');
    expect(await markAllCame(fenced(), { eventId }, LATER)).toBe(1);
    expect(await came(eventId)).toEqual([null, true, null, null]);
    await expect(markCame(fenced(), { eventId, before: [], came: [at(0)] }, LATER)).rejects.toMatchObject({
      code: 'actor.forbidden',
    });
  });

  it('is for staff, and for events that have begun', async () => {
    const eventId = await plan();
    await expect(markAllCame(chair, { eventId }, LATER)).rejects.toMatchObject({ code: 'actor.forbidden' });
    await expect(markAllCame(staff, { eventId }, NOW)).rejects.toMatchObject({ code: 'event.not_begun' });
  });

  it('shows on the page of the pair and in the copy of the person', async () => {
    const eventId = await plan();
    await reply(eventId, at(0), 'yes', 'captions');
    await markAllCame(staff, { eventId }, LATER);
    const shown = await findPairFor(cycle(), pair.matchId, { viewer: staff, now: LATER });
    expect(shown?.attended).toMatchObject([{ who: 'Bo Lark', title: 'Orientation' }]);
    expect(await listOwnReplies(at(0))).toMatchObject([{ title: 'Orientation', arrange: 'captions', came: true }]);
    expect(await listOwnReplies(at(1))).toEqual([]);
  });

  it('is a file without formulas and without who is closed', async () => {
    const eventId = await plan();
    await reply(eventId, at(0), 'yes', '=1+1');
    await reply(eventId, at(1), 'yes', '@me');
    const take = async (user: typeof staff) => {
      const event = await findEventFor(cycle(), eventId, { viewer: user, now: NOW });
      if (!event) throw new Error('no event');
      const request = new Request('http://localhost:3000/x', {
        method: 'POST',
        headers: { Origin: 'http://localhost:3000', Host: 'localhost:3000' },
      });
      return (await sendAttendees(request, { user, code: pair.cycle.code, event, now: NOW })).text();
    };
    const all = await take(staff);
    expect(all).toContain("'=1+1");
    expect(all).not.toMatch(/,=1/);
    expect(await take(fenced())).not.toContain('Bo Lark');
    expect(await db.event.count({ where: { action: 'event.list_taken' } })).toBe(2);
  });
});

describe('the day before', () => {
  it('reminds once those who said yes, not at night, and again after a move', async () => {
    const eventId = await plan();
    await reply(eventId, at(0));
    await reply(eventId, at(1), 'no');
    const day = (hour: number) => new Date(Date.parse('2030-01-25T00:00:00Z') + hour * 3_600_000);
    await tendEvents(job, dice(day(-1)));
    expect(await mails('reminder')).toHaveLength(0);
    // 6 p.m. Central is midnight UTC; 3 a.m. UTC is nine in the evening there.
    await tendEvents(job, dice(day(3)));
    expect(await mails('reminder')).toHaveLength(0);
    await tendEvents(job, dice(day(14)));
    await tendEvents(job, dice(day(15)));
    const sent = await mails('reminder');
    expect(sent).toMatchObject([{ personId: at(0) }]);
    expect(sent[0]?.text).toContain('https://meet.example.org/room');
    expect(sent[0]?.calendar).toContain('BEGIN:VEVENT');
    await expect(tendEvents(staff, dice())).rejects.toMatchObject({ code: 'actor.forbidden' });
  });

  it('does not remind of what is cancelled, nor who has left', async () => {
    const eventId = await plan();
    await reply(eventId, at(0));
    await db.match.update({ where: { id: pair.matchId }, data: { state: 'ended_early' } });
    const noon = new Date('2030-01-25T18:00:00Z');
    await tendEvents(job, dice(noon));
    expect(await mails('reminder')).toEqual([]);
    expect(await states(eventId)).toEqual(['no', '', '', '']);
  });
});

describe('a place', () => {
  it('of somebody who is forgotten is free, and their words go with the answers', async () => {
    const eventId = await plan({ capacity: '1' });
    await reply(eventId, at(0), 'yes', 'marmalade');
    await reply(eventId, at(2));
    await ownerQuery('SELECT app.forget_person($1::uuid, NULL)::text', [at(0)]);
    expect(await db.eventReply.findFirst({ where: { personId: at(0) } })).toMatchObject({ state: 'no', arrange: '' });
    expect(await tendEvents(job, dice())).toMatchObject({ placed: 1 });
    expect(await mails('place')).toMatchObject([{ personId: at(2) }]);
  });

  it('is not given to somebody who is in no pair any more', async () => {
    const eventId = await plan({ capacity: '1' });
    await reply(eventId, at(2));
    await reply(eventId, at(0));
    await reply(eventId, at(1));
    await db.match.update({ where: { id: pair.matchId }, data: { state: 'ended_early' } });
    await reply(eventId, at(2), 'no');
    expect(await states(eventId)).toEqual(['no', 'no', 'no', '']);
  });

  it('keeps what to arrange no longer than the answers of the cycle', async () => {
    const eventId = await plan();
    await reply(eventId, at(0), 'yes', 'marmalade');
    await ownerQuery('SELECT app.forget_applications($1::uuid[], true)::text', [[pair.mentee.applicationId]]);
    expect(await db.eventReply.findFirst({ where: { personId: at(0) } })).toMatchObject({ state: 'yes', arrange: '' });
  });
});
