import { getServerSession } from 'next-auth';
import { cache } from 'react';
import type { UserActor } from '@/domain/actor';
import { db } from '@/db/client';
import { toGrants } from './grants';
import { authOptions } from './options';

const findActor = cache(async (): Promise<UserActor | null> => {
  const session = await getServerSession(authOptions());
  if (!session?.userId) return null;
  const user = await db.user.findUnique({
    where: { id: session.userId },
    select: {
      id: true,
      personId: true,
      name: true,
      email: true,
      grants: { select: { programId: true, role: true, until: true } },
      conflicts: { where: { state: 'in_force' }, select: { personId: true } },
    },
  });
  if (!user) return null;
  const { id, grants, conflicts, ...person } = user;
  const closed = [person.personId, ...conflicts.map(({ personId }) => personId)];
  return { kind: 'user', userId: id, ...person, grants: toGrants(grants), closed };
});

/** Who is signed in, with the roles that are in force at `now`; null when nobody is. Read once per request. */
export async function currentUser(now: Date): Promise<UserActor | null> {
  const user = await findActor();
  return user && { ...user, grants: user.grants.filter(({ until }) => until === null || now < until) };
}
