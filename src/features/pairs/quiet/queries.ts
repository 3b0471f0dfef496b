import { db } from '@/db/client';
import { findPair } from '../home/queries';
import { findMailed } from '../links/queries';

/** The pair behind the link of a reminder, as the person it was mailed to sees it; null when the link has ended. */
export async function findNudged(token: string, now: Date) {
  const mailed = await findMailed(token, 'pair_nudge', now);
  return mailed && findPair(mailed.personId, mailed.subjectId);
}

/** Whether somebody is reminded about their pairs. */
export const wantsNudges = async (personId: string): Promise<boolean> =>
  (await db.nudgeOptOut.count({ where: { personId } })) === 0;
