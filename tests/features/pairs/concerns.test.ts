import { beforeEach, expect, it } from 'vitest';
import { db } from '@/db/client';
import type { UserActor } from '@/domain/actor';
import { listConcernCycles, listConcerns } from '@/features/pairs/concerns/queries';
import { closeTask } from '@/features/pairs/desk/commands';
import { findPairFor } from '@/features/pairs/desk/queries';
import { freezeClock } from '../../support/database';
import { createActor, createProgram, NOW, type TestProgram } from '../../support/factories';
import { setClock, type Browser } from '../applications/browser';
import { createPair, QUILL_AND_LARK, signInBoth } from './pair-ground';
import { fenced } from './pair-staff';

let program: TestProgram;
let pair: Awaited<ReturnType<typeof createPair>>;
let mentee: Browser;
let officer: UserActor;
beforeEach(async () => {
  setClock(NOW);
  await freezeClock(NOW);
  program = await createProgram();
  pair = await createPair(program, QUILL_AND_LARK);
  ({ mentee } = await signInBoth(pair.matchId));
  officer = await createActor(program, 'concern_officer', 'Odile Officer');
});

const tell = (over: Record<string, string> = {}) =>
  mentee.post(`${pair.path}/concern`, { reader: 'officer', words: 'He wrote marmalade.', ...over });
const forbidden = { code: 'actor.forbidden' };
const listed = async (viewer: UserActor) => {
  const { open, closed } = await listConcerns(pair.cycle, viewer);
  return [open.map(({ words }) => words), closed.map(({ note }) => note)];
};
const taskId = async () => (await db.pairTask.findFirstOrThrow()).id;

it('an officer is offered by name, called by mail without a word of it, and led to the page of concerns', async () => {
  const page = (await mentee.get(`${pair.path}/concern`)).text;
  expect(page).toContain('Officer for concerns: Odile Officer');
  expect(page).not.toContain('Staff who run the program');
  await createActor(program, 'concern_officer', 'Otto Officer');
  expect((await mentee.get(`${pair.path}/concern`)).text).toContain(
    'Officers for concerns: Odile Officer, Otto Officer',
  );
  expect((await tell()).text).toContain('It is with those you chose');
  const mails = await db.outboxMessage.findMany({ where: { kind: 'concern' }, orderBy: { toName: 'asc' } });
  expect(mails.map(({ toName }) => toName)).toEqual(['Odile Officer', 'Otto Officer']);
  expect(mails[0]?.text).toContain(`/committee/${pair.cycle.code.toLowerCase()}/concerns`);
  expect(mails[0]?.text).not.toMatch(/marmalade|Lark|Quill|Addie|-P-/);
});

it('nobody else reads it, or closes it: not staff, chair, nor the liaison', async () => {
  await tell();
  const id = await taskId();
  const staff = await createActor(program, 'staff');
  const { programId } = program;
  const cycle = { id: pair.cycle.id, programId, startsAt: NOW };
  for (const role of ['administrator', 'staff', 'chair', 'deputy', 'reviewer', 'funding_reviewer'] as const) {
    const actor = await createActor(program, role);
    if (role === 'reviewer') await db.match.update({ where: { id: pair.matchId }, data: { liaisonId: actor.userId } });
    const seen = await findPairFor(cycle, pair.matchId, { viewer: actor, now: NOW });
    expect(seen?.open ?? [], role).toEqual([]);
    expect(await listConcernCycles(actor, NOW), role).toEqual([]);
    await expect(closeTask(actor, { taskId: id, note: 'Seen.' }, NOW), role).rejects.toMatchObject(forbidden);
  }
  const both = { ...staff, grants: [...staff.grants, ...officer.grants] };
  expect((await findPairFor(cycle, pair.matchId, { viewer: both, now: NOW }))?.open).toMatchObject([
    { kind: 'concern', reader: 'officer' },
  ]);
  expect(await db.pairTask.count({ where: { closedAt: null } })).toBe(1);
});

it('waits on the officer’s page with who told it, and is closed with a note', async () => {
  expect(await listConcernCycles(officer, NOW)).toMatchObject([{ code: pair.cycle.code, waiting: 0 }]);
  await tell();
  await db.pairTask.create({
    data: { ...(await db.pairTask.findFirstOrThrow()), id: crypto.randomUUID(), reader: 'staff', words: 'For staff.' },
  });
  expect(await listed(officer)).toEqual([['He wrote marmalade.'], []]);
  expect((await listConcerns(pair.cycle, officer)).open).toMatchObject([
    { raisedBy: 'mentee', match: { mentee: { person: { email: pair.mentee.person.email } } } },
  ]);
  expect(await listConcernCycles(officer, NOW)).toMatchObject([{ waiting: 1 }]);
  const [first] = (await listConcerns(pair.cycle, officer)).open;
  await closeTask(officer, { taskId: first?.id ?? '', note: 'Spoke with her.' }, NOW);
  expect(await listed(officer)).toEqual([[], ['Spoke with her.']]);
  await expect(closeTask(officer, { taskId: first?.id ?? '', note: 'Again.' }, NOW)).rejects.toMatchObject({
    code: 'pair.task_closed',
  });
});

it('is not read by an officer who is one of the two, must not judge one of them, or is none any more', async () => {
  await tell();
  const id = await taskId();
  for (const { applicationId } of [pair.mentor, pair.mentee]) {
    const { personId } = await db.application.findUniqueOrThrow({ where: { id: applicationId } });
    const viewer = fenced(officer, personId ?? '');
    expect(await listed(viewer)).toEqual([[], []]);
    expect(await listConcernCycles(viewer, NOW)).toMatchObject([{ waiting: 0 }]);
    await expect(closeTask(viewer, { taskId: id, note: 'Seen.' }, NOW)).rejects.toMatchObject(forbidden);
  }
  const ended = { ...officer, grants: officer.grants.map((grant) => ({ ...grant, until: NOW })) };
  expect(await listConcernCycles(ended, NOW)).toEqual([]);
  await expect(closeTask(ended, { taskId: id, note: 'Seen.' }, NOW)).rejects.toMatchObject(forbidden);
  const { personId } = await db.application.findUniqueOrThrow({ where: { id: pair.mentor.applicationId } });
  await db.user.update({ where: { id: officer.userId }, data: { personId: personId ?? '' } });
  expect((await mentee.get(`${pair.path}/concern`)).text).not.toContain('Odile Officer');
});
