import { db } from '@/db/client';
import { findCheckIn, checkInsOf, type CheckInKey } from '@/domain/check-in';
import { answerCheckIn } from '@/features/pairs/check-ins/commands';
import { answerMatch } from '@/features/pairs/commands';
import { closeTask, movePair } from '@/features/pairs/desk/commands';
import type { PairMove } from '@/features/pairs/desk/schema';
import { saveGoal } from '@/features/pairs/goals/commands';
import { findPair } from '@/features/pairs/home/queries';
import { logMeeting } from '@/features/pairs/meetings/commands';
import { findMatchByLink } from '@/features/pairs/queries';
import { setNudges } from '@/features/pairs/quiet/commands';
import type { Year } from './choosing';
import { dayIn } from './clock';
import { mailTo, matchOf, type Name } from './people';
import { who } from './choosing';

/** By the link in the letter. */
export async function sayYes({ now }: Year, name: Name): Promise<void> {
  const { text } = await mailTo(name, 'outcome');
  const match = await findMatchByLink(/\/confirm\/([\w-]{43})/.exec(text)?.[1] ?? '', now);
  if (!match) throw new Error(`${name} has no link.`);
  await answerMatch(match, { answer: 'yes', reason: '' }, now);
}

async function pairOf(year: Year, name: Name) {
  const { id } = await matchOf(year.cycle.id, name);
  const pair = await findPair(await who(year, name), id);
  if (!pair) throw new Error(`${name} has no pair.`);
  return pair;
}

type CheckInAnswer = { contact: 'in_touch' | 'not_yet' | 'need_help' } | { going: number };

/** Answers a check-in on its page. */
export async function checkIn(year: Year, name: Name, key: CheckInKey, answer: CheckInAnswer): Promise<void> {
  const pair = await pairOf(year, name);
  const dated = checkInsOf({ ...pair.cycle, startedAt: pair.startedAt }).find((one) => one.key === key);
  if (!dated || !findCheckIn(key)) throw new Error(`There is no check-in ${key}.`);
  const input =
    'contact' in answer
      ? { contact: answer.contact, going: null, enough: null, words: '' }
      : { contact: null, going: answer.going, enough: answer.going, words: '' };
  await answerCheckIn(pair, { checkIn: dated, input }, year.now);
}

export async function setGoal(year: Year, name: Name): Promise<void> {
  const input = { words: 'Run a storytime', steps: [], due_on: '2032-06-01', progress: 'begun', version: 0 } as const;
  await saveGoal(await pairOf(year, name), { goalId: null, input: { ...input, steps: [] } }, year.now);
}

export const meet = async (year: Year, name: Name, minutes: number) =>
  logMeeting(await pairOf(year, name), { day: dayIn(year.now), mode: 'video', minutes }, year.now);

/** No more reminders to this person. */
export const beQuiet = async (year: Year, name: Name) =>
  setNudges({ personId: await who(year, name), organizationId: year.cycle.organizationId, wanted: false }, year.now);

export async function move(year: Year, name: Name, step: PairMove): Promise<void> {
  const { id: matchId, version } = await matchOf(year.cycle.id, name);
  await movePair(year.house.staff, { matchId, version, move: step, reason: 'They asked.', tell: 'yes' }, year.now);
}

/** A note closes what is open about a pair. */
export async function closeTasks(year: Year, name: Name): Promise<void> {
  const { id: matchId } = await matchOf(year.cycle.id, name);
  for (const { id: taskId } of await db.pairTask.findMany({ where: { matchId, closedAt: null } }))
    await closeTask(year.house.staff, { taskId, note: 'We talked.' }, year.now);
}
