import '../../support/database';
import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import type { UserActor } from '@/domain/actor';
import { declareConflict } from '@/features/conflicts/commands';
import { getCycleHome } from '@/features/cycles/home/queries';
import { countInbox } from '@/features/applications/inbox/counting/queries';
import { findNextToReview } from '@/features/applications/inbox/queries';
import { freeEnded, keepProposal, setReaders } from '@/features/reviews/assigning/commands';
import { loadReading } from '@/features/reviews/assigning/queries';
import { newId } from '@/lib/id';
import { createActor, NOW } from '../../support/factories';
import { ALL, applied, committee, ids, read, reviewBy, viewer } from './committee';
import { again, ask, assignments, cycleRow, proposed } from './desk';

let chair: UserActor;
beforeEach(async () => {
  chair = await createActor(committee().program, 'chair');
});

const pair = (applicationId: string, { userId }: UserActor) => `${applicationId} ${userId}`;
const set = (of: 'application' | 'reviewer', id: string, before: string[], after: string[], by = chair) =>
  setReaders(by, { cycleId: committee().cycle.id, of, id, before, after }, NOW);

describe('by hand', () => {
  it('asks and takes back, from the application and from the reviewer', async () => {
    const [one, two] = [await applied(), await applied()];
    const { reviewer, other } = committee();
    await ask(chair, one, reviewer, other);
    await set('reviewer', other.userId, [one], [two]);
    expect(await assignments()).toEqual([pair(one, reviewer), pair(two, other)].sort());
    expect([(await read(other, two))?.reviews.asked, (await read(other, one))?.reviews.asked]).toEqual([true, false]);
    expect(await db.event.count({ where: { action: 'reviewers.assigned', actor: `user:${chair.userId}` } })).toBe(2);
  });

  it('tells who saves from an older page, and saves nothing', async () => {
    const id = await applied();
    const { reviewer, other } = committee();
    await ask(chair, id, reviewer);
    await expect(ask(chair, id, other)).rejects.toMatchObject({ code: 'assigning.changed' });
    expect(await assignments()).toEqual([pair(id, reviewer)]);
  });

  it('asks nobody who must not judge, who does not review any more, or of another program', async () => {
    const id = await applied({ personId: committee().other.personId });
    await expect(ask(chair, id, committee().other)).rejects.toMatchObject({ code: 'assigning.conflict' });
    const staff = await createActor(committee().program, 'staff');
    await expect(ask(chair, id, staff)).rejects.toMatchObject({ code: 'assigning.not_reviewer' });
    await db.grant.updateMany({ where: { userId: committee().reviewer.userId }, data: { until: NOW } });
    await expect(ask(chair, id, committee().reviewer)).rejects.toMatchObject({ code: 'assigning.not_reviewer' });
    expect(await assignments()).toEqual([]);
  });

  it('is for chair and staff, not for their own, and before the release', async () => {
    const id = await applied();
    const { reviewer, program, cycle } = committee();
    await expect(ask(reviewer, id, reviewer)).rejects.toMatchObject({ code: 'actor.forbidden' });
    const own = await applied({ personId: chair.personId });
    await expect(ask(chair, own, reviewer)).rejects.toMatchObject({ code: 'assigning.changed' });
    await ask(await createActor(program, 'staff'), own, reviewer);
    await db.cycle.update({ where: { id: cycle.id }, data: { releasedAt: NOW } });
    await expect(ask(chair, id, reviewer)).rejects.toMatchObject({ code: 'review.closed' });
    expect(await assignments()).toEqual([pair(own, reviewer)]);
  });
});

describe('evenly', () => {
  it('keeps what is there, counts reviews, and gives everybody about the same', async () => {
    const all = [await applied(), await applied(), await applied(), await applied()];
    const { reviewer, other, program } = committee();
    const third = await createActor(program, 'reviewer');
    const [first = '', second = ''] = all;
    await ask(chair, first, reviewer);
    await reviewBy(other, second);
    const { input, loads, asked } = await proposed(chair, [reviewer, other, third]);
    expect(asked).toHaveLength(6);
    expect(loads.filter(({ chosen }) => chosen).map(({ before, after }) => [before, after])).toEqual(
      expect.arrayContaining([
        [1, expect.any(Number)],
        [1, expect.any(Number)],
        [0, expect.any(Number)],
      ]),
    );
    expect(await keepProposal(chair, input, NOW)).toBe(6);
    const stand = await loadReading(await cycleRow(), chair, NOW);
    expect(stand.applications.map(({ done, waiting }) => new Set([...done, ...waiting]).size)).toEqual([2, 2, 2, 2]);
    expect(await assignments()).toContain(pair(first, reviewer));
    expect((await proposed(chair, [reviewer, other, third])).asked).toEqual([]);
  });

  it('is refused when something changed since it was shown, and needs somebody', async () => {
    const id = await applied();
    const { input } = await proposed(chair, [committee().reviewer, committee().other]);
    await ask(chair, id, committee().reviewer);
    await expect(keepProposal(chair, input, NOW)).rejects.toMatchObject({ code: 'assigning.changed' });
    await expect(keepProposal(chair, { ...input, who: [] }, NOW)).rejects.toMatchObject({ code: 'assigning.nobody' });
    await expect(keepProposal(committee().reviewer, input, NOW)).rejects.toMatchObject({ code: 'actor.forbidden' });
  });

  it('starts anew when told to, and never crosses a conflict', async () => {
    const id = await applied();
    const { reviewer, other, program } = committee();
    await ask(chair, id, reviewer, other);
    await declareConflict(reviewer, { applicationId: id, reason: 'We work together.' }, NOW);
    const third = await createActor(program, 'reviewer');
    const { input, asked } = await proposed(chair, [reviewer, third], true);
    expect(asked).toEqual([{ applicationId: id, reviewerId: third.userId }]);
    await keepProposal(chair, input, NOW);
    expect(await assignments()).toEqual([pair(id, third)]);
  });
});

