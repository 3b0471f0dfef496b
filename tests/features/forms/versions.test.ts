import '../../support/database';
import { describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import type { GrantRole } from '@/domain/actor';
import { findQuestion, withoutQuestion, withoutSection } from '@/domain/forms/editing';
import { STANDARD_FORM } from '@/domain/forms/mentoring-2026';
import { may } from '@/domain/permissions';
import { changeForm, discardForm, publishForm, startVersion } from '@/features/forms/commands';
import { findVersionPair, getForm, getFormDesk, numberOf } from '@/features/forms/queries';
import { createActor, createProgram, createTestCycle, NOW } from '../../support/factories';
import { adding, change, desk, publish, renaming, revise, WHY, windowOf } from './desk';

const versions = () =>
  db.formVersion.findMany({
    where: { cycleId: desk().cycleId },
    select: { number: true, name: true, publishedAt: true, note: true },
    orderBy: { number: 'asc' },
  });
const history = () =>
  db.event.findMany({
    where: { cycleId: desk().cycleId, action: { startsWith: 'form.' } },
    select: { action: true, detail: true, actor: true },
    orderBy: { id: 'asc' },
  });
const start = () => startVersion(desk().staff, { cycleId: desk().cycleId }, NOW);
const nameOf = (number: number) => `${desk().cycle.code}-form-${number}`;
const inUse = async () => (await db.cycle.findUniqueOrThrow({ where: { id: desk().cycleId } })).formVersion;
const formInWork = async () => (await getFormDesk(await cycle())).inWork?.form;
const cycle = () => db.cycle.findUniqueOrThrow({ where: { id: desk().cycleId } });
const coded = (code: string) => expect.objectContaining({ code });

describe('starting a version', () => {
  it('begins with the form in use, which stays in use', async () => {
    await start();
    expect(await versions()).toEqual([{ number: 2, name: nameOf(2), publishedAt: null, note: '' }]);
    expect(await formInWork()).toEqual(STANDARD_FORM);
    expect(await inUse()).toBe('mentoring-2026');
    expect(await history()).toEqual([
      { action: 'form.started', detail: { number: 2 }, actor: `user:${desk().staff.userId}` },
    ]);
  });

  it('twice leaves the first as it is, also when two people press at once', async () => {
    const results = await Promise.allSettled([start(), start(), start()]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const result of results)
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'form.changed' });
    await change(desk().staff, adding(WHY));
    await expect(start()).rejects.toThrow(coded('form.changed'));
    expect(findQuestion((await formInWork()) ?? STANDARD_FORM, 'why')).toEqual(WHY);
    expect(await versions()).toHaveLength(1);
  });
});

describe('changing the version in work', () => {
  it('is refused in an older window, and where nothing is in work', async () => {
    const early = { cycleId: desk().cycleId, version: 1, change: adding(WHY) };
    await expect(changeForm(desk().staff, early, NOW)).rejects.toThrow(coded('form.not_in_work'));
    await start();
    const at = { cycleId: desk().cycleId, version: await windowOf(desk().cycleId), change: adding(WHY) };
    const results = await Promise.allSettled([1, 2].map(() => changeForm(desk().staff, at, NOW)));
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    await expect(changeForm(desk().staff, at, NOW)).rejects.toThrow(coded('form.changed'));
    await publish();
    await expect(changeForm(desk().staff, at, NOW)).rejects.toThrow(coded('form.not_in_work'));
  });

  it('keeps what makes an application, whatever the change', async () => {
    await start();
    for (const name of ['name', 'places'])
      await expect(change(desk().staff, (form) => withoutQuestion(form, name))).rejects.toThrow(
        coded('form.essential'),
      );
    await expect(change(desk().staff, (form) => withoutSection(form, 'identity'))).rejects.toThrow(
      coded('form.not_ready'),
    );
    expect(await formInWork()).toEqual(STANDARD_FORM);
  });
});

