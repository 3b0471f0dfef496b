import { describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import { confirmRelease, requestRelease, stopRelease } from '@/features/announcements/releases/commands';
import { findRelease } from '@/features/announcements/releases/queries';
import { writeConfirmedReleases } from '@/features/announcements/writing/commands';
import { stageDecision } from '@/features/reviews/commands';
import { ownerQuery } from '../../support/database';
import { NOW } from '../../support/factories';
import { JOB, letGo, minutes, readyCycle, states } from './ready-cycle';

async function confirmed(beginsAt = '') {
  const ready = await readyCycle();
  const { cycle, staff, other } = ready;
  const releaseId = await requestRelease(staff, { cycleId: cycle.id, letterCount: 5, holdMinutes: 10, beginsAt }, NOW);
  await confirmRelease(other, { releaseId, version: 1 }, NOW);
  return { ...ready, releaseId };
}
const write = (now = minutes(1)) => writeConfirmedReleases(JOB, now);
const row = (id: string) =>
  db.release.findUniqueOrThrow({
    where: { id },
    select: { state: true, stopReason: true, holdUntil: true, version: true },
  });
const written = async () => ({
  letters: await db.letter.count(),
  outcomes: await db.outcome.count(),
  mails: await db.outboxMessage.count({ where: { kind: 'outcome' } }),
  tokens: await db.token.count({ where: { purpose: 'confirm_match' } }),
});
const NOTHING = { letters: 0, outcomes: 0, mails: 0, tokens: 0 };

describe('a release that the second person confirmed', () => {
  it('is answered at once, and its letters are written by the worker', async () => {
    const { releaseId } = await confirmed();
    expect(await row(releaseId)).toEqual({ state: 'writing', stopReason: null, holdUntil: null, version: 2 });
    expect(await written()).toEqual(NOTHING);
    const [job] = await ownerQuery<{ count: number }>(
      "SELECT count(*)::int AS count FROM graphile_worker.jobs WHERE task_identifier = 'release-held'",
    );
    expect(job?.count).toBe(1);
    await write();
    // The hold is whole: it begins when the letters are there.
    expect(await row(releaseId)).toEqual({ state: 'held', stopReason: null, holdUntil: minutes(11), version: 2 });
    expect(await written()).toEqual({ letters: 5, outcomes: 5, mails: 5, tokens: 4 });
  });

  it('is written once, whoever runs at the same moment or afterwards', async () => {
    const { releaseId } = await confirmed();
    await Promise.all([write(), write(), write()]);
    const once = await written();
    await write(minutes(2));
    expect(await written()).toEqual(once);
    expect(await row(releaseId)).toMatchObject({ state: 'held', holdUntil: minutes(11) });
  });

  it('is begun again by whoever comes after a writer that ended in the middle', async () => {
    const { releaseId } = await confirmed();
    await ownerQuery(`CREATE FUNCTION break_off() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION 'the writer ends'; END $$`);
    await ownerQuery(
      "CREATE TRIGGER break_off BEFORE UPDATE ON releases FOR EACH ROW WHEN (NEW.state = 'held') EXECUTE FUNCTION break_off()",
    );
    try {
      await expect(write()).rejects.toThrow('the writer ends');
    } finally {
      await ownerQuery('DROP FUNCTION break_off() CASCADE');
    }
    expect(await written()).toEqual(NOTHING);
    expect((await row(releaseId)).state).toBe('writing');
    await write(minutes(3));
    expect(await written()).toEqual({ letters: 5, outcomes: 5, mails: 5, tokens: 4 });
  });

  it('tells what stood at the second person’s yes: the days to answer run from there', async () => {
    const { releaseId } = await confirmed();
    await write(new Date(NOW.getTime() + 3 * 86_400_000));
    const { expiresAt } = await db.token.findFirstOrThrow({ where: { purpose: 'confirm_match' } });
    await letGo(new Date(NOW.getTime() + 4 * 86_400_000));
    const matches = await db.match.findMany({ select: { answerBy: true } });
    expect(matches.map(({ answerBy }) => answerBy)).toEqual([expiresAt, expiresAt]);
    expect((await row(releaseId)).state).toBe('sending');
  });

  it('is stopped by a press while it is written, or with a page from before', async () => {
    const { releaseId, staff } = await confirmed();
    await stopRelease(staff, { releaseId, version: 2 }, minutes(1));
    await write();
    expect(await row(releaseId)).toMatchObject({ state: 'stopped', stopReason: 'person' });
    expect(await written()).toEqual(NOTHING);

    const other = await confirmed();
    await write();
    await stopRelease(other.staff, { releaseId: other.releaseId, version: 2 }, minutes(2));
    expect(await row(other.releaseId)).toMatchObject({ state: 'stopped', stopReason: 'person' });
    expect(await states()).toEqual([['stopped', 5]]);
  });

  it('stops by itself when its letters are no longer those that were confirmed', async () => {
    const { releaseId, cycle, ada } = await confirmed();
    await db.application.update({ where: { id: ada.applicationId }, data: { state: 'withdrawn' } });
    await write();
    expect(await findRelease(cycle.id)).toMatchObject({
      id: releaseId,
      state: 'stopped',
      stopReason: 'changed',
      stoppedBy: '',
      stoppedAt: minutes(1),
    });
    expect(await written()).toEqual(NOTHING);
  });

  it('stops by itself when a point of the pre-flight is open', async () => {
    const { releaseId, program } = await confirmed();
    await db.suppression.create({
      data: {
        id: '0198a000-0000-7000-8000-000000000001',
        organizationId: program.organizationId,
        address: (await db.person.findFirstOrThrow({ where: { name: 'Ada' } })).email,
        reply: '550 5.1.1 no such mailbox',
        messageId: '0198a000-0000-7000-8000-000000000002',
        since: NOW,
      },
    });
    await write();
    expect(await row(releaseId)).toMatchObject({ state: 'stopped', stopReason: 'not_ready' });
  });

  it('keeps decisions from then on', async () => {
    const { ben, chair } = await confirmed();
    await expect(
      stageDecision(
        chair,
        { applicationId: ben.applicationId, version: 1, decision: 'hold', note: 'Later', unmetRule: '' },
        minutes(1),
      ),
    ).rejects.toMatchObject({ code: 'decision.released' });
  });
});
