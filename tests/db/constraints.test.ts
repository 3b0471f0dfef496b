import { describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import { newId } from '@/lib/id';
import { ownerQuery } from '../support/database';
import { createActor, createApplied, createProgram, createTestCycle, NOW } from '../support/factories';
import { brokenBy } from './broken-by';

async function planned(places = 1) {
  const program = await createProgram();
  const cycle = await createTestCycle(program);
  const { userId: createdById } = await createActor(program, 'chair');
  const id = newId(NOW);
  const shared = { organizationId: program.organizationId, cycleId: cycle.id };
  await db.plan.create({
    data: {
      ...shared,
      id,
      number: 1,
      inputsHash: 'x',
      weights: {},
      totalFit: 0,
      matchedCount: 0,
      createdById,
      createdAt: NOW,
    },
  });
  const one = async (role: 'mentor' | 'mentee') =>
    (await createApplied(program, cycle, { role, state: 'accepted', places }))[0]?.applicationId ?? '';
  const match = (mentorApplicationId: string, menteeApplicationId: string, cycleId = cycle.id) =>
    db.match.create({
      data: {
        ...shared,
        cycleId,
        id: newId(NOW),
        planId: id,
        mentorApplicationId,
        menteeApplicationId,
        fit: 1,
        reasons: [],
        safeReasons: [],
        createdAt: NOW,
      },
    });
  return { program, cycle, planId: id, one, match };
}

describe('the database refuses', () => {
  it('dates out of order', async () => {
    const cycle = await createTestCycle(await createProgram());
    await brokenBy(
      db.cycle.update({ where: { id: cycle.id }, data: { closesAt: new Date('2020-01-01') } }),
      'cycle_dates_in_order',
    );
    await brokenBy(
      db.cycle.update({ where: { id: cycle.id }, data: { identityDeleteOn: new Date('2020-01-01') } }),
      'cycle_identity_deleted_after_announcing',
    );
  });

  it('a second application of a person in a role and cycle, but not after a withdrawal', async () => {
    const program = await createProgram();
    const cycle = await createTestCycle(program);
    const [first] = await createApplied(program, cycle);
    const again = () => createApplied(program, cycle, { personId: first?.personId ?? '' });
    await brokenBy(again(), 'application_once_per_person');
    await db.application.update({ where: { id: first?.applicationId ?? '' }, data: { state: 'withdrawn' } });
    await again();
    expect(await db.application.count({ where: { state: 'submitted' } })).toBe(1);
  });

  it('more mentees than a mentor has places, also when two are written at once', async () => {
    const { one, match } = await planned(2);
    const mentor = await one('mentor');
    const mentees = [await one('mentee'), await one('mentee'), await one('mentee')];
    const written = await Promise.allSettled(mentees.map((mentee) => match(mentor, mentee)));
    expect(written.map(({ status }) => status).sort()).toEqual(['fulfilled', 'fulfilled', 'rejected']);
    await brokenBy(match(mentor, await one('mentee')), 'match_capacity');
  });

  it('a place taken back that the approved plan uses', async () => {
    const { one, match, planId } = await planned(2);
    const mentor = await one('mentor');
    await match(mentor, await one('mentee'));
    await match(mentor, await one('mentee'));
    await db.plan.update({ where: { id: planId }, data: { state: 'approved', verified: true, approvedAt: NOW } });
    await brokenBy(db.application.update({ where: { id: mentor }, data: { places: 1 } }), 'match_capacity');
  });

  it('a match across cycles or between wrong roles', async () => {
    const { program, one, match } = await planned();
    const [mentor, mentee] = [await one('mentor'), await one('mentee')];
    const other = await createTestCycle(program);
    await expect(match(mentor, mentee, other.id)).rejects.toThrow();
    await brokenBy(match(mentee, mentor), 'match_roles');
  });

  it('a plan approved without verification, or a second approved plan', async () => {
    const { program, cycle, planId } = await planned();
    await brokenBy(
      db.plan.update({ where: { id: planId }, data: { state: 'approved', approvedAt: NOW } }),
      'plan_approved_is_verified',
    );
    await db.plan.update({ where: { id: planId }, data: { state: 'approved', verified: true, approvedAt: NOW } });
    const second = {
      id: newId(NOW),
      organizationId: program.organizationId,
      cycleId: cycle.id,
      number: 2,
      state: 'approved',
      verified: true,
      inputsHash: 'y',
      weights: {},
      totalFit: 0,
      matchedCount: 0,
      createdById: newId(NOW),
      createdAt: NOW,
      approvedAt: NOW,
    };
    await brokenBy(db.plan.create({ data: second }), 'plan_one_approved_per_cycle');
  });

  it('a second mail under a key', async () => {
    const { organizationId } = await createProgram();
    const message = () =>
      db.outboxMessage.create({
        data: {
          id: newId(NOW),
          organizationId,
          key: 'one',
          kind: 'receipt',
          toAddress: 'a@example.test',
          subject: '',
          text: '',
          html: '',
          notBefore: NOW,
          createdAt: NOW,
        },
      });
    await message();
    await expect(message()).rejects.toThrow(/Unique constraint/);
  });

  it('a change of the history', async () => {
    const program = await createProgram();
    await createApplied(program, await createTestCycle(program));
    await expect(ownerQuery('UPDATE events SET action = $1', ['other'])).rejects.toThrow(/only added/);
    await expect(ownerQuery('DELETE FROM events')).rejects.toThrow(/only added/);
  });
});
