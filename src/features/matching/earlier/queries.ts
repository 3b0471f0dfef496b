import { db } from '@/db/client';
import { WITHOUT_MATCH } from '@/domain/carry';

/** Partners of the same program's cycle before this one, as people. */
export async function listLastPartners(programId: string, startsAt: Date) {
  const rows = await db.match.findMany({
    where: {
      state: { notIn: ['declined', 'expired'] },
      plan: { state: 'approved', cycle: { programId, startsAt: { lt: startsAt } } },
    },
    select: {
      mentor: { select: { personId: true } },
      mentee: { select: { personId: true } },
      plan: { select: { cycle: { select: { startsAt: true } } } },
    },
    orderBy: { id: 'asc' },
  });
  const last = rows.reduce((latest, { plan }) => Math.max(latest, plan.cycle.startsAt.getTime()), 0);
  return rows
    .filter(({ plan }) => plan.cycle.startsAt.getTime() === last)
    .map(({ mentor, mentee }) => [mentor.personId ?? '', mentee.personId ?? ''] as const);
}

/**
 * How often each of these people was left without a mentor by an earlier cycle of the program: told so, by whatever letter came
 * last, and not matched in the meantime. Only those who were.
 */
export async function countWaits(programId: string, startsAt: Date, personIds: readonly string[]) {
  const rows = await db.$queryRaw<{ personId: string; waits: number }[]>`
    SELECT a.person_id AS "personId", count(DISTINCT a.cycle_id)::int AS waits
    FROM applications a JOIN cycles c ON c.id = a.cycle_id
    WHERE c.program_id = ${programId}::uuid AND c.starts_at < ${startsAt} AND a.person_id = ANY (${[...personIds]}::uuid[])
      AND a.role = 'mentee' AND a.state <> 'withdrawn'
      AND (SELECT o.outcome FROM outcomes o JOIN releases r ON r.id = o.release_id
        WHERE o.application_id = a.id AND r.state IN ('sending', 'done') ORDER BY r.requested_at DESC LIMIT 1)
        = ANY (${[...WITHOUT_MATCH]})
    GROUP BY a.person_id`;
  return new Map(rows.map(({ personId, waits }) => [personId, waits]));
}
