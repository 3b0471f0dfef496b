import { getServerSession } from 'next-auth';
import { cache } from 'react';
import { z } from 'zod';
import { isInForce, type UserActor } from '@/domain/actor';
import { callFunction } from '@/db/client';
import { jsonDate } from '@/lib/json-rows';
import { toGrants } from './grants';
import { authOptions } from './options';

const grantRow = z.object({
  programId: z.string(),
  role: z.string(),
  until: jsonDate.nullable(),
  contact: z.object({ name: z.string(), email: z.string(), phone: z.string() }),
});
const userRow = z.object({
  id: z.string(),
  personId: z.string(),
  name: z.string(),
  email: z.string(),
  shortcuts: z.boolean(),
  grants: z.array(grantRow),
  conflicts: z.array(z.string()),
});

const USER_BY_ID = `SELECT json_build_object('id', u.id, 'personId', u.person_id, 'name', u.name, 'email', u.email,
    'shortcuts', u.shortcuts,
    'grants', (SELECT coalesce(json_agg(json_build_object('programId', g.program_id, 'role', g.role, 'until', g.until,
        'contact', json_build_object('name', p.contact_name, 'email', p.contact_email, 'phone', p.contact_phone))
        ORDER BY p.name, p.id), '[]')
      FROM grants g JOIN programs p ON p.id = g.program_id WHERE g.user_id = u.id),
    'conflicts', ARRAY(SELECT c.person_id FROM conflicts c WHERE c.user_id = u.id AND c.state = 'in_force')) AS result
  FROM users u WHERE u.id = $1::uuid`;

/** In one reading, because every page of staff and committee begins with it. */
async function readUser(id: string) {
  const row = await callFunction(USER_BY_ID, [id]);
  return row === undefined ? null : userRow.parse(row);
}

const findMember = cache(async () => {
  const session = await getServerSession(authOptions());
  return session?.userId ? readUser(session.userId) : null;
});

/** Who is signed in, with the roles that are in force at `now`; null when nobody is. Read once per request. */
export async function currentUser(now: Date): Promise<UserActor | null> {
  const member = await findMember();
  if (!member) return null;
  const { id, personId, name, email, grants, conflicts } = member;
  return {
    kind: 'user',
    userId: id,
    personId,
    name,
    email,
    grants: toGrants(grants).filter((grant) => isInForce(grant, now)),
    closed: [personId, ...conflicts],
  };
}

/** Whom they can ask: the contact of the first program they have a role in; undefined without one. */
export const currentContact = async (now: Date) =>
  (await findMember())?.grants.find((grant) => isInForce(grant, now))?.contact;

/** Whether they have turned keys of one letter on. */
export const hasKeys = async (): Promise<boolean> => (await findMember())?.shortcuts ?? false;
