import { db } from '@/db/client';
import { UNDER_WAY } from '@/domain/ballot';
import type { BallotViewer } from '../queries';
import { storedState } from '../schema';

/** The ballots of a cycle, latest first; of one plan if asked so. */
export async function listBallots(cycleId: string, planId?: string) {
  const rows = await db.ballot.findMany({
    where: { cycleId, ...(planId ? { planId } : {}) },
    select: { number: true, state: true, quorum: true, closesAt: true, plan: { select: { number: true } } },
    orderBy: { number: 'desc' },
  });
  return rows.map(({ state, plan, ...row }) => ({ ...row, state: storedState.parse(state), planNumber: plan.number }));
}
export type BallotRow = Awaited<ReturnType<typeof listBallots>>[number];

/** The ballot of a cycle that is under way; null when none is. */
export const ballotUnderWay = async (cycleId: string): Promise<BallotRow | null> =>
  (await listBallots(cycleId)).find(({ state }) => UNDER_WAY.includes(state)) ?? null;

/** What of the ballot waits for somebody: matches without their vote, and whether the chair has to go on. */
export async function findWaiting(cycleId: string, viewer: BallotViewer, now: Date) {
  const underWay = await ballotUnderWay(cycleId);
  if (!underWay) return null;
  const { number, state, closesAt } = underWay;
  const takesVotes = state === 'open' && now < closesAt;
  const unvoted =
    takesVotes && viewer.votes
      ? await db.ballotItem.count({
          where: {
            ballot: { cycleId, number },
            votes: { none: { userId: viewer.userId } },
            mentor: { state: 'accepted', personId: { notIn: [...viewer.closed] } },
            mentee: { state: 'accepted', personId: { notIn: [...viewer.closed] } },
          },
        })
      : 0;
  return { number, unvoted, forChair: viewer.leads && !takesVotes, inMeeting: state === 'meeting' };
}
