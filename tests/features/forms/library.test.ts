import '../../support/database';
import { expect, it } from 'vitest';
import { db } from '@/db/client';
import { findQuestion, sectionOfQuestion, withoutQuestion } from '@/domain/forms/editing';
import { STANDARD_FORM } from '@/domain/forms/mentoring-2026';
import { startVersion } from '@/features/forms/commands';
import { forgetQuestion, keepQuestion, takeQuestion } from '@/features/forms/library/commands';
import { getFormDesk } from '@/features/forms/queries';
import { createActor, createProgram, createTestCycle, NOW } from '../../support/factories';
import { adding, change, desk, renaming, WHY, windowOf } from './desk';

const CONDITIONAL = { ...WHY, showIf: { question: 'member', values: ['yes'] } };
const library = async () => (await getFormDesk(await cycleRow(desk().cycleId))).library;
const cycleRow = (id: string) => db.cycle.findUniqueOrThrow({ where: { id } });
const start = (cycleId = desk().cycleId) => startVersion(desk().staff, { cycleId }, NOW);
const keep = (name: string, cycleId = desk().cycleId) => keepQuestion(desk().staff, { cycleId, name }, NOW);
const take = async (name: string, section: string, cycleId = desk().cycleId) =>
  takeQuestion(desk().staff, { cycleId, version: await windowOf(cycleId), section, name }, NOW);
const coded = (code: string) => expect.objectContaining({ code });

it('a question is kept without its condition, and replaced by one of the same name', async () => {
  await start();
  await change(desk().staff, adding(CONDITIONAL));
  await keep('why');
  expect(await library()).toEqual([WHY]);
  await change(desk().staff, renaming('why', 'Why this year?'));
  await keep('why');
  expect(await library()).toEqual([{ ...WHY, label: 'Why this year?' }]);
});

it('neither a question that the program reads nor one that is not asked is kept', async () => {
  await start();
  for (const name of ['modes', 'no_such']) await expect(keep(name)).rejects.toThrow(coded('form.name_taken'));
  expect(await library()).toEqual([]);
});

it('another cycle takes it once, at the end of a section; so it does a standard question that was removed', async () => {
  await start();
  await change(desk().staff, adding(WHY));
  await keep('why');
  const next = await createTestCycle(desk().program);
  await start(next.id);
  await take('why', 'goals', next.id);
  const form = (await getFormDesk(await cycleRow(next.id))).inWork?.form ?? STANDARD_FORM;
  expect(sectionOfQuestion(form, 'why')?.questions.at(-1)).toEqual(WHY);
  expect(sectionOfQuestion(form, 'why')?.key).toBe('goals');
  await expect(take('why', 'goals', next.id)).rejects.toThrow(coded('form.name_taken'));

  await change(desk().staff, (stored) => withoutQuestion(stored, 'member'));
  await take('member', 'more');
  const back = (await getFormDesk(await cycleRow(desk().cycleId))).inWork?.form ?? STANDARD_FORM;
  expect(findQuestion(back, 'member')).toEqual(findQuestion(STANDARD_FORM, 'member'));
});

it('neither an unknown name nor an unknown section is taken', async () => {
  await start();
  await change(desk().staff, adding(WHY));
  await keep('why');
  await change(desk().staff, (stored) => withoutQuestion(stored, 'why'));
  await expect(take('no_such', 'more')).rejects.toThrow(coded('form.name_taken'));
  await expect(take('why', 'no-such')).rejects.toThrow(coded('form.changed'));
  await expect(take('why', 'identity')).rejects.toThrow(coded('form.not_ready'));
});

it('what is forgotten stays in the forms that ask it', async () => {
  await start();
  await change(desk().staff, adding(WHY));
  await keep('why');
  await forgetQuestion(desk().staff, { cycleId: desk().cycleId, name: 'why' }, NOW);
  expect(await library()).toEqual([]);
  expect(
    findQuestion((await getFormDesk(await cycleRow(desk().cycleId))).inWork?.form ?? STANDARD_FORM, 'why'),
  ).toEqual(WHY);
});

it('another organization sees and takes nothing of it, and may change nothing', async () => {
  await start();
  await change(desk().staff, adding(WHY));
  await keep('why');
  const other = await createProgram();
  const theirs = await createTestCycle(other);
  const stranger = await createActor(other, 'staff');
  await startVersion(stranger, { cycleId: theirs.id }, NOW);
  expect((await getFormDesk(await cycleRow(theirs.id))).library).toEqual([]);
  const at = { cycleId: theirs.id, version: 1, section: 'more', name: 'why' };
  await expect(takeQuestion(stranger, at, NOW)).rejects.toThrow(coded('form.name_taken'));
  const ours = { ...at, cycleId: desk().cycleId };
  for (const work of [keepQuestion, forgetQuestion])
    await expect(work(stranger, ours, NOW)).rejects.toThrow(coded('actor.forbidden'));
  await change(desk().staff, (stored) => withoutQuestion(stored, 'why'));
  await expect(takeQuestion(stranger, { ...ours, version: await windowOf(desk().cycleId) }, NOW)).rejects.toThrow(
    coded('actor.forbidden'),
  );
  expect(await library()).toEqual([WHY]);
});
