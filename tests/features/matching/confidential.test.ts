import { expect, it } from 'vitest';
import { db } from '@/db/client';
import type { IdentityAnswers } from '@/domain/matching/identity';
import { NO_ANSWERS, sealAnswers } from '@/vault/seal';
import { ownerQuery } from '../../support/database';
import { createMatching, pairsIn, run } from './setting';

const MARK = 'canary-value-of-nobody';

const wishing = (own: string): IdentityAnswers => ({
  gender: { own: [own], wish: { kind: 'same' } },
  ethnicity: { own: [], wish: null },
});

it('matches the same mentees whatever the vault holds, and logs each opening', async () => {
  const { chair, cycle, cycleId, mentors, mentees, program } = await createMatching({
    mentees: 10,
    places: [1, 2, 1, 2],
  });
  const seal = (applicationId: string, answers: IdentityAnswers) =>
    sealAnswers(
      db,
      {
        applicationId,
        organizationId: program.organizationId,
        cycleId,
        publicKey: cycle.publicKey,
        keyId: cycle.keyId,
      },
      answers,
    );
  for (const { applicationId } of [...mentors, ...mentees]) await seal(applicationId, NO_ANSWERS);
  await run(chair, cycleId);
  for (const [index, { applicationId }] of [...mentors, ...mentees].entries())
    await seal(applicationId, wishing(`${MARK}-${index % 3}`));
  await run(chair, cycleId);
  const [blank, wished] = [await pairsIn(cycleId, 1), await pairsIn(cycleId, 2)];
  expect([...wished.keys()].sort()).toEqual([...blank.keys()].sort());
  const log = await ownerQuery<{ purpose: string; record_count: number }>(
    'SELECT purpose, record_count FROM vault.access_log ORDER BY id',
  );
  expect(log).toEqual([
    { purpose: 'matching', record_count: 14 },
    { purpose: 'matching', record_count: 14 },
  ]);
});

it('leaves no trace of a confidential answer in what it writes', async () => {
  const { chair, cycleId } = await createMatching({ mentees: 5, identity: wishing(MARK) });
  await run(chair, cycleId);
  const rows = [
    await db.matchRun.findMany({ where: { cycleId } }),
    await db.plan.findMany({ where: { cycleId } }),
    await db.match.findMany({ where: { cycleId } }),
    await db.event.findMany({ where: { cycleId } }),
  ];
  expect(JSON.stringify(rows)).not.toContain(MARK);
});

it('opens nothing for a cycle without identity questions', async () => {
  const { chair, cycleId } = await createMatching({ mentees: 5 });
  await db.cycle.update({ where: { id: cycleId }, data: { hasIdentity: false } });
  expect((await run(chair, cycleId)).state).toBe('done');
  expect(await ownerQuery('SELECT FROM vault.access_log')).toEqual([]);
});
