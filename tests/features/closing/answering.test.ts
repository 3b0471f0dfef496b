import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import { saveClosing } from '@/features/closing/answering/commands';
import { findClosing } from '@/features/closing/answering/queries';
import { newId } from '@/lib/id';
import { freezeClock } from '../../support/database';
import { createProgram, NOW, type TestProgram } from '../../support/factories';
import { newBrowser, setClock } from '../applications/browser';
import { addPair, after, begin, createPair, moveOn, QUILL_AND_LARK, signInBoth } from '../pairs/pair-ground';

let program: TestProgram;
let pair: Awaited<ReturnType<typeof createPair>>;
let form: string;
beforeEach(async () => {
  setClock(NOW);
  await freezeClock(NOW);
  program = await createProgram();
  pair = await createPair(program, QUILL_AND_LARK);
  form = `${pair.path}/closing`;
});

const send = { press: 'send', version: '0' };
const saved = (side = 'mentee') => db.assessment.findFirst({ where: { side } });

describe('the closing questions', () => {
  it('are not open before their day, and close on the last', async () => {
    const { mentee } = await signInBoth(pair.matchId);
    await moveOn(278);
    expect((await mentee.get(form)).text).toContain('These questions are not open yet');
    expect((await mentee.get(pair.path)).text).not.toContain('Answer the closing questions');
    const early = await mentee.post(form, { ...send, helped: 'early words' });
    expect(early.status).toBe(409);
    expect(early.text).toContain('early words');
    await moveOn(279);
    expect((await mentee.get(pair.path)).text).toContain('Answer the closing questions');
    expect((await mentee.get('/status')).text).toContain('Answer the closing questions');
    await moveOn(360);
    const late = await mentee.post(form, { ...send, helped: 'late words' });
    expect(late.status).toBe(409);
    for (const words of ['The closing questions are closed', 'late words']) expect(late.text).toContain(words);
    expect((await mentee.get(form)).text).toContain('These questions are closed');
    expect(await db.assessment.count()).toBe(0);
  });

  it('ask the areas of the form again, keep goals that are theirs, and are changed until the close', async () => {
    const { mentee } = await signInBoth(pair.matchId);
    const [goal, foreign] = [newId(NOW), newId(NOW)];
    const shared = { organizationId: program.organizationId, matchId: pair.matchId, savedBy: 'mentee', savedAt: NOW };
    await db.pairGoal.create({ data: { id: goal, ...shared, position: 1, words: 'Run a storytime', dueOn: NOW } });
    await moveOn(290);
    const page = await mentee.get(form);
    for (const words of ['Outreach and Advocacy', 'Run a storytime', 'your match does not'])
      expect(page.text).toContain(words);
    const answers = { rating_outreach: '4', recommend: '5', again: 'maybe', goals: [goal, foreign], helped: 'Time.' };
    expect((await mentee.post(form, { ...send, ...answers })).text).toContain('Your answers are kept.');
    expect(await saved()).toMatchObject({
      goals: [goal],
      recommend: 5,
      again: 'maybe',
      helped: 'Time.',
      sentAt: after(290),
    });
    expect(await db.closingRatings.findMany()).toMatchObject([
      { applicationId: pair.mentee.applicationId, ratings: { outreach: 4 } },
    ]);
    await moveOn(300);
    await mentee.post(form, { press: 'later', version: '1', rating_outreach: '5', helped: 'More time.' });
    expect(await saved()).toMatchObject({ helped: 'More time.', sentAt: after(290), version: 2 });
    expect(await db.event.count({ where: { action: 'closing.answered' } })).toBe(2);
  });

  it('refuse what is no answer, and lose no word', async () => {
    const { mentee } = await signInBoth(pair.matchId);
    await moveOn(290);
    const empty = await mentee.post(form, send);
    expect([empty.status, empty.text.includes('Answer at least one question')]).toEqual([422, true]);
    const wrong = await mentee.post(form, {
      ...send,
      rating_outreach: '9',
      recommend: '6',
      helped: 'kept words',
      quote_consent: 'yes',
    });
    expect(wrong.status).toBe(422);
    for (const words of ['Choose a number from 1 to 5.', 'kept words']) expect(wrong.text).toContain(words);
    const consent = await mentee.post(form, { ...send, helped: 'kept words', quote_consent: 'yes' });
    for (const words of ['Write the sentence that we may quote', 'Choose whether we may use your name', 'kept words'])
      expect(consent.text).toContain(words);
    const long = await mentee.post(form, { ...send, better: 'x'.repeat(2001) });
    expect(long.text).toContain('Shorten this to 2000 characters.');
    expect(await db.assessment.count()).toBe(0);
  });

  it('are kept as a draft that nobody reads, and tell a second page that it is older', async () => {
    const { mentee } = await signInBoth(pair.matchId);
    await moveOn(290);
    const later = { press: 'later', version: '0', rating_outreach: '3', better: 'first' };
    expect((await mentee.post(form, later)).text).toContain('Nobody reads it until you send it.');
    expect(await saved()).toMatchObject({ sentAt: null, better: 'first' });
    expect((await mentee.get(pair.path)).text).toContain('You have begun.');
    const older = await mentee.post(form, { ...send, better: 'second' });
    expect(older.status).toBe(409);
    for (const words of ['on another page meanwhile', 'second', 'name="version" value="1"'])
      expect(older.text).toContain(words);
    expect((await mentee.post(form, { press: 'send', version: '1', better: 'second' })).text).toContain('are kept');
    // What was rated before stays where nothing new was chosen.
    expect((await db.closingRatings.findFirst())?.ratings).toEqual({ outreach: 3 });
    expect(await saved()).toMatchObject({ better: 'second', sentAt: after(290) });
  });

  it('are answered once for ratings by who has two pairs, and for each pair beside', async () => {
    const other = await addPair(program, pair.cycle);
    await db.application.update({ where: { id: pair.mentor.applicationId }, data: { places: 2 } });
    await db.match.update({
      where: { id: other.matchId },
      data: { mentorApplicationId: pair.mentor.applicationId, state: 'active' },
    });
    const { mentor } = await signInBoth(pair.matchId);
    await moveOn(290);
    await mentor.post(form, { ...send, rating_outreach: '5', helped: 'one' });
    const second = await mentor.get(`${other.path}/closing`);
    expect(second.text).toMatch(/name="rating_outreach"[^>]*value="5"[^>]*checked|checked=""[^>]*value="5"/);
    expect(second.text).not.toContain('>one<');
    await mentor.post(`${other.path}/closing`, { ...send, helped: 'two' });
    expect(await db.closingRatings.count()).toBe(1);
    expect(await db.assessment.count({ where: { side: 'mentor' } })).toBe(2);
  });

  it('are short and kind for a pair that ended early, and none for who has left or for others', async () => {
    const { mentor, mentee } = await signInBoth(pair.matchId);
    await moveOn(290);
    await db.match.update({ where: { id: pair.matchId }, data: { state: 'ended_early' } });
    expect((await mentor.get(pair.path)).text).toContain('Answer the closing questions');
    const { text } = await mentor.get(form);
    expect(text).toContain('nobody’s fault');
    for (const words of ['rating_outreach', 'name="quote"', 'name="goals"']) expect(text).not.toContain(words);
    await mentor.post(form, { ...send, better: 'An earlier word.', rating_outreach: '5' });
    expect(await db.closingRatings.count()).toBe(0);
    expect(await saved('mentor')).toMatchObject({ better: 'An earlier word.' });
    await db.application.update({ where: { id: pair.mentee.applicationId }, data: { state: 'withdrawn' } });
    expect((await mentee.get(form)).status).toBe(404);
    const third = await addPair(program, pair.cycle);
    await begin(third.matchId, NOW);
    expect((await mentor.get(`${third.path}/closing`)).status).toBe(404);
    expect((await newBrowser().get(form)).text).toContain('Return to a saved application');
    expect((await newBrowser().get('/pair/closing/nonsense')).status).toBe(410);
  });

  it('are never shown to the match, nor saved by somebody else', async () => {
    const { mentor, mentee } = await signInBoth(pair.matchId);
    await moveOn(290);
    await mentee.post(form, { ...send, helped: 'zebra', quote: 'quagga', quote_consent: 'yes', quote_name: 'named' });
    for (const path of [pair.path, form]) expect((await mentor.get(path)).text).not.toMatch(/zebra|quagga/);
    const closing = await findClosing(pair.mentee.personId, pair.reference);
    if (!closing) throw new Error('no closing');
    await db.match.update({ where: { id: pair.matchId }, data: { state: 'declined' } });
    const input = { ratings: {}, goals: [], recommend: 1, again: null, helped: '', better: '', quote: '', version: 1 };
    const saving = { input: { ...input, quoteAs: null }, send: true, wording: '' };
    await expect(saveClosing(closing, saving, after(290))).rejects.toMatchObject({ code: 'closing.not_open' });
  });
});
