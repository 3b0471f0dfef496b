import { describe, expect, it } from 'vitest';
import type { UserActor } from '@/domain/actor';
import { getCycleHome } from '@/features/cycles/home/queries';
import { listPairs } from '@/features/pairs/desk/queries';
import { countOwnPairs, findPairWork } from '@/features/pairs/waiting/queries';
import { setLiaison } from '@/features/pairs/liaisons/commands';
import { nudgePairs } from '@/features/pairs/nudging/commands';
import { newToken } from '@/lib/token';
import { NOW } from '../../support/factories';
import { addPair, after, begin, moveOn, signInBoth } from './pair-ground';
import { chair, cycleOf, fenced, liaison, move, openTask, pageFor, pair, personOf, program, staff } from './pair-staff';

const forbidden = { code: 'actor.forbidden' };

const listFor = async (viewer: UserActor, own = false, now = NOW) => listPairs(await cycleOf(), { viewer, now }, own);

describe('the pairs of a cycle', () => {
  it('are told as they stand: last contact, time, goals, open tasks', async () => {
    const { mentor } = await signInBoth(pair.matchId);
    await mentor.post(`${pair.path}/meetings`, { day: '2030-01-15', mode: 'chat', minutes: '45' });
    await mentor.post(`${pair.path}/goals/new`, { words: 'A goal.', due_on: '2030-06-01', progress: 'reached' });
    await openTask();
    expect(await listFor(staff)).toMatchObject([
      {
        health: 'healthy',
        minutes: 45,
        openTasks: 1,
        goalsSet: 1,
        goalsReached: 1,
        lastContactAt: new Date('2030-01-15'),
      },
    ]);
    expect(await listFor(staff, false, after(31))).toMatchObject([{ health: 'silent' }]);
  });

  it('stay silent to staff while a task about silence is open', async () => {
    await begin(pair.matchId);
    await nudgePairs({ kind: 'job', name: 'tend-pairs' }, newToken, after(14));
    expect(await listFor(staff, false, after(14))).toMatchObject([{ health: 'silent', openTasks: 1 }]);
  });

  it('are seen by staff and chair whole, by a liaison only their own, by others not at all', async () => {
    const second = await addPair(program, pair.cycle);
    const names = async (viewer: UserActor, own = false) => (await listFor(viewer, own)).map(({ id }) => id).toSorted();
    const both = [pair.matchId, second.matchId].toSorted();
    expect([await names(staff), await names(chair), await names(liaison)]).toEqual([both, both, []]);
    await setLiaison(staff, { matchId: pair.matchId, userId: liaison.userId }, NOW);
    expect([await names(liaison), await names(chair, true)]).toEqual([[pair.matchId], []]);
    expect(await countOwnPairs(pair.cycle.id, liaison)).toBe(1);
    const ended = { ...liaison, grants: liaison.grants.map((grant) => ({ ...grant, until: NOW })) };
    expect(await names(ended)).toEqual([]);
  });

  it('leave out whoever is closed: in list, page, work and count, for staff, chair and liaison', async () => {
    await setLiaison(staff, { matchId: pair.matchId, userId: liaison.userId }, NOW);
    await openTask();
    for (const applicationId of [pair.mentor.applicationId, pair.mentee.applicationId]) {
      const person = await personOf(applicationId);
      for (const actor of [staff, chair, liaison]) {
        const viewer = fenced(actor, person);
        expect(await listFor(viewer)).toEqual([]);
        expect(await pageFor(viewer)).toBeNull();
        expect(await findPairWork(await cycleOf(), { viewer, now: NOW })).toMatchObject({ pairs: 0, tasks: 0 });
        expect(await countOwnPairs(pair.cycle.id, viewer)).toBe(0);
      }
      await expect(move(fenced(staff, person), 'end_early')).rejects.toMatchObject(forbidden);
      await expect(
        setLiaison(fenced(staff, person), { matchId: pair.matchId, before: liaison.userId }, NOW),
      ).rejects.toMatchObject(forbidden);
    }
  });

  it('wait on the home of the cycle', async () => {
    await begin(pair.matchId);
    await openTask();
    const home = await getCycleHome(staff, await cycleOf(), after(31));
    expect(home.pairs).toEqual({ all: true, pairs: 1, tasks: 1, silent: 1 });
    expect(home.next).toEqual({ act: 'pairs', sentence: 'Look after one task about a pair.' });
    expect((await getCycleHome(liaison, await cycleOf(), after(31))).pairs).toMatchObject({ pairs: 0, tasks: 0 });
  });
});

describe('the page of a pair', () => {
  it('has answers with their words, and no words of goals', async () => {
    const { mentee } = await signInBoth(pair.matchId);
    await moveOn(8);
    await mentee.post(`${pair.path}/goals/new`, { words: 'marmalade', due_on: '2030-06-01', progress: 'begun' });
    await mentee.post(`${pair.path}/check-in/first_week`, { contact: 'need_help', words: 'I am lost.' });
    const found = await pageFor(staff, after(8));
    expect(found).toMatchObject({
      checkIns: [{ side: 'mentee', contact: 'need_help', words: 'I am lost.' }],
      open: [{ kind: 'help', about: 'first_week' }],
    });
    expect(JSON.stringify(found)).not.toContain('marmalade');
  });

  it('shows each reader their tasks and no others', async () => {
    await setLiaison(staff, { matchId: pair.matchId, userId: liaison.userId }, NOW);
    for (const reader of ['desk', 'staff', 'chair']) await openTask({ reader, kind: 'concern', words: reader });
    const words = async (viewer: UserActor) => (await pageFor(viewer))?.open.map((task) => task.words).toSorted();
    expect([await words(staff), await words(chair), await words(liaison)]).toEqual([
      ['desk', 'staff'],
      ['chair', 'desk'],
      ['desk'],
    ]);
    expect((await listFor(liaison))[0]?.openTasks).toBe(1);
  });
});
