import '../../support/database';
import { beforeEach, expect, it } from 'vitest';
import { db } from '@/db/client';
import type { UserActor } from '@/domain/actor';
import { setLater, stageDecision } from '@/features/reviews/commands';
import type { DecisionInput } from '@/features/reviews/schema';
import { createActor, NOW } from '../../support/factories';
import { applied, committee } from './committee';

let id: string;
let chair: UserActor;

beforeEach(async () => {
  chair = await createActor(committee().program, 'chair');
  id = await applied();
});

const versionOf = async () => (await db.application.findUniqueOrThrow({ where: { id } })).version;
const decision = async (over: Partial<DecisionInput> = {}): Promise<DecisionInput> => ({
  applicationId: id,
  version: await versionOf(),
  decision: 'accept',
  note: '',
  unmetRule: '',
  ...over,
});
const standing = () =>
  db.application.findUniqueOrThrow({
    where: { id },
    select: { state: true, decisionNote: true, unmetRule: true, laterBy: true },
  });
const release = () => db.cycle.update({ where: { id: committee().cycle.id }, data: { releasedAt: NOW } });

it('refuses one’s own application, whatever is done to it', async () => {
  id = await applied({ personId: chair.personId });
  await expect(stageDecision(chair, await decision(), NOW)).rejects.toMatchObject({ code: 'review.own_application' });
});

it('closes reviews and decisions with the release', async () => {
  await release();
  await expect(stageDecision(chair, await decision(), NOW)).rejects.toMatchObject({ code: 'decision.released' });
  await expect(setLater(chair, { applicationId: id, version: 1, day: '2030-03-01' }, NOW)).rejects.toMatchObject({
    code: 'decision.released',
  });
});

it.each([
  ['accept', 'accepted'],
  ['hold', 'hold'],
  ['decline', 'declined'],
] as const)('stages %s and mails nothing', async (move, state) => {
  await stageDecision(
    chair,
    await decision({ decision: move, note: 'Talked about it.', unmetRule: 'Mentors are members.' }),
    NOW,
  );
  expect(await standing()).toMatchObject({
    state,
    decisionNote: 'Talked about it.',
    unmetRule: move === 'decline' ? 'Mentors are members.' : '',
  });
  expect(await db.outboxMessage.count()).toBe(0);
  const events = await db.event.findMany({
    where: { action: `application.${move}` },
    select: { actor: true, reason: true, detail: true },
  });
  expect(events).toEqual([
    {
      actor: `user:${chair.userId}`,
      reason: 'Talked about it.',
      detail: { from: 'submitted', to: state, ...(move === 'decline' ? { unmetRule: 'Mentors are members.' } : {}) },
    },
  ]);
});

it('asks a decline for the rule that is not met', async () => {
  await expect(stageDecision(chair, await decision({ decision: 'decline' }), NOW)).rejects.toMatchObject({
    code: 'decision.unmet_rule',
  });
});

it('takes a decision back, with its words', async () => {
  await stageDecision(
    chair,
    await decision({ decision: 'decline', note: 'No.', unmetRule: 'Mentors are members.' }),
    NOW,
  );
  await stageDecision(chair, await decision({ decision: 'reconsider' }), NOW);
  expect(await standing()).toEqual({ state: 'submitted', decisionNote: '', unmetRule: '', laterBy: null });
});

it('tells the second of two who decide at once', async () => {
  const other = await createActor(committee().program, 'chair');
  const [accept, decline] = [await decision(), await decision({ decision: 'hold' })];
  const both = await Promise.allSettled([stageDecision(chair, accept, NOW), stageDecision(other, decline, NOW)]);
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'decision.wrong_status' } });
  expect(await versionOf()).toBe(2);
});

it.each(['reviewer', 'staff', 'administrator'] as const)('leaves decisions to the chair, not to %s', async (role) => {
  await expect(
    stageDecision(await createActor(committee().program, role), await decision(), NOW),
  ).rejects.toMatchObject({
    code: 'actor.forbidden',
  });
});

it('sets a later day to its last minute in the cycle’s zone, and takes it back', async () => {
  await setLater(chair, { applicationId: id, version: await versionOf(), day: '2030-03-01' }, NOW);
  expect((await standing()).laterBy).toEqual(new Date('2030-03-02T05:59:00Z'));
  await setLater(chair, { applicationId: id, version: await versionOf(), day: '' }, NOW);
  expect((await standing()).laterBy).toBeNull();
});

it('asks for a later day that is later', async () => {
  await expect(setLater(chair, { applicationId: id, version: 1, day: '2030-01-15' }, NOW)).rejects.toMatchObject({
    code: 'decision.later_date',
  });
});
