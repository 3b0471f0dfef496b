import { z } from 'zod';
import { db } from '@/db/client';
import { inForceAt } from '@/db/grants';
import { COMMITTEE, isClosedTo, type UserActor } from '@/domain/actor';
import { suspectedConflicts, type Candidate } from '@/domain/conflicts';

type Cycle = { id: string; organizationId: string; programId: string };

/** Members of the committee of a program, with what tells whom they must not judge. */
async function listMembers({ programId }: Cycle, now: Date) {
  const rows = await db.user.findMany({
    where: {
      grants: { some: { programId, role: { in: [...COMMITTEE] }, ...inForceAt(now) } },
    },
    select: { id: true, personId: true, email: true, name: true, employer: true, conflictNames: true },
    orderBy: { name: 'asc' },
  });
  return rows.map(({ id, conflictNames, ...member }) => ({ ...member, userId: id, names: conflictNames }));
}

const candidateRows = z.array(
  z.object({
    personId: z.string(),
    name: z.string(),
    email: z.string(),
    reference: z.string().nullable(),
    employer: z.string(),
  }),
);

/** Everybody who applied in a cycle and is not closed to the viewer, each person once. */
async function listCandidates({ id: cycleId }: Cycle, { closed }: UserActor) {
  const rows = candidateRows.parse(
    await db.$queryRaw`
    SELECT DISTINCT ON (a.person_id) a.person_id AS "personId", a.name, a.email, a.reference,
      coalesce(a.answers->>'employer', '') AS employer
    FROM applications a
    WHERE a.cycle_id = ${cycleId}::uuid AND a.person_id <> ALL (${[...closed]}::uuid[])
      AND a.state NOT IN ('draft', 'withdrawn')
    ORDER BY a.person_id, a.reference`,
  );
  return new Map(
    rows
      .map((row): Candidate & { reference: string } => ({ ...row, reference: row.reference ?? '' }))
      .sort((x, y) => (x.reference < y.reference ? -1 : 1))
      .map((row) => [row.personId, row]),
  );
}

/**
 * Conflicts of a cycle for those who settle them: found ones that wait, and what stands. The viewer's own, and those with
 * people who are closed to them, are for somebody else to settle.
 */
export async function getConflictDesk(cycle: Cycle, viewer: UserActor, now: Date) {
  const [members, people, decided] = await Promise.all([
    listMembers(cycle, now),
    listCandidates(cycle, viewer),
    db.conflict.findMany({
      where: { organizationId: cycle.organizationId },
      select: { userId: true, personId: true, state: true, source: true, reason: true, settledAt: true },
      orderBy: { settledAt: 'desc' },
    }),
  ]);
  const known = new Set(decided.map(({ userId, personId }) => `${userId} ${personId}`));
  const names = new Map(members.map(({ userId, name }) => [userId, name]));
  const others = members.filter(({ userId }) => userId !== viewer.userId);
  const found = suspectedConflicts(others, [...people.values()], (userId, personId) =>
    known.has(`${userId} ${personId}`),
  );
  const named = <C extends { userId: string; personId: string }>(conflict: C) => {
    const person = people.get(conflict.personId);
    const member = names.get(conflict.userId);
    if (!person || member === undefined || isClosedTo(viewer, conflict.personId)) return [];
    return [{ ...conflict, member, name: person.name, reference: person.reference }];
  };
  return {
    found: found.flatMap(named),
    standing: decided.filter(({ userId }) => userId !== viewer.userId).flatMap(named),
  };
}
export type ConflictDesk = Awaited<ReturnType<typeof getConflictDesk>>;

export const getAboutMe = ({ userId }: UserActor) =>
  db.user.findUniqueOrThrow({ where: { id: userId }, select: { employer: true, conflictNames: true } });
