import { getServerSession } from 'next-auth';
import { cache } from 'react';
import { z } from 'zod';
import type { UserActor } from '@/domain/actor';
import { db } from '@/db/client';
import { jsonDate } from '@/lib/json-rows';
import { toGrants } from './grants';
import { authOptions } from './options';

const userRows = z.array(
  z.object({
    id: z.string(),
    personId: z.string(),
    name: z.string(),
    email: z.string(),
    grants: z.array(z.object({ programId: z.string(), role: z.string(), until: jsonDate.nullable() })),
    conflicts: z.array(z.string()),
  }),
);

/** In one reading, because every page of staff and committee begins with it. */
async function readUser(id: string) {
  const rows = await db.$queryRaw`
    SELECT u.id::text, u.person_id::text AS "personId", u.name, u.email,
      (SELECT coalesce(json_agg(json_build_object('programId', g.program_id, 'role', g.role, 'until', g.until)), '[]')
        FROM grants g WHERE g.user_id = u.id) AS grants,
      ARRAY(SELECT c.person_id::text FROM conflicts c WHERE c.user_id = u.id AND c.state = 'in_force') AS conflicts
    FROM users u WHERE u.id = ${id}::uuid`;
  return userRows.parse(rows)[0] ?? null;
}

const findActor = cache(async (): Promise<UserActor | null> => {
  const session = await getServerSession(authOptions());
  const user = session?.userId ? await readUser(session.userId) : null;
  if (!user) return null;
  const { id, grants, conflicts, ...person } = user;
  return {
    kind: 'user',
    userId: id,
    ...person,
    grants: toGrants(grants),
    closed: [person.personId, ...conflicts],
  };
});

/** Who is signed in, with the roles that are in force at `now`; null when nobody is. Read once per request. */
export async function currentUser(now: Date): Promise<UserActor | null> {
  const user = await findActor();
  return user && { ...user, grants: user.grants.filter(({ until }) => until === null || now < until) };
}
