import { db } from '@/db/client';
import type { UserActor } from '@/domain/actor';
import type { Vote } from '@/domain/ballot';
import { beginMeeting, resolveItem } from '@/features/ballots/meeting/commands';
import { findMeeting } from '@/features/ballots/meeting/queries';
import { openBallot } from '@/features/ballots/opening/commands';
import { loadBallot, powersOn } from '@/features/ballots/queries';
import { castVote } from '@/features/ballots/voting/commands';
import { findBallot } from '@/features/ballots/voting/queries';
import { createActor, NOW } from '../../support/factories';
import { createMatching, planOf, run } from '../matching/setting';

/** The last moment at which votes are taken at home. */
export const CLOSES_ON = '2030-01-20';
export const AFTER_CLOSE = new Date('2030-01-22T12:00:00Z');

type Wanted = { quorum?: string; tell?: boolean };

/** Three matches of a fresh plan, a chair and two reviewers; not yet on the ballot. */
export async function createPlan() {
  const setting = await createMatching();
  await run(setting.chair, setting.cycleId);
  const plan = await planOf(setting.cycleId);
  const [ana, bo] = [
    await createActor(setting.program, 'reviewer', 'Ana Petrova'),
    await createActor(setting.program, 'reviewer', 'Bo Lind'),
  ];
  return { ...setting, plan, ana, bo };
}

/** The same, on a ballot that is open. */
export async function createBallot({ quorum = 'half', tell = false }: Wanted = {}) {
  const setting = await createPlan();
  const { plan, chair } = setting;
  const input = { planId: plan.id, version: plan.version, quorum, closesOn: CLOSES_ON, tell };
  const number = await openBallot(chair, input, NOW);
  const { items, id } = await ballotOf(setting.cycleId, number);
  const [first, second, third] = items;
  if (!first || !second || !third) throw new Error('Three matches were expected.');
  return { ...setting, number, ballotId: id, first, second, third };
}
export type Setting = Awaited<ReturnType<typeof createBallot>>;

export async function ballotOf(cycleId: string, number = 1, now = NOW) {
  const ballot = await loadBallot({ cycleId, number }, now);
  if (!ballot) throw new Error(`No ballot ${number}.`);
  return ballot;
}

export const itemOf = async (cycleId: string, id: string, now = NOW) => {
  const item = (await ballotOf(cycleId, 1, now)).items.find((one) => one.id === id);
  if (!item) throw new Error('No such match.');
  return item;
};

/** What a command of the chair is given: the ballot as a page shows it now. */
export const shown = async (cycleId: string, now = NOW) => {
  const { id, version } = await ballotOf(cycleId, 1, now);
  return { ballotId: id, version };
};

/** Sees a ballot as somebody. */
export async function seenBy(actor: UserActor, { cycleId, program }: Pick<Setting, 'cycleId' | 'program'>, now = NOW) {
  const ballot = await findBallot(cycleId, 1, powersOn(actor, program.programId, now), now);
  if (!ballot) throw new Error('No ballot.');
  return ballot;
}

/** A first vote. */
export const vote = (
  actor: UserActor,
  itemId: string,
  said: Vote,
  reason = said === 'object' ? 'They are related.' : '',
) => castVote(actor, { itemId, version: 0, vote: said, reason }, NOW);

export const eventsOn = (subjectId: string) =>
  db.event.findMany({
    where: { subjectId },
    select: { action: true, reason: true, detail: true },
    orderBy: { at: 'asc' },
  });

/** The same person as somebody who applied. */
export const asPerson = async (actor: UserActor, personId: string): Promise<UserActor> => {
  await db.user.update({ where: { id: actor.userId }, data: { personId } });
  return { ...actor, personId, closed: [personId] };
};

/** Everybody approves all but the third, which one member questions. */
export async function voted() {
  const setting = await createBallot();
  for (const actor of [setting.ana, setting.bo])
    for (const { id } of [setting.first, setting.second]) await vote(actor, id, 'approve');
  await vote(setting.ana, setting.third.id, 'approve');
  await vote(setting.bo, setting.third.id, 'object', 'They worked together for years.');
  return setting;
}

export const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);

/** In session: two matches by consent, the third on the table with one vote for and one against it. */
export async function inSession() {
  const setting = await voted();
  await beginMeeting(setting.chair, await shown(setting.cycleId), NOW);
  return setting;
}

/** Records a result, as the chair. */
export const resolve = async (
  { chair, cycleId }: Setting,
  itemId: string,
  result: 'carried' | 'not_carried' | 'later',
  note = '',
) => resolveItem(chair, { itemId, version: (await itemOf(cycleId, itemId)).version, result, note }, NOW);

export const meetingOf = async (setting: Setting, actor = setting.ana, now = NOW) => {
  const meeting = await findMeeting(setting.cycleId, 1, powersOn(actor, setting.program.programId, now), now);
  if (!meeting) throw new Error('No meeting.');
  return meeting;
};