describe('a conflict that comes later', () => {
  it('takes the assignment along, and leaves no trace in what the fenced member counts', async () => {
    const [id, rest] = [await applied(), await applied()];
    const { reviewer, other } = committee();
    await ask(chair, id, reviewer, other);
    await ask(chair, rest, reviewer);
    await declareConflict(reviewer, { applicationId: id, reason: 'We work together.' }, NOW);
    expect(await assignments()).toEqual([pair(id, other), pair(rest, reviewer)].sort());
    const fenced = await again(reviewer);
    expect(await ids(fenced, { mine: 'todo' })).toEqual([rest]);
    expect((await countInbox(committee().cycle.id, viewer(fenced), { ...ALL, mine: 'todo' })).total).toBe(1);
  });

  it('is refused by the database too, whoever writes', async () => {
    const id = await applied({ personId: committee().reviewer.personId });
    const { organizationId } = committee().program;
    const row = { cycleId: committee().cycle.id, applicationId: id, reviewerId: committee().reviewer.userId };
    await expect(
      db.reviewAssignment.create({
        data: {
          id: newId(NOW),
          organizationId,
          ...row,
          source: 'hand',
          assignedById: chair.userId,
          assignedAt: NOW,
        },
      }),
    ).rejects.toThrow();
  });

  it('with the chair hides the application from all that the chair assigns and counts', async () => {
    const id = await applied();
    const { reviewer, other } = committee();
    await ask(chair, id, reviewer);
    await declareConflict(chair, { applicationId: id, reason: 'My cousin.' }, NOW);
    const fenced = await again(chair);
    const { asked, loads } = await proposed(fenced, [reviewer, other]);
    expect([asked, loads.map(({ before, after }) => before + after)]).toEqual([[], [0, 0, 0]]);
  });
});

it('shows a reviewer what is assigned to them once anything is, and everything before', async () => {
  const [one, two] = [await applied(), await applied()];
  const { reviewer, other, cycle } = committee();
  const scope = await db.cycle.findUniqueOrThrow({ where: { id: cycle.id } });
  const todo = async (user: UserActor) => ({
    listed: await ids(user, { mine: 'todo' }),
    counted: (await countInbox(cycle.id, viewer(user), ALL)).count({ mine: 'todo' }),
    home: (await getCycleHome(user, scope, NOW)).standing.unreviewed,
    next: await findNextToReview(
      cycle.id,
      viewer(user),
      ALL,
      ''
        .padEnd(36, '0')
        .replace(/(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
        .slice(0, 36),
    ),
  });
  expect(await todo(reviewer)).toEqual({ listed: [one, two], counted: 2, home: 2, next: one });
  await ask(chair, two, reviewer);
  expect(await todo(reviewer)).toEqual({ listed: [two], counted: 1, home: 1, next: two });
  expect(await todo(other)).toEqual({ listed: [], counted: 0, home: 0, next: null });
  expect(await ids(other, { mine: 'all' })).toEqual([one, two]);
});

it('shows what somebody left whose term ended, and frees it with one press', async () => {
  const id = await applied();
  const { reviewer, cycle } = committee();
  await ask(chair, id, reviewer);
  await db.grant.updateMany({ where: { userId: reviewer.userId }, data: { until: NOW } });
  const reading = await loadReading(await cycleRow(), chair, NOW);
  expect(reading.applications).toMatchObject([{ waiting: [], ended: [reviewer.userId] }]);
  const free = () => freeEnded(chair, { cycleId: cycle.id, reviewerId: reviewer.userId }, NOW);
  await free();
  expect(await assignments()).toEqual([]);
  await expect(free()).rejects.toMatchObject({ code: 'assigning.changed' });
});
