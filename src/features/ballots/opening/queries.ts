import { db } from '@/db/client';
import type { UserActor } from '@/domain/actor';
import { dayOf } from '@/domain/dates';
import { hasClosedApplication } from '@/features/matching/plans/queries';
import { isClosedPair, listMembers } from '../queries';
import { ballotUnderWay } from '../waiting/queries';

type Cycle = { id: string; programId: string; timeZone: string };
const WEEK_MS = 7 * 86_400_000;

/** What the page asks before a plan is put on the ballot; null when there is no such plan. */
export async function findOpening(cycle: Cycle, number: number, viewer: Pick<UserActor, 'closed'>, now: Date) {
  const plan = await db.plan.findUnique({
    where: { cycleId_number: { cycleId: cycle.id, number } },
    select: {
      id: true,
      number: true,
      state: true,
      version: true,
      matches: {
        select: { mentor: { select: { personId: true } }, mentee: { select: { personId: true } } },
      },
    },
  });
  if (!plan) return null;
  const last = await db.ballot.findFirst({
    where: { cycleId: cycle.id },
    select: { quorum: true },
    orderBy: { number: 'desc' },
  });
  const { matches, ...rest } = plan;
  return {
    plan: rest,
    matches: matches.filter((match) => !isClosedPair(match, viewer)).length,
    fenced: await hasClosedApplication(cycle.id, { closed: viewer.closed, readsVetoes: false }),
    members: (await listMembers(cycle.programId, now)).map(({ name }) => name),
    underWay: await ballotUnderWay(cycle.id),
    quorum: last?.quorum ?? 'half',
    closesOn: dayOf(new Date(now.getTime() + WEEK_MS), cycle.timeZone),
  };
}
export type Opening = NonNullable<Awaited<ReturnType<typeof findOpening>>>;
