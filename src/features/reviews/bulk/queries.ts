import { db } from '@/db/client';
import type { UserActor } from '@/domain/actor';
import { ROLES } from '@/domain/mentoring';
import { z } from 'zod';

const roleSchema = z.enum(ROLES);

/** Applications nobody has decided on yet, mentors first, with how often each was read; never the viewer's own. */
export async function listUndecided(cycleId: string, viewer: UserActor) {
  const rows = await db.application.findMany({
    where: { cycleId, state: 'submitted', personId: { notIn: [...viewer.closed] } },
    select: { id: true, name: true, reference: true, role: true, _count: { select: { reviews: true } } },
    orderBy: [{ role: 'desc' }, { name: 'asc' }, { id: 'asc' }],
    take: 500,
  });
  return rows.map(({ _count, role, reference, ...row }) => ({
    ...row,
    role: roleSchema.parse(role),
    reference: reference ?? '',
    reviews: _count.reviews,
  }));
}
export type Undecided = Awaited<ReturnType<typeof listUndecided>>[number];
