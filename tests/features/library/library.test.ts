import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import type { UserActor } from '@/domain/actor';
import { beginLibrary, saveEntry } from '@/features/library/desk/commands';
import { saveEntrySchema } from '@/features/library/desk/schema';
import { listLibrary, listShown } from '@/features/library/queries';
import { freezeClock } from '../../support/database';
import { createActor, createProgram, NOW, type TestProgram } from '../../support/factories';
import { setClock } from '../applications/browser';
import { createPair, signInBoth } from '../pairs/pair-ground';

let program: TestProgram;
let staff: UserActor;
beforeEach(async () => {
  setClock(NOW);
  await freezeClock(NOW);
  program = await createProgram();
  staff = await createActor(program, 'staff');
});

const typed = (over: object = {}) => ({
  programId: program.programId,
  entryId: '',
  version: '0',
  kind: 'activity',
  group: 'create',
  title: 'Build a display',
  words: 'Choose a shelf and one idea.',
  state: 'shown',
  position: '3',
  ...over,
});
const save = (over: object = {}, actor = staff) => saveEntry(actor, saveEntrySchema.parse(typed(over)), NOW);
const begin = (actor = staff) => beginLibrary(actor, { programId: program.programId }, NOW);

describe('the library at the desk', () => {
  it('begins with standard entries once, with incomplete resources as drafts', async () => {
    await begin();
    const entries = await listLibrary(program.programId);
    expect(entries.filter(({ kind, state }) => kind === 'resource' && state !== 'draft')).toEqual([]);
    expect((await listShown(program.programId)).length).toBeGreaterThanOrEqual(12);
    await expect(begin()).rejects.toMatchObject({ code: 'library.full_already' });
  });

  it('adds, changes and hides, and the history keeps what an entry said before', async () => {
    const entryId = await save();
    await save({ entryId, version: '1', words: 'Choose one shelf.', state: 'hidden' });
    expect(await listShown(program.programId)).toEqual([]);
    const event = await db.event.findFirstOrThrow({ where: { action: 'activity.changed' } });
    expect(event.detail).toMatchObject({ words: 'Choose a shelf and one idea.', state: 'shown' });
    await expect(save({ entryId, version: '1' })).rejects.toMatchObject({ code: 'library.changed' });
  });

  it('shows nothing that is not whole', async () => {
    await expect(save({ words: '' })).rejects.toMatchObject({ code: 'library.not_whole' });
    await expect(save({ kind: 'resource' })).rejects.toMatchObject({ code: 'library.not_whole' });
    await save({ kind: 'resource', state: 'draft' });
    await save({ kind: 'resource', link: 'https://example.org/guide' });
    expect(saveEntrySchema.safeParse(typed({ link: 'http://example.org' })).success).toBe(false);
  });

  it('is in order of groups and places', async () => {
    for (const [title, group, position] of [
      ['Third', 'reading', '1'],
      ['Second', 'create', '9'],
      ['First', 'create', '2'],
    ])
      await save({ title, group, position });
    expect((await listLibrary(program.programId)).map(({ title }) => title)).toEqual(['First', 'Second', 'Third']);
  });

  it('is for staff of the program alone', async () => {
    const chair = await createActor(program, 'chair');
    const elsewhere = await createActor(await createProgram(), 'staff');
    for (const actor of [chair, elsewhere]) {
      await expect(save({}, actor)).rejects.toMatchObject({ code: 'actor.forbidden' });
      await expect(begin(actor)).rejects.toMatchObject({ code: 'actor.forbidden' });
    }
    const entryId = await save();
    const other = await createProgram();
    const outsider = await createActor(other, 'staff');
    await expect(save({ entryId, version: '1', programId: other.programId }, outsider)).rejects.toMatchObject({
      code: 'library.changed',
    });
  });
});

describe('the library of a pair', () => {
  it('is searched without script, and says what to try when nothing is found', async () => {
    const pair = await createPair(program);
    const { mentee } = await signInBoth(pair.matchId);
    expect((await mentee.get(`${pair.path}/activities`)).text).toContain('put nothing here yet');
    await begin();
    await save({ title: 'Build a display' });
    await save({ title: 'Not yet', state: 'draft' });
    expect((await mentee.get(pair.path)).text).toContain(`${pair.path}/activities`);
    const all = (await mentee.get(`${pair.path}/activities`)).text;
    expect([all.includes('Build a display'), all.includes('Practice a job interview')]).toEqual([true, true]);
    for (const hidden of ['Not yet', 'Where to read about mentoring']) expect(all).not.toContain(hidden);
    const found = (await mentee.get(`${pair.path}/activities?q=display&group=create`)).text;
    expect([found.includes('Build a display'), found.includes('Practice a job interview')]).toEqual([true, false]);
    expect((await mentee.get(`${pair.path}/activities?q=zebra`)).text).toContain('Try one word');
  });

  it('offers an entry as a step of a goal, which nobody keeps before the button', async () => {
    const pair = await createPair(program);
    const { mentee } = await signInBoth(pair.matchId);
    const entryId = await save();
    const form = await mentee.get(`${pair.path}/goals/new?step=${entryId}`);
    expect(form.text).toContain('value="Build a display"');
    expect(await db.pairGoal.count()).toBe(0);
    const typed = { words: 'We learn to exhibit.', due_on: '2030-06-01', progress: 'begun', step_1: 'Build a display' };
    await mentee.post(`${pair.path}/goals/new`, { ...typed, version: '0' });
    const goal = await db.pairGoal.findFirstOrThrow();
    expect(goal.steps).toEqual([{ words: 'Build a display', done: false }]);
    const page = (await mentee.get(`${pair.path}/activities`)).text;
    expect(page).toContain(`${pair.path}/goals/${goal.id}?step=${entryId}`);
    await save({ entryId, version: '1', state: 'hidden' });
    expect((await mentee.get(`${pair.path}/goals/new?step=${entryId}`)).text).not.toContain('Build a display');
  });
});
