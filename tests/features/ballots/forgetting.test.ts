import { expect, it } from 'vitest';
import { db } from '@/db/client';
import { approveBallot } from '@/features/ballots/approval/commands';
import { closeBallot } from '@/features/ballots/commands';
import { NOW } from '../../support/factories';
import { ownerQuery } from '../../support/database';
import { ballotOf, inSession, resolve, shown } from './setting';

it('what the committee wrote about a pair is forgotten with one of the two, and what it decided stays', async () => {
  const setting = await inSession();
  const { chair, cycleId, third } = setting;
  await resolve(setting, third.id, 'not_carried', 'Their employers are at odds.');
  await closeBallot(chair, await shown(cycleId), NOW);
  await approveBallot(chair, await shown(cycleId), NOW);
  await ownerQuery('SELECT app.forget_person($1, null)', [third.mentee.personId]);

  const { items } = await ballotOf(cycleId);
  const item = items.find(({ id }) => id === third.id);
  expect(item).toMatchObject({ result: 'not_carried', note: '', reasons: [], tally: { approve: 1, object: 1 } });
  expect(item?.votes.map(({ vote, reason }) => [vote, reason])).toEqual([
    ['approve', ''],
    ['object', ''],
  ]);
  expect(items.find(({ id }) => id !== third.id)?.reasons).not.toEqual([]);
  const events = await db.event.findMany({ where: { subjectId: third.id }, select: { reason: true, detail: true } });
  expect(events.every(({ reason, detail }) => reason === '' && JSON.stringify(detail) === '{}')).toBe(true);
  for (const said of ['They worked together', 'at odds'])
    expect(
      JSON.stringify([await db.vote.findMany(), await db.ballotItem.findMany(), await db.event.findMany()]),
    ).not.toContain(said);
});
