import { expect, it } from 'vitest';
import { db } from '@/db/client';
import { listToSettle } from '@/features/closing/settling/queries';
import { newId } from '@/lib/id';
import { NOW } from '../../support/factories';
import { after, begin } from '../pairs/pair-ground';
import { chair, cycleOf, fenced, openTask, pair, program, staff, stand } from '../pairs/pair-staff';

const toDo = async (viewer = staff) =>
  (await listToSettle(await cycleOf(), viewer, after(310))).flatMap(({ key, done, how }) =>
    done ? [] : [[key, /\d+/.exec(how)?.[0] ?? how]],
  );

/** Letters of a release of which nobody knows whether they arrived. */
async function loseLetter(personId: string): Promise<void> {
  const { organizationId } = program;
  const id = newId(NOW);
  const { planId } = await stand();
  const release = { cycleId: pair.cycle.id, planId, state: 'done', letterCount: 1, holdMinutes: 10 };
  const { userId } = staff;
  await db.release.create({
    data: { id, organizationId, ...release, requestedById: userId, requestedAt: NOW },
  });
  const mail = { key: `outcome:${id}`, kind: 'outcome', state: 'uncertain', toAddress: 'x@example.test', subject: 'x' };
  const moments = { notBefore: NOW, createdAt: NOW };
  await db.outboxMessage.create({
    data: { id: newId(NOW), organizationId, ...mail, text: '', html: '', releaseId: id, personId, ...moments },
  });
}

it('names what is left to do, each with its number and a page', async () => {
  await begin(pair.matchId);
  await openTask();
  await loseLetter(pair.mentor.personId);
  const all = [
    ['pairs', '1'],
    ['tasks', '1'],
    ['answers', '2'],
    ['letters', '1'],
    ['identity', expect.any(String)],
  ];
  expect([await toDo(), await toDo(chair)]).toEqual([all, all]);
  for (const { href } of await listToSettle(await cycleOf(), staff, NOW)) expect(href).toMatch(/^\/staff\//);
});

it('says so when nothing is left', async () => {
  await begin(pair.matchId);
  await db.match.updateMany({ data: { state: 'completed', endedAt: after(300) } });
  const { organizationId } = program;
  for (const side of ['mentor', 'mentee'])
    await db.assessment.create({
      data: { id: newId(NOW), organizationId, matchId: pair.matchId, side, savedAt: NOW, sentAt: NOW },
    });
  await db.cycle.update({ where: { id: pair.cycle.id }, data: { keyId: null, publicKey: null } });
  expect(await toDo()).toEqual([]);
});

it('counts nobody who is closed to the reader', async () => {
  await begin(pair.matchId);
  await openTask();
  await loseLetter(pair.mentor.personId);
  expect(await toDo(fenced(staff, pair.mentor.personId))).toEqual([['identity', expect.any(String)]]);
});
