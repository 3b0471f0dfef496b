import '../../support/database';
import { beforeEach, expect, it } from 'vitest';
import { db } from '@/db/client';
import type { UserActor } from '@/domain/actor';
import { assignFromFile } from '@/features/reviews/assigning/file/commands';
import { createActor, NOW } from '../../support/factories';
import { applied, committee } from './committee';
import { ask, assignments } from './desk';

let chair: UserActor;
let [id, reference] = ['', ''];
beforeEach(async () => {
  chair = await createActor(committee().program, 'chair');
  id = await applied();
  reference = (await db.application.findUniqueOrThrow({ where: { id } })).reference ?? '';
});

const file = (lines: readonly string[], trial = false, by = chair) =>
  assignFromFile(by, { cycleId: committee().cycle.id, text: ['reference,email', ...lines].join('\n'), trial }, NOW);

it('looks without saving, then assigns, and counts what is assigned already', async () => {
  const { reviewer, other } = committee();
  await ask(chair, id, reviewer);
  const lines = [`${reference},${reviewer.email}`, `${reference.toLowerCase()},${other.email.toUpperCase()}`];
  expect(await file(lines, true)).toEqual({ problems: [], added: 1, already: 1 });
  expect(await assignments()).toHaveLength(1);
  expect(await file(lines)).toEqual({ problems: [], added: 1, already: 1 });
  expect(await assignments()).toEqual([`${id} ${reviewer.userId}`, `${id} ${other.userId}`].sort());
});

it('takes all or nothing: unknown reviewer, unknown application, a conflict and a line twice are each named', async () => {
  const { reviewer, other } = committee();
  const [own] = await db.application.findMany({ where: { id: await applied({ personId: other.personId }) } });
  const result = await file([
    `${reference},${reviewer.email}`,
    `${reference},nobody@example.test`,
    `X99-E-0001,${reviewer.email}`,
    `${own?.reference},${other.email}`,
    `${reference},${reviewer.email}`,
  ]);
  expect(result.problems.map(({ line, reason }) => `${line} ${reason}`)).toEqual([
    '3 “nobody@example.test” is no reviewer of this program.',
    '4 “X99-E-0001” is no application of this cycle that can be reviewed.',
    `5 ${other.email} must not judge ${own?.reference}.`,
    '6 The same as line 2.',
  ]);
  expect(await assignments()).toEqual([]);
});

it('says of a file without its columns, or that is no table, what is wrong', async () => {
  const send = (text: string) => assignFromFile(chair, { cycleId: committee().cycle.id, text, trial: true }, NOW);
  await expect(send('who,what\na,b')).rejects.toMatchObject({ code: 'assigning.file' });
  await expect(send('reference,email\n"open')).rejects.toMatchObject({ code: 'assigning.file' });
});

it('does not know applications that are closed to who sends it', async () => {
  const [own] = await db.application.findMany({ where: { id: await applied({ personId: chair.personId }) } });
  const { problems } = await file([`${own?.reference},${committee().reviewer.email}`], true);
  expect(problems).toMatchObject([{ line: 2, reason: expect.stringContaining('is no application') }]);
});

it('is for chair and staff', async () => {
  await expect(file([], true, committee().reviewer)).rejects.toMatchObject({ code: 'actor.forbidden' });
});
