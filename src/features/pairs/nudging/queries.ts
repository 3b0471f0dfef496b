import { db } from '@/db/client';
import { signedColumns } from '@/mail/compose';

const side = {
  select: {
    email: true,
    name: true,
    personId: true,
    language: true,
    state: true,
    answers: true,
    person: { select: { nudgeOptOut: { select: { at: true } } } },
  },
} as const;

/** Pairs at work, with what decides whether they are written to. */
export const listAtWork = (now: Date) =>
  db.match.findMany({
    where: { state: 'active', plan: { cycle: { startsAt: { lte: now }, endsAt: { gt: now } } } },
    select: {
      id: true,
      organizationId: true,
      cycleId: true,
      startedAt: true,
      mentor: side,
      mentee: side,
      checkIns: { select: { side: true, key: true } },
      tasks: { where: { kind: 'silence' }, select: { about: true } },
      _count: { select: { goals: true } },
      plan: {
        select: {
          cycle: {
            select: { name: true, timeZone: true, startsAt: true, endsAt: true, program: { select: signedColumns } },
          },
        },
      },
    },
    orderBy: { id: 'asc' },
  });
export type AtWork = Awaited<ReturnType<typeof listAtWork>>[number];

/** When a pair that had rested last went on; null for one that never rested. */
export async function resumedAt(matchId: string): Promise<Date | null> {
  const last = await db.event.findFirst({
    where: { subjectType: 'match', subjectId: matchId, action: 'match.resumed' },
    orderBy: { at: 'desc' },
    select: { at: true },
  });
  return last?.at ?? null;
}
