import { db, type Tx } from '@/db/client';
import { toGrants } from '@/auth/grants';
import { GRANT_ROLES } from '@/domain/actor';
import { dayOf } from '@/domain/dates';

/** The zone in which a program's days are meant: that of its newest cycle. */
export async function zoneOf(programId: string, tx: Tx = db): Promise<string> {
  const cycle = await tx.cycle.findFirst({
    where: { programId },
    select: { timeZone: true },
    orderBy: { opensAt: 'desc' },
  });
  return cycle?.timeZone ?? 'America/Chicago';
}

/** Everybody who has or had a role in a program, by name, each with their roles; those that ended come last. */
export async function listMembers(programId: string, now: Date) {
  const zone = await zoneOf(programId);
  const users = await db.user.findMany({
    where: { grants: { some: { programId } } },
    select: {
      id: true,
      name: true,
      email: true,
      grants: { where: { programId }, select: { programId: true, role: true, until: true } },
      person: { select: { emailProvenAt: true } },
    },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  });
  const rank = (role: string) => GRANT_ROLES.findIndex((one) => one === role);
  const rows = users.map(({ grants, person, ...user }) => ({
    ...user,
    hasSignedIn: person.emailProvenAt !== null,
    roles: toGrants(grants)
      .map(({ role, until }) => ({
        role,
        lastDay: until ? dayOf(until, zone) : '',
        ended: until !== null && until <= now,
      }))
      .sort((a, b) => Number(a.ended) - Number(b.ended) || rank(a.role) - rank(b.role)),
  }));
  const isGone = ({ roles }: (typeof rows)[number]) => roles.every(({ ended }) => ended);
  return [...rows.filter((row) => !isGone(row)), ...rows.filter(isGone)];
}
export type Member = Awaited<ReturnType<typeof listMembers>>[number];
