import { describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import { cancelEvent } from '@/features/events/desk/commands';
import { newBrowser } from '../applications/browser';
import { signInBoth } from '../pairs/pair-ground';
import { dice, eventOf, pair, people, plan, reply, staff } from './event-ground';

const addressIn = (text: string) => /\/events\/feed\/[\w~%-]+\.ics/.exec(text)?.[0] ?? '';

describe('the private calendar', () => {
  it('has the dates of the pair and the events with a yes, and follows them', async () => {
    const [yes, no] = [await plan(), await plan({ title: 'Another talk' })];
    await reply(yes, people[0] ?? '');
    await reply(no, people[0] ?? '', 'no');
    const { mentee } = await signInBoth(pair.matchId);
    expect((await mentee.get('/events/feed')).text).toContain('Make an address');
    const address = addressIn((await mentee.post('/events/feed', { step: 'new' })).text);
    expect(address.length).toBeGreaterThan(60);
    const program = newBrowser();
    const { text } = await program.get(address);
    expect(text).toContain(`UID:${pair.reference.toLowerCase()}-begins@localhost`);
    expect(text).toContain(`UID:${yes}@localhost`);
    expect(text).not.toContain(no);
    await cancelEvent(staff, { eventId: yes, version: (await eventOf(yes)).version }, dice());
    const after = (await program.get(address)).text;
    expect(after).toContain(`UID:${yes}@localhost\r\nSEQUENCE:1\r\n`);
    expect(after).toContain('STATUS:CANCELLED');
  });

  it('ends with a new address, and by a button; nothing in the database opens it', async () => {
    const { mentee, mentor } = await signInBoth(pair.matchId);
    const first = addressIn((await mentee.post('/events/feed', { step: 'new' })).text);
    const second = addressIn((await mentee.post('/events/feed', { step: 'new' })).text);
    expect(second).not.toBe(first);
    expect((await mentor.get('/events/feed')).text).not.toContain(second);
    const program = newBrowser();
    expect((await program.get(first)).status).toBe(404);
    expect((await program.get(second)).status).toBe(200);
    const { key } = await db.calendarFeed.findFirstOrThrow();
    for (const guess of [key, `${key}~`, `${key}~${'a'.repeat(24)}`, 'x'])
      expect((await program.get(`/events/feed/${guess}.ics`)).status).toBe(404);
    expect((await mentee.post('/events/feed', { step: 'end' })).text).toContain('The address has ended');
    expect((await program.get(second)).status).toBe(404);
  });
});
