import '../../support/database';
import { expect, it } from 'vitest';
import { db } from '@/db/client';
import { unknownIn } from '@/features/applications/inbox/schema';
import { deleteView, renameView, saveView, startWithView } from '@/features/applications/inbox/views/commands';
import { listViews } from '@/features/applications/inbox/views/queries';
import { MOST_VIEWS } from '@/features/applications/inbox/views/schema';
import { createActor, createProgram, NOW } from '../../support/factories';
import { desk } from './desk';

const save = (name: string, by = desk().chair, query = '?mine=all&role=mentor') =>
  saveView(by, { cycleId: desk().cycle.id, name, query }, NOW);
const views = async (by = desk().chair) => listViews(by, desk().program.programId);
const idOf = async (name: string) => (await views()).find((view) => view.name === name)?.id ?? '';

it('keeps a filter under a name of its own for one member', async () => {
  await save('Mentors');
  await expect(save('Mentors')).rejects.toMatchObject({ code: 'view.name_taken' });
  await save('Mentors', desk().reviewer);
  expect(await views()).toMatchObject([{ name: 'Mentors', query: '?mine=all&role=mentor', isStart: false }]);
  expect(await views(desk().reviewer)).toHaveLength(1);
  expect(await views(desk().staff)).toEqual([]);
});

it('keeps twenty at most, two presses at once included', async () => {
  for (let index = 1; index < MOST_VIEWS; index++) await save(`View ${index}`);
  const both = await Promise.allSettled([save('Nineteen'), save('Twenty')]);
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect(await views()).toHaveLength(MOST_VIEWS);
  await expect(save('One more')).rejects.toMatchObject({ code: 'view.too_many' });
});

it('renames, begins with one of them, and deletes', async () => {
  await save('One');
  await save('Two');
  await startWithView(desk().chair, { id: await idOf('One') }, NOW);
  await startWithView(desk().chair, { id: await idOf('Two') }, NOW);
  expect((await views()).map(({ name, isStart }) => [name, isStart])).toEqual([
    ['Two', true],
    ['One', false],
  ]);
  await expect(renameView(desk().chair, { id: await idOf('One'), name: 'Two' }, NOW)).rejects.toMatchObject({
    code: 'view.name_taken',
  });
  await renameView(desk().chair, { id: await idOf('One'), name: 'Uno' }, NOW);
  await startWithView(desk().chair, { id: await idOf('Two') }, NOW);
  await deleteView(desk().chair, { id: await idOf('Two') }, NOW);
  expect(await views()).toMatchObject([{ name: 'Uno', isStart: false }]);
  expect(
    (await db.event.findMany({ where: { subjectType: 'saved_view' } })).map(({ action }) => action).toSorted(),
  ).toEqual(['view.deleted', 'view.renamed', 'view.saved', 'view.saved', 'view.start', 'view.start', 'view.start']);
});

it('is nobody else’s to change, and nobody’s without the right to the list', async () => {
  await save('Mine');
  const id = await idOf('Mine');
  for (const change of [
    () => renameView(desk().reviewer, { id, name: 'Yours' }, NOW),
    () => deleteView(desk().reviewer, { id }, NOW),
  ])
    await expect(change()).rejects.toMatchObject({ code: 'view.gone' });
  await expect(startWithView(desk().staff, { id }, NOW)).rejects.toMatchObject({ code: 'view.gone' });
  const stranger = await createActor(await createProgram(), 'chair');
  await expect(save('Theirs', stranger)).rejects.toMatchObject({ code: 'actor.forbidden' });
  await expect(deleteView({ ...desk().chair, grants: [] }, { id }, NOW)).rejects.toMatchObject({
    code: 'actor.forbidden',
  });
});

it.each([
  ['?mine=all&role=mentor&state=accepted&later=yes', []],
  ['?mine=mine&role=wizard&state=interviewed&sort=luck&reviews=7', ['role', 'state', 'sort', 'reviews', 'mine']],
  ['?q=wizard&after=nowhere&other=thing', []],
])('says which choices of %j do not exist', (address, unknown) => {
  expect(unknownIn(new URLSearchParams(address))).toEqual(unknown);
});
