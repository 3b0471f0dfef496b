import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import { freezeClock } from '../../support/database';
import { createProgram, NOW, type TestProgram } from '../../support/factories';
import { newBrowser, setClock } from '../applications/browser';
import { addPair, createPair, QUILL_AND_LARK, signInBoth } from './pair-ground';

let program: TestProgram;
let pair: Awaited<ReturnType<typeof createPair>>;
beforeEach(async () => {
  setClock(NOW);
  await freezeClock(NOW);
  program = await createProgram();
  pair = await createPair(program, QUILL_AND_LARK);
});

const state = async () => (await db.match.findUniqueOrThrow({ where: { id: pair.matchId } })).state;

describe('the home of a pair', () => {
  it('shows of the partner what they said their match may know, and nothing else', async () => {
    const { mentee, mentor } = await signInBoth(pair.matchId);
    const { text } = await mentee.get(pair.path);
    for (const shown of ['You and Addie', 'they/them', '555 0100', 'I lip-read.', pair.reference])
      expect(text).toContain(shown);
    for (const hidden of ['Ada Quill', pair.mentor.person.email, 'captions', 'Duluth'])
      expect(text).not.toContain(hidden);
    const other = (await mentor.get(pair.path)).text;
    expect(other).toContain('prefers a first message through us');
    expect(other).not.toContain(pair.mentee.person.email);
  });

  it('is listed on the status page, and is closed to everybody else', async () => {
    const { mentee } = await signInBoth(pair.matchId);
    expect((await mentee.get('/status')).text).toContain(`href="${pair.path}"`);
    const others = await addPair(program, pair.cycle);
    expect((await mentee.get(others.path)).status).toBe(404);
    expect((await mentee.get(`/pair/${others.matchId}`)).status).toBe(404);
    expect((await mentee.get('/pair/no-such')).status).toBe(404);
    expect((await mentee.get(`/pair/${pair.matchId}`)).status).toBe(200);
    const stranger = newBrowser();
    expect((await stranger.get(pair.path)).text).toContain('Return to a saved application');
  });

  it.each([
    ['announced', 200, 'Say whether you will.'],
    ['confirmed', 200, 'Agree with Addie'],
    ['active', 200, 'Agree with Addie'],
    ['on_hold', 200, 'Your pair is on hold'],
    ['completed', 200, 'Your year is completed'],
    ['ended_early', 410, 'This pair has ended'],
    ['declined', 410, 'This pair has ended'],
    ['expired', 410, 'This pair has ended'],
    ['approved', 404, 'Page not found'],
    ['proposed', 404, 'Page not found'],
  ])('of a match that is %s answers %i: %s', async (was, status, words) => {
    const { mentee } = await signInBoth(pair.matchId);
    await db.match.update({
      where: { id: pair.matchId },
      data: { state: was, endedReason: 'A quarrel', menteeAnswer: '' },
    });
    const page = await mentee.get(pair.path);
    expect([page.status, page.text.includes(words)]).toEqual([status, true]);
    expect(page.text).not.toContain('A quarrel');
    // While a pair rests nobody is to be written to, whatever the cause.
    expect(page.text.includes('555 0100')).toBe(status === 200 && was !== 'on_hold');
  });

  it('is on hold for the one while the other has left, without a way to write to them', async () => {
    const { mentee, mentor } = await signInBoth(pair.matchId);
    await db.application.update({ where: { id: pair.mentor.applicationId }, data: { state: 'withdrawn' } });
    const page = (await mentee.get(pair.path)).text;
    expect([page.includes('Your pair is on hold'), page.includes('555 0100')]).toEqual([true, false]);
    expect((await mentor.get(pair.path)).status).toBe(410);
  });

  it('takes a yes and a no of those who are signed in', async () => {
    const { mentee, mentor } = await signInBoth(pair.matchId);
    await db.match.update({ where: { id: pair.matchId }, data: { state: 'announced' } });
    await mentee.post(`${pair.path}/answer`, { answer: 'yes' });
    expect((await mentor.post(`${pair.path}/answer`, { answer: 'yes' })).status).toBe(200);
    expect(await state()).toBe('confirmed');
    await mentor.post(`${pair.path}/answer`, { answer: 'no' });
    expect(await state()).toBe('declined');
    expect((await mentee.post(`${pair.path}/answer`, { answer: 'yes' })).status).toBe(410);
  });

  it('has its dates as a slip and as a calendar file', async () => {
    const { mentee } = await signInBoth(pair.matchId);
    expect((await mentee.get(pair.path)).text).toContain('Your work together begins');
    const { text, headers } = await mentee.get(`${pair.path}/dates.ics`);
    expect(headers.get('content-type')).toContain('text/calendar');
    expect(text.match(/BEGIN:VEVENT/g)?.length).toBe(8);
    expect(text).toContain('The closing questions open');
    expect(text.split('\r\n').find((line) => line.startsWith('DTSTART'))).toBe('DTSTART:20300115T180000Z');
  });
});
