import { describe, expect, it } from 'vitest';
import { undoChange } from '@/features/matching/history/commands';
import { findNextUndo, listPlanHistory } from '@/features/matching/history/queries';
import { approvePlan } from '@/features/matching/approval/commands';
import { lockPair, vetoPair } from '@/features/matching/pairs/commands';
import { proposePair, unpair } from '@/features/matching/plans/commands';
import { createActor, createProgram, NOW } from '../../support/factories';
import { createMatching, pairsIn, planOf, run, viewer } from './setting';

const after = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);

async function matched() {
  const setting = await createMatching();
  await run(setting.chair, setting.cycleId);
  const { cycleId, chair } = setting;
  const plan = async () => {
    const { id, version } = await planOf(cycleId);
    return { planId: id, version };
  };
  const first = await planOf(cycleId);
  const [match] = first.matches;
  if (!match) throw new Error('Nobody is matched.');
  const pair = { menteeId: match.menteeApplicationId, mentorId: match.mentorApplicationId };
  const alone = setting.mentees.find(({ applicationId }) =>
    first.matches.every(({ menteeApplicationId }) => menteeApplicationId !== applicationId),
  );
  const place = { cycleId, planId: first.id };
  const undo = async (seconds: number, actor = chair) => undoChange(actor, await plan(), after(seconds));
  return { ...setting, plan, match, pair, alone: alone?.applicationId ?? '', place, first, undo };
}

/** The match of the plan that was made by hand. */
async function byHand(cycleId: string): Promise<string> {
  const made = (await planOf(cycleId)).matches.find(({ handMade }) => handMade);
  if (!made) throw new Error('No match was made by hand.');
  return made.id;
}

describe('undo', () => {
  it('goes back one change by hand after the other, and says what it would take back', async () => {
    const { chair, cycleId, plan, match, pair, alone, place, undo } = await matched();
    const before = await pairsIn(cycleId);
    await unpair(chair, { ...(await plan()), matchId: match.id }, after(1));
    await proposePair(chair, { ...(await plan()), menteeId: alone, mentorId: pair.mentorId }, after(2));
    expect(await findNextUndo(place, viewer)).toMatchObject({ action: 'match.proposed' });
    await undo(3);
    expect([...(await pairsIn(cycleId)).keys()]).not.toContain(alone);
    expect(await findNextUndo(place, viewer)).toMatchObject({ action: 'match.unpaired' });
    await undo(4);
    expect(await pairsIn(cycleId)).toEqual(before);
    expect(await findNextUndo(place, viewer)).toBeNull();
    await expect(undo(5)).rejects.toMatchObject({ code: 'plan.nothing_to_undo' });
  });

  it('asks the rules anew', async () => {
    const { chair, cycleId, plan, match, pair, undo } = await matched();
    await unpair(chair, { ...(await plan()), matchId: match.id }, after(1));
    await vetoPair(chair, { cycleId, ...pair, reason: 'Related' }, after(2));
    await expect(undo(3)).rejects.toMatchObject({ code: 'matching.excluded' });
  });

  it('is told when somebody else changed the plan, or approved it', async () => {
    const { chair, cycleId, plan, match } = await matched();
    await unpair(chair, { ...(await plan()), matchId: match.id }, after(1));
    const shown = await plan();
    await undoChange(chair, shown, after(2));
    await expect(undoChange(chair, shown, after(3))).rejects.toMatchObject({ code: 'plan.nothing_to_undo' });
    await unpair(chair, { ...(await plan()), matchId: await byHand(cycleId) }, after(4));
    await expect(undoChange(chair, shown, after(5))).rejects.toMatchObject({ code: 'plan.wrong_status' });
    await undoChange(chair, await plan(), after(6));
    await approvePlan(chair, await plan(), after(7));
    await expect(undoChange(chair, await plan(), after(8))).rejects.toMatchObject({ code: 'plan.nothing_to_undo' });
  });

  it('is the chair’s and the deputy’s', async () => {
    const { chair, program, plan, match, undo } = await matched();
    await unpair(chair, { ...(await plan()), matchId: match.id }, after(1));
    for (const actor of [await createActor(program, 'reviewer'), await createActor(await createProgram(), 'chair')])
      await expect(undo(2, actor)).rejects.toMatchObject({ code: 'actor.forbidden' });
    await undo(3, await createActor(program, 'deputy'));
  });
});

describe('the history of a plan', () => {
  it('tells who did what to whom, newest first', async () => {
    const { chair, cycleId, plan, match, pair, place, first, undo } = await matched();
    await unpair(chair, { ...(await plan()), matchId: match.id }, after(1));
    await undo(2);
    await lockPair(chair, { cycleId, ...pair }, after(3));
    const events = await listPlanHistory({ ...place, createdAt: first.createdAt }, viewer);
    expect(events.map(({ action, who, isUndo }) => [action, who, isUndo])).toEqual([
      ['pair.locked', chair.name, false],
      ['match.proposed', chair.name, true],
      ['match.unpaired', chair.name, false],
      ['plan.saved', expect.any(String), false],
    ]);
    expect(events[0]?.pair).toEqual({ mentee: match.mentee.name, mentor: match.mentor.name });
  });

  it('has nothing of a pair that is closed to the viewer, nor takes it back for them', async () => {
    const { chair, plan, match, place, first, undo } = await matched();
    await unpair(chair, { ...(await plan()), matchId: match.id }, after(1));
    const fenced = { ...viewer, closed: [match.mentee.personId ?? ''] };
    const events = await listPlanHistory({ ...place, createdAt: first.createdAt }, fenced);
    expect(events.map(({ action }) => action)).toEqual(['plan.saved']);
    expect(await findNextUndo(place, fenced)).toBeNull();
    await expect(undo(2, { ...chair, closed: fenced.closed })).rejects.toMatchObject({ code: 'actor.forbidden' });
  });
});
