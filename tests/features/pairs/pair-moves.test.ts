import { describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import { closeTask } from '@/features/pairs/desk/commands';
import { listPairHistory } from '@/features/pairs/desk/queries';
import { setLiaison, spreadLiaisons } from '@/features/pairs/liaisons/commands';
import { listCarers, listCarersFor } from '@/features/pairs/liaisons/queries';
import { newId } from '@/lib/id';
import { createActor, createProgram, NOW } from '../../support/factories';
import { addPair, begin } from './pair-ground';
import { chair, fenced, liaison, move, openTask, pageFor, pair, personOf, program, staff, stand } from './pair-staff';

const forbidden = { code: 'actor.forbidden' };

describe('moves', () => {
  it('hold, resume and end a pair with a reason for the history, and neutral words to both', async () => {
    await begin(pair.matchId);
    await move(staff, 'hold', { tell: 'yes' });
    await db.match.update({ where: { id: pair.matchId }, data: { contactStoppedAt: NOW } });
    await move(staff, 'resume');
    expect(await stand()).toMatchObject({ state: 'active', contactStoppedAt: null });
    await move(staff, 'end_early', { tell: 'yes' });
    expect(await stand()).toMatchObject({ state: 'ended_early', endedReason: 'They asked.', endedAt: NOW });
    const mails = await db.outboxMessage.findMany({ where: { kind: 'pair_news' } });
    expect(mails).toHaveLength(4);
    for (const { text } of mails) expect(text).not.toContain('They asked.');
    expect(
      (await listPairHistory(pair.matchId)).map(({ action, who, reason }) => [action, who !== '', reason]),
    ).toEqual([
      ['match.ended_early', true, 'They asked.'],
      ['match.resumed', true, 'They asked.'],
      ['match.held', true, 'They asked.'],
      ['match.started', false, ''],
    ]);
    expect(await db.pairRule.findFirst()).toMatchObject({ kind: 'veto' });
  });

  it('are refused to others, from a wrong state, and to who was slower', async () => {
    await begin(pair.matchId);
    for (const actor of [chair, liaison]) await expect(move(actor, 'hold')).rejects.toMatchObject(forbidden);
    await expect(move(staff, 'resume')).rejects.toMatchObject({ code: 'match.wrong_status' });
    await expect(move(staff, 'hold', { version: 99 })).rejects.toMatchObject({ code: 'pair.moved_on' });
    const elsewhere = await createActor(await createProgram(), 'staff');
    await expect(move(elsewhere, 'hold')).rejects.toMatchObject(forbidden);
    expect((await stand()).state).toBe('active');
  });

  it('do not write to who has left', async () => {
    await begin(pair.matchId);
    await db.application.update({ where: { id: pair.mentor.applicationId }, data: { state: 'withdrawn' } });
    await move(staff, 'hold', { tell: 'yes' });
    const mails = await db.outboxMessage.findMany({ where: { kind: 'pair_news' } });
    expect(mails.map(({ toAddress }) => toAddress)).toEqual([pair.mentee.person.email]);
  });
});

describe('tasks', () => {
  it('are closed once, with a note, by who reads them', async () => {
    const taskId = await openTask();
    await expect(closeTask(liaison, { taskId, note: 'Mine?' }, NOW)).rejects.toMatchObject(forbidden);
    await setLiaison(chair, { matchId: pair.matchId, userId: liaison.userId }, NOW);
    await closeTask(liaison, { taskId, note: 'We spoke.' }, NOW);
    await expect(closeTask(staff, { taskId, note: 'Too late.' }, NOW)).rejects.toMatchObject({
      code: 'pair.task_closed',
    });
    expect(await pageFor(staff)).toMatchObject({
      open: [],
      closed: [{ note: 'We spoke.', closedBy: { name: 'Lia Owl' } }],
    });
  });

  it('of one reader are not closed by another, and no task is by who is fenced', async () => {
    const [forStaff, forChair] = [
      await openTask({ reader: 'staff' }),
      await openTask({ reader: 'chair', kind: 'end' }),
    ];
    const note = 'A note.';
    await expect(closeTask(chair, { taskId: forStaff, note }, NOW)).rejects.toMatchObject(forbidden);
    await expect(closeTask(staff, { taskId: forChair, note }, NOW)).rejects.toMatchObject(forbidden);
    const closed = fenced(staff, await personOf(pair.mentor.applicationId));
    await expect(closeTask(closed, { taskId: forStaff, note }, NOW)).rejects.toMatchObject(forbidden);
    await closeTask(chair, { taskId: forChair, note }, NOW);
  });
});

describe('liaisons', () => {
  it('are members who may look after the pair; a lost race is told', async () => {
    const person = await personOf(pair.mentee.applicationId);
    const settled = { state: 'in_force', source: 'found', reason: 'x', settledAt: NOW, settledById: staff.userId };
    const { organizationId } = program;
    await db.conflict.create({
      data: { id: newId(NOW), organizationId, userId: liaison.userId, personId: person, ...settled },
    });
    const give = (userId: string, before?: string) =>
      setLiaison(staff, { matchId: pair.matchId, userId, ...(before ? { before } : {}) }, NOW);
    await expect(give(liaison.userId)).rejects.toMatchObject({ code: 'pair.no_liaison' });
    await expect(give(staff.userId)).rejects.toMatchObject({ code: 'pair.no_liaison' });
    expect((await listCarersFor({ ...(await pageFor(staff))! }, program, NOW)).map(({ id }) => id)).not.toContain(
      liaison.userId,
    );
    await give(chair.userId);
    await expect(give(chair.userId)).rejects.toMatchObject({ code: 'pair.moved_on' });
    await expect(setLiaison(liaison, { matchId: pair.matchId }, NOW)).rejects.toMatchObject(forbidden);
  });

  it('get pairs evenly, and only those that have none and are open to who spreads them', async () => {
    for (let times = 0; times < 3; times += 1) await addPair(program, pair.cycle);
    const viewer = fenced(staff, await personOf(pair.mentor.applicationId));
    expect(await spreadLiaisons(viewer, { cycleId: pair.cycle.id }, NOW)).toBe(3);
    expect((await stand()).liaisonId).toBeNull();
    expect(await spreadLiaisons(staff, { cycleId: pair.cycle.id }, NOW)).toBe(1);
    const rows = await db.match.groupBy({ by: ['liaisonId'], _count: true });
    expect(Math.max(...rows.map(({ _count }) => _count))).toBeLessThanOrEqual(2);
    await expect(spreadLiaisons(staff, { cycleId: pair.cycle.id }, NOW)).rejects.toMatchObject({
      code: 'pair.nobody_to_spread',
    });
    await expect(spreadLiaisons(liaison, { cycleId: pair.cycle.id }, NOW)).rejects.toMatchObject(forbidden);
  });

  it('hand their pairs over to the others, and leave them when their term ends', async () => {
    const second = await addPair(program, pair.cycle);
    for (const { matchId } of [pair, second]) await setLiaison(staff, { matchId, userId: liaison.userId }, NOW);
    const cycleId = pair.cycle.id;
    const cared = async () =>
      (await db.match.findMany({ select: { liaisonId: true } })).map(({ liaisonId }) => liaisonId);
    expect(await spreadLiaisons(staff, { cycleId, from: liaison.userId }, NOW)).toBe(2);
    expect(await cared()).toEqual([expect.any(String), expect.any(String)]);
    expect(await cared()).not.toContain(liaison.userId);
    const { liaisonId: before } = await stand();
    await setLiaison(staff, { matchId: pair.matchId, before: before ?? '', userId: liaison.userId }, NOW);
    await expect(spreadLiaisons(staff, { cycleId }, NOW)).rejects.toMatchObject({ code: 'pair.nobody_to_spread' });
    await db.grant.updateMany({ where: { userId: liaison.userId }, data: { until: NOW } });
    expect(await spreadLiaisons(staff, { cycleId }, NOW)).toBe(1);
    expect(await cared()).not.toContain(liaison.userId);
    const events = await db.event.count({ where: { subjectId: pair.matchId, action: 'pair.liaison_set' } });
    expect(events).toBe(4);
  });

  it('are listed with the end of their term', async () => {
    const carers = async () =>
      (await listCarers({ cycleId: pair.cycle.id, programId: program.programId }, NOW)).map(({ id, until }) => [
        id,
        until,
      ]);
    expect(await carers()).toContainEqual([liaison.userId, null]);
    const until = new Date(NOW.getTime() + 86_400_000);
    await db.grant.updateMany({ where: { userId: liaison.userId }, data: { until } });
    expect(await carers()).toContainEqual([liaison.userId, until]);
  });
});