describe('publishing', () => {
  it('puts the version into use, with its reason in the history', async () => {
    await start();
    await change(desk().staff, adding(WHY));
    await publish('We forgot to ask why');
    expect(await inUse()).toBe(nameOf(2));
    expect(await versions()).toEqual([{ number: 2, name: nameOf(2), publishedAt: NOW, note: 'We forgot to ask why' }]);
    expect((await history()).find(({ action }) => action === 'form.published')).toEqual({
      action: 'form.published',
      detail: { number: 2, note: 'We forgot to ask why' },
      actor: `user:${desk().staff.userId}`,
    });
    expect((await getForm(nameOf(2))).sections.at(-1)?.questions.at(-1)).toEqual(WHY);
  });

  it('names what is not ready, and changes nothing', async () => {
    await start();
    await change(desk().staff, adding({ ...WHY, showIf: { question: 'no_such', values: ['x'] } }));
    await expect(publish()).rejects.toThrow(
      expect.objectContaining({
        code: 'form.not_ready',
        detail: '“Why now?” depends on a question that does not come before it.',
      }),
    );
    expect([await inUse(), (await history()).length]).toEqual(['mentoring-2026', 1]);
  });

  it('refuses what is as before, and an older window', async () => {
    await start();
    await expect(publish()).rejects.toThrow(coded('form.unchanged'));
    const at = { cycleId: desk().cycleId, version: await windowOf(desk().cycleId), note: '' };
    await change(desk().staff, adding(WHY));
    await expect(publishForm(desk().staff, at, NOW)).rejects.toThrow(coded('form.changed'));
  });

  it('is compared with the version before it', async () => {
    await revise(adding(WHY));
    await revise(renaming('why', 'Why this year?'));
    const pair = await findVersionPair(desk().cycleId, 3);
    expect([pair?.beforeNumber, findQuestion(pair?.before ?? STANDARD_FORM, 'why')?.label]).toEqual([2, 'Why now?']);
    expect(findQuestion(pair?.form ?? STANDARD_FORM, 'why')?.label).toBe('Why this year?');
    expect(await findVersionPair(desk().cycleId, 4)).toBeNull();
    expect([numberOf('mentoring-2026'), numberOf(nameOf(3))]).toEqual([1, 3]);
  });
});

it('discarding leaves the form in use, and room for another of the same number', async () => {
  await revise(adding(WHY));
  await start();
  await change(desk().staff, renaming('why', 'Thrown away'));
  const at = { cycleId: desk().cycleId, version: await windowOf(desk().cycleId) };
  await discardForm(desk().staff, at, NOW);
  await expect(discardForm(desk().staff, at, NOW)).rejects.toThrow(coded('form.not_in_work'));
  await start();
  expect(findQuestion((await formInWork()) ?? STANDARD_FORM, 'why')).toEqual(WHY);
  expect(await inUse()).toBe(nameOf(2));
  expect((await history()).map(({ action }) => action).toSorted()).toEqual([
    'form.discarded',
    'form.published',
    'form.started',
    'form.started',
    'form.started',
  ]);
});

describe('who may', () => {
  const RIGHTS: [GrantRole, { view: boolean; edit: boolean }][] = [
    ['administrator', { view: true, edit: true }],
    ['staff', { view: true, edit: true }],
    ['chair', { view: true, edit: false }],
    ['reviewer', { view: false, edit: false }],
  ];

  it.each(RIGHTS)('%s', async (role, rights) => {
    const actor = await createActor(desk().program, role);
    const { programId } = desk().program;
    expect({
      view: may(actor, 'form.view', { programId }, NOW),
      edit: may(actor, 'form.edit', { programId }, NOW),
    }).toEqual(rights);
    const begun = startVersion(actor, { cycleId: desk().cycleId }, NOW);
    if (rights.edit) return begun;
    await expect(begun).rejects.toThrow(coded('actor.forbidden'));
    await start();
    const at = { cycleId: desk().cycleId, version: await windowOf(desk().cycleId) };
    for (const work of [
      () => changeForm(actor, { ...at, change: adding(WHY) }, NOW),
      () => publishForm(actor, { ...at, note: '' }, NOW),
      () => discardForm(actor, at, NOW),
    ])
      await expect(work()).rejects.toThrow(coded('actor.forbidden'));
  });

  it('not the staff of another program', async () => {
    const other = await createProgram();
    await createTestCycle(other);
    const stranger = await createActor(other, 'staff');
    await start();
    const at = { cycleId: desk().cycleId, version: await windowOf(desk().cycleId) };
    for (const work of [
      () => startVersion(stranger, at, NOW),
      () => changeForm(stranger, { ...at, change: adding(WHY) }, NOW),
      () => publishForm(stranger, { ...at, note: '' }, NOW),
      () => discardForm(stranger, at, NOW),
    ])
      await expect(work()).rejects.toThrow(coded('actor.forbidden'));
  });
});
