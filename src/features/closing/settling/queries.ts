import { db } from '@/db/client';
import type { UserActor } from '@/domain/actor';
import { formatDay } from '@/domain/dates';
import { findUncertain } from '@/features/announcements/deliveries/queries';
import { listPairs } from '@/features/pairs/desk/queries';
import { paths } from '@/lib/paths';
import { listBoard } from '../board/queries';

type Cycle = { id: string; code: string; programId: string; startsAt: Date; timeZone: string };

/** Something that should be settled before a cycle is archived. */
export type ToSettle = {
  key: 'pairs' | 'tasks' | 'answers' | 'letters' | 'identity';
  what: string;
  done: boolean;
  /** What there is to do, where it is not done. */
  how: string;
  href: string;
};

const LIVING = ['confirmed', 'active', 'on_hold'] as const;

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** The confidential answers: gone with their key, or the day on which they go. */
async function identityOf({ id, code, timeZone }: Cycle): Promise<ToSettle> {
  const { keyId, identityDeleteOn, purge } = await db.cycle.findUniqueOrThrow({
    where: { id },
    select: { keyId: true, identityDeleteOn: true, purge: { select: { keyDestroyedAt: true } } },
  });
  return {
    key: 'identity',
    what: 'Confidential answers are deleted',
    done: keyId === null && purge?.keyDestroyedAt !== null,
    how: `They are deleted on ${formatDay(identityDeleteOn, timeZone)}, by themselves.`,
    href: paths.confidentiality(code),
  };
}

/** What is left to do in a cycle, read from what stands. Whoever is closed to the viewer is in no number. */
export async function listToSettle(cycle: Cycle, viewer: UserActor, now: Date): Promise<ToSettle[]> {
  const [pairs, board, letters, identity] = await Promise.all([
    listPairs(cycle, { viewer, now }, false),
    listBoard(cycle.id, viewer),
    findUncertain(cycle.id, viewer.closed),
    identityOf(cycle),
  ]);
  const { code } = cycle;
  const living = pairs.filter(({ state }) => LIVING.some((one) => one === state)).length;
  const tasks = pairs.reduce((sum, { openTasks }) => sum + openTasks, 0);
  const silent = board.filter(({ answered }) => answered !== 'answered').length;
  return [
    {
      key: 'pairs',
      what: 'Every pair has come to its end',
      done: living === 0,
      how: `${counted(living, 'pair is', 'pairs are')} not over. Those at work are completed with the end of the program; one on hold goes on, or is ended, by hand.`,
      href: paths.pairsDesk(code),
    },
    {
      key: 'tasks',
      what: 'No task about a pair is open',
      done: tasks === 0,
      how: `${counted(tasks, 'task is', 'tasks are')} open. A note of what came of it closes each.`,
      href: paths.pairsDesk(code, '?show=tasks'),
    },
    {
      key: 'answers',
      what: 'Everybody has answered the closing questions',
      done: silent === 0,
      how: `${counted(silent, 'answer is', 'answers are')} missing. Nobody has to answer.`,
      href: paths.closing(code, '?show=not_yet'),
    },
    {
      key: 'letters',
      what: 'No letter is in doubt',
      done: letters.length === 0,
      how: `Of ${counted(letters.length, 'letter', 'letters')} nobody knows whether the mail server took it.`,
      href: paths.uncertain(code),
    },
    identity,
  ];
}
