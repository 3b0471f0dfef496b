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

const goal = (over: Record<string, string> = {}) => ({
  words: 'Run a storytime.',
  step_1: 'Choose two books',
  due_on: '2030-06-01',
  progress: 'begun',
  version: '0',
  ...over,
});
const setGoal = (browser: Browser, over: Record<string, string> = {}, id = 'new') =>
  browser.post(`${pair.path}/goals/${id}`, goal(over));

describe('goals', () => {
  it('begin from the areas in which the one can help the other, by name and without a rating', async () => {
    const { mentee } = await signInBoth(pair.matchId);
    const { text } = await mentee.get(`${pair.path}/goals/new`);
    expect(text).toContain('Outreach and Advocacy');
    expect(text).toContain('Goals that others set');
    expect(text).not.toMatch(/Outreach and Advocacy[^<]*\d/);
  });

  it('are set by one and changed by the other, with steps; a lost race shows both texts', async () => {
    const { mentor, mentee } = await signInBoth(pair.matchId);
    expect((await setGoal(mentee)).text).toContain('Run a storytime.');
    const { id } = await db.pairGoal.findFirstOrThrow();
    await setGoal(mentor, { version: '1', words: 'Run two storytimes.', done_1: 'yes', progress: 'half' }, id);
    expect(await db.pairGoal.findFirst()).toMatchObject({
      words: 'Run two storytimes.',
      steps: [{ words: 'Choose two books', done: true }],
      progress: 'half',
      savedBy: 'mentor',
      version: 2,
    });
    const lost = await setGoal(mentee, { version: '1', words: 'Run three.' }, id);
    expect(lost.status).toBe(409);
    for (const words of ['Run two storytimes.', 'Run three.']) expect(lost.text).toContain(words);
    expect(lost.text).toContain('name="version" value="2"');
    await setGoal(mentee, { version: '2', words: 'Run three.' }, id);
    expect((await db.pairGoal.findFirstOrThrow()).words).toBe('Run three.');
  });

  it('are at most three, within the cycle, and say what is wrong beside the field', async () => {
    const { mentee } = await signInBoth(pair.matchId);
    const wrong = await setGoal(mentee, { words: '', due_on: '2031-06-01', progress: 'no' });
    expect(wrong.status).toBe(422);
    for (const words of [
      'Write the goal in a sentence.',
      'after the end of the program',
      'Choose how far you are.',
      'Choose two books',
    ])
      expect(wrong.text).toContain(words);
    expect((await setGoal(mentee, { due_on: '2029-01-01' })).text).toContain('before you were matched');
    expect((await setGoal(mentee, { due_on: 'soon' })).text).toContain('Choose a day, such as');
    for (const words of ['One.', 'Two.', 'Three.']) await setGoal(mentee, { words: `${words} Goal` });
    const fourth = await setGoal(mentee, { words: 'Four. Goal' });
    expect([
      fourth.status,
      fourth.text.includes('You have three goals already.'),
      fourth.text.includes('Four. Goal'),
    ]).toEqual([409, true, true]);
    expect(await db.pairGoal.count()).toBe(3);
  });

  it('are removed as they were seen, and what was written of a removed one can be saved anew', async () => {
    const { mentor, mentee } = await signInBoth(pair.matchId);
    await setGoal(mentee);
    const { id } = await db.pairGoal.findFirstOrThrow();
    await setGoal(mentor, { version: '1', words: 'Run two storytimes.' }, id);
    expect((await mentee.post(`${pair.path}/goals/${id}`, { step: 'remove', version: '1' })).status).toBe(409);
    expect((await mentee.post(`${pair.path}/goals/${id}`, { step: 'remove', version: '2' })).text).toContain(
      'The goal is removed.',
    );
    const lost = await setGoal(mentor, { version: '2', words: 'Run four.' }, id);
    expect([lost.status, lost.text.includes('removed this goal meanwhile'), lost.text.includes('Run four.')]).toEqual([
      409,
      true,
      true,
    ]);
    expect(
      (await mentor.fill(lost, goal({ words: 'Run four.', version: '0' }), `${pair.path}/goals/new`)).text,
    ).toContain('Run four.');
  });
});

it('goals go when either of the two is forgotten; that they met stays', async () => {
  const { mentee } = await signInBoth(pair.matchId);
  await setGoal(mentee);
  await mentee.post(`${pair.path}/meetings`, { day: '2030-01-15', mode: 'chat', minutes: '40' });
  await db.$queryRaw`SELECT app.forget_person(${pair.mentor.personId}::uuid, NULL)::text`;
  expect([await db.pairGoal.count(), await db.pairMeeting.count()]).toEqual([0, 1]);
  expect((await mentee.get(pair.path)).status).toBe(410);
});
