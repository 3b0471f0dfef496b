import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import { freezeClock } from '../../support/database';
import { createProgram, NOW } from '../../support/factories';
import { setClock, type Browser } from '../applications/browser';
import { createPair, QUILL_AND_LARK, signInBoth } from './pair-ground';

let pair: Awaited<ReturnType<typeof createPair>>;
beforeEach(async () => {
  setClock(NOW);
  await freezeClock(NOW);
  pair = await createPair(await createProgram(), QUILL_AND_LARK);
});

describe('what two agree on', () => {
  const agree = (browser: Browser, over: Record<string, string | string[]> = {}) =>
    browser.post(`${pair.path}/agreement`, { frequency: 'twice_a_month', modes: ['video'], version: '0', ...over });

  it('begins with what both named, is saved by either, and a lost race shows both', async () => {
    const { mentor, mentee } = await signInBoth(pair.matchId);
    const form = (await mentor.get(`${pair.path}/agreement`)).text;
    expect(form).toMatch(/value="twice_a_month"[^>]*checked|checked=""[^>]*value="twice_a_month"/);
    expect((await agree(mentor)).text).toContain('What you agreed on is saved.');
    const lost = await agree(mentee, { frequency: 'weekly', modes: ['email'] });
    expect(lost.status).toBe(409);
    expect(lost.text).toContain('Your partner changed this meanwhile');
    expect(lost.text).toContain('Twice a month');
    expect(lost.text).toMatch(/value="weekly"[^>]*checked|checked=""[^>]*value="weekly"/);
    await mentee.fill(lost, { frequency: 'weekly', modes: ['email'] });
    expect(await db.pairAgreement.findFirst()).toMatchObject({
      frequency: 'weekly',
      modes: ['email'],
      savedBy: 'mentee',
      version: 2,
    });
  });

  it('says what is missing and keeps what was chosen', async () => {
    const { mentor } = await signInBoth(pair.matchId);
    const page = await agree(mentor, { frequency: 'daily', modes: [] });
    expect(page.status).toBe(422);
    for (const words of ['Choose how often.', 'Choose at least one way.']) expect(page.text).toContain(words);
  });
});

describe('the log', () => {
  const met = (browser: Browser, over: Record<string, string> = {}) =>
    browser.post(`${pair.path}/meetings`, { day: '2030-01-15', mode: 'chat', minutes: '40', ...over });

  it('takes day, means and minutes, sums the hours, and gives back a line to whoever wrote it', async () => {
    const { mentor, mentee } = await signInBoth(pair.matchId);
    await met(mentor);
    const page = await met(mentee, { minutes: '35', day: '2030-01-10' });
    expect(page.text).toContain('In contact 2 times, 1 h 15 min in all.');
    const [first] = await db.pairMeeting.findMany({ where: { writtenBy: 'mentor' } });
    await mentee.post(`${pair.path}/meetings`, { step: 'back', meeting: first?.id ?? '' });
    expect(await db.pairMeeting.count()).toBe(2);
    await mentor.post(`${pair.path}/meetings`, { step: 'back', meeting: first?.id ?? '' });
    expect((await mentor.get(pair.path)).text).toContain('In contact once, 0 h 35 min in all.');
  });

  it.each([
    [{ day: '2030-01-16' }, 'This day has not come yet.'],
    [{ day: '2029-12-01' }, 'This day is before you were matched.'],
    [{ day: '' }, 'Choose a day'],
    [{ minutes: 'some' }, 'Write the minutes as a number from 1 to 600.'],
    [{ minutes: '0' }, 'Write the minutes as a number from 1 to 600.'],
    [{ minutes: '601' }, 'Write the minutes as a number from 1 to 600.'],
    [{ mode: 'pigeon' }, 'Choose how you were in contact.'],
  ] as [Record<string, string>, string][])('refuses %j: %s', async (over, words) => {
    const { mentor } = await signInBoth(pair.matchId);
    const page = await met(mentor, over);
    expect([page.status, page.text.includes(words)]).toEqual([422, true]);
    expect(await db.pairMeeting.count()).toBe(0);
  });

  it.each(['on_hold', 'completed', 'announced'])('of a pair that is %s is read, not written', async (was) => {
    const browsers = await signInBoth(pair.matchId);
    await db.match.update({ where: { id: pair.matchId }, data: { state: was } });
    const page = await met(browsers.mentor);
    expect([page.status, page.text.includes('This pair is not at work now')]).toEqual([409, true]);
    expect(await db.pairMeeting.count()).toBe(0);
  });
});
