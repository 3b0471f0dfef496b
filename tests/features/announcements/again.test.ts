import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import { findLetterPreview, findToldLetter } from '@/features/announcements/reading/queries';
import { getPreflight } from '@/features/announcements/releases/queries';
import { requestRelease } from '@/features/announcements/releases/commands';
import { approveRepair } from '@/features/matching/repairing/commands';
import { enterPairing } from '@/features/matching/shadow/commands';
import { answerFor } from '@/features/pairs/answers/commands';
import { createActor } from '../../support/factories';
import { confirmAndWrite, held, letGo, minutes, readyCycle } from './ready-cycle';

type Ready = Awaited<ReturnType<typeof readyCycle>>;
let ready: Ready;
/** Letters are out; Ada has said yes, and Ben no. */
beforeEach(async () => {
  ready = await readyCycle();
  await held(ready);
  await letGo(minutes(10));
  await db.release.updateMany({ data: { state: 'done' } });
  const { ada, ben } = ready;
  await answer(ada.applicationId, 'yes');
  await answer(ben.applicationId, 'no');
});

const matchOf = (menteeApplicationId: string) => db.match.findFirstOrThrow({ where: { menteeApplicationId } });
async function answer(menteeId: string, said: 'yes' | 'no') {
  const { id: matchId, version } = await matchOf(menteeId);
  await answerFor(
    ready.staff,
    { matchId, version, side: 'mentee', answer: said, reason: 'On the phone.' },
    minutes(20),
  );
}
const referenceOf = async (id: string) => (await db.application.findUniqueOrThrow({ where: { id } })).reference ?? '';

/** A plan of the chair's own with these mentees for the one mentor. */
async function planWith(...mentees: { applicationId: string }[]) {
  const { chair, cycle, mentor } = ready;
  const mentorRef = await referenceOf(mentor.applicationId);
  const lines = await Promise.all(
    mentees.map(async ({ applicationId }) => `${await referenceOf(applicationId)},${mentorRef}`),
  );
  const text = ['mentee,mentor', ...lines].join('\n');
  const number = await enterPairing(chair, { cycleId: cycle.id, text }, minutes(30));
  const { id, version } = await db.plan.findUniqueOrThrow({ where: { cycleId_number: { cycleId: cycle.id, number } } });
  return { planId: id, version };
}
const news = async () => {
  const { letters } = (await getPreflight(ready.cycle.id, minutes(40))).draft.release;
  return letters.map(({ name, parts }) => [name, parts.map(({ kind }) => kind)]);
};

describe('after the letters', () => {
  it('a match that fell through is told to the other side alone', async () => {
    expect(await news()).toEqual([['Mara', ['match_ended']]]);
  });

  it('a repair keeps the match that holds, and only those whose match changed are written to, once', async () => {
    const { ada, ben, cem, chair, cycle, staff, other } = ready;
    const before = await matchOf(ada.applicationId);
    await approveRepair(chair, await planWith(ada, cem), minutes(31));
    const after = await matchOf(ada.applicationId);
    expect(after).toMatchObject({
      id: before.id,
      reference: before.reference,
      state: before.state,
      menteeAnswer: 'yes',
    });
    expect((await db.plan.findUniqueOrThrow({ where: { id: after.planId } })).state).toBe('approved');
    expect(await matchOf(ben.applicationId)).toMatchObject({ state: 'declined', planId: before.planId });
    expect(await matchOf(cem.applicationId)).toMatchObject({
      state: 'approved',
      reference: expect.stringContaining('-P-'),
    });
    expect(await news()).toEqual([
      ['Cem', ['matched_mentee']],
      ['Mara', ['match_ended', 'matched_mentor']],
    ]);
    const releaseId = await requestRelease(
      staff,
      { cycleId: cycle.id, letterCount: 2, holdMinutes: 10, beginsAt: '' },
      minutes(41),
    );
    await confirmAndWrite(other, releaseId, minutes(42));
    expect(await db.outboxMessage.count({ where: { releaseId } })).toBe(2);
    await letGo(minutes(60));
    expect((await matchOf(cem.applicationId)).state).toBe('announced');
    expect((await matchOf(ada.applicationId)).state).toBe(before.state);
    await db.release.updateMany({ data: { state: 'done' } });
    expect(await news()).toEqual([]);
    await expect(
      requestRelease(staff, { cycleId: cycle.id, letterCount: 0, holdMinutes: 10, beginsAt: '' }, minutes(70)),
    ).rejects.toMatchObject({ code: 'release.no_news' });
  });

  it('a repair that would take a told match away is not put in force', async () => {
    const { cem, chair } = ready;
    await expect(approveRepair(chair, await planWith(cem), minutes(31))).rejects.toMatchObject({
      code: 'plan.told_stays',
    });
  });

  it('two who were asked and are no match are ruled out until the committee says otherwise', async () => {
    const { ada, ben, chair } = ready;
    await expect(approveRepair(chair, await planWith(ada, ben), minutes(31))).rejects.toMatchObject({
      code: 'matching.unverified',
    });
    await db.pairRule.deleteMany();
    const again = await planWith(ada, ben);
    await approveRepair(chair, again, minutes(32));
  });

  it('whoever left makes their partner free, and the match stays with the plan it was told in', async () => {
    const { ada, cem, chair } = ready;
    const before = await matchOf(ada.applicationId);
    await db.application.update({ where: { id: ada.applicationId }, data: { state: 'withdrawn' } });
    await approveRepair(chair, await planWith(cem), minutes(31));
    expect(await matchOf(ada.applicationId)).toMatchObject({ id: before.id, planId: before.planId, state: 'declined' });
  });

  it('a repair is the chair’s or deputy’s, after the letters, and not while letters are on their way', async () => {
    const { ada, cem, program, staff, chair, cycle } = ready;
    const plan = await planWith(ada, cem);
    await expect(approveRepair(staff, plan, minutes(31))).rejects.toMatchObject({ code: 'actor.forbidden' });
    await db.release.updateMany({ data: { state: 'sending' } });
    await expect(approveRepair(chair, plan, minutes(31))).rejects.toMatchObject({ code: 'plan.released' });
    await db.release.updateMany({ data: { state: 'done' } });
    await db.cycle.update({ where: { id: cycle.id }, data: { releasedAt: null } });
    await expect(approveRepair(chair, plan, minutes(31))).rejects.toMatchObject({ code: 'plan.not_told' });
    await db.cycle.update({ where: { id: cycle.id }, data: { releasedAt: minutes(10) } });
    await approveRepair(await createActor(program, 'deputy'), plan, minutes(32));
    await expect(approveRepair(chair, plan, minutes(33))).rejects.toMatchObject({ name: 'Refusal' });
  });

  it('what somebody was told is read as it was written, but for those to whom somebody in it is closed', async () => {
    const { ada, mentor, cycle } = ready;
    const told = (closed: string[]) => findToldLetter(cycle.id, { personId: ada.personId, closed }, minutes(40));
    expect(await told([])).toMatchObject({ name: 'Ada', subject: expect.stringContaining('Your mentor for') });
    expect(await told([mentor.personId])).toBeNull();
    expect(await told([ada.personId])).toBeNull();
    const news = (closed: string[]) => findLetterPreview(cycle.id, { personId: mentor.personId, closed }, minutes(40));
    expect((await news([]))?.written.markdown).toContain('will not take place');
    expect(await news([ready.ben.personId])).toBeNull();
  });

  it('a cycle without letters on record tells nobody anything', async () => {
    await db.letter.deleteMany();
    expect(await news()).toEqual([]);
  });
});
