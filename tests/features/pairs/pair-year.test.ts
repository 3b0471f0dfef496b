import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import { movePairsOn } from '@/features/pairs/year/commands';
import { newToken } from '@/lib/token';
import { freezeClock } from '../../support/database';
import { createProgram, NOW } from '../../support/factories';
import { newBrowser, setClock } from '../applications/browser';
import { after, begin, createPair } from './pair-ground';

const job = { kind: 'job', name: 'tend-pairs' } as const;
let pair: Awaited<ReturnType<typeof createPair>>;
beforeEach(async () => {
  setClock(NOW);
  await freezeClock(NOW);
  pair = await createPair(await createProgram());
});

const run = (now: Date) => movePairsOn(job, newToken, now);
const refused = { code: 'actor.forbidden' };

describe('the calendar of a pair', () => {
  it('begins a confirmed pair with its cycle, once, and tells both where their page is', async () => {
    expect(await run(after(-1))).toEqual({ started: 0, completed: 0 });
    expect(await run(NOW)).toEqual({ started: 1, completed: 0 });
    expect(await run(after(1))).toEqual({ started: 0, completed: 0 });
    expect(await db.match.findFirst({ where: { id: pair.matchId } })).toMatchObject({
      state: 'active',
      startedAt: NOW,
    });
    const mails = await db.outboxMessage.findMany({ where: { kind: 'pair' } });
    expect(mails.map(({ toAddress }) => toAddress).toSorted()).toEqual(
      [pair.mentor.person.email, pair.mentee.person.email].toSorted(),
    );
    expect(await db.event.findFirst({ where: { action: 'match.started' } })).toMatchObject({ actor: 'job:tend-pairs' });
  });

  it.each(['announced', 'mentor_confirmed', 'declined', 'expired', 'on_hold'])('leaves one that is %s', async (was) => {
    await db.match.update({ where: { id: pair.matchId }, data: { state: was } });
    expect(await run(after(5))).toEqual({ started: 0, completed: 0 });
    expect((await db.match.findFirstOrThrow()).state).toBe(was);
  });

  it('does not begin with somebody who has left', async () => {
    await db.application.update({ where: { id: pair.mentor.applicationId }, data: { state: 'withdrawn' } });
    expect(await run(NOW)).toEqual({ started: 0, completed: 0 });
  });

  it('completes those at work with the end, and nobody but the worker moves them', async () => {
    await run(NOW);
    expect(await run(after(299))).toEqual({ started: 0, completed: 0 });
    expect(await run(after(300))).toEqual({ started: 0, completed: 1 });
    expect(await db.match.findFirst()).toMatchObject({ state: 'completed', endedAt: after(300) });
    await expect(movePairsOn({ kind: 'visitor' }, newToken, NOW)).rejects.toMatchObject(refused);
  });
});

describe('the link in the mail', () => {
  it('opens nothing before its button is pressed, then the pair, and works once', async () => {
    const links = await begin(pair.matchId);
    const browser = newBrowser();
    for (let times = 0; times < 2; times += 1) expect((await browser.get(links.mentee)).text).toContain('Open my pair');
    expect((await browser.get(pair.path)).text).toContain('Return to a saved application');
    expect((await browser.fill(await browser.get(links.mentee), {})).text).toContain('You and ');
    expect((await newBrowser().get(links.mentee)).status).toBe(410);
    expect((await newBrowser().post(links.mentee, {})).status).toBe(410);
  });

  it('ends after thirty days', async () => {
    const links = await begin(pair.matchId);
    setClock(after(31));
    expect((await newBrowser().get(links.mentor)).status).toBe(410);
    expect((await newBrowser().post(links.mentor, {})).status).toBe(410);
  });
});
