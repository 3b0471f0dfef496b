import { db } from '@/db/client';
import type { UserActor } from '@/domain/actor';
import { programsWhere } from '@/domain/permissions';

/** The programs whose cycles and roles the viewer looks after, by name. */
export const listDesks = (user: UserActor, now: Date) =>
  db.program.findMany({
    where: { id: { in: programsWhere(user, 'cycle.set_up', now) } },
    select: { slug: true, name: true, _count: { select: { cycles: true } } },
    orderBy: { name: 'asc' },
  });
export type Desk = Awaited<ReturnType<typeof listDesks>>[number];
