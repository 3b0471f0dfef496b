import { db } from '@/db/client';
import type { UserActor } from '@/domain/actor';
import { programsWhere } from '@/domain/permissions';
import { openSides } from '../queries';

const side = {
  select: { name: true, reference: true, person: { select: { email: true } } },
} as const;

const columns = {
  id: true,
  raisedBy: true,
  words: true,
  openedAt: true,
  closedAt: true,
  note: true,
  closedBy: { select: { name: true } },
  match: { select: { id: true, reference: true, contactStoppedAt: true, mentor: side, mentee: side } },
} as const;

/** What was told to the officers for concerns in a cycle, what waits longest first; what is closed, the newest first. */
export async function listConcerns({ id: cycleId }: { id: string }, viewer: UserActor) {
  const rows = await db.pairTask.findMany({
    where: { kind: 'concern', reader: 'officer', match: { cycleId, ...openSides(viewer) } },
    select: columns,
    orderBy: [{ openedAt: 'asc' }, { id: 'asc' }],
  });
  return {
    open: rows.filter(({ closedAt }) => closedAt === null),
    closed: rows.filter(({ closedAt }) => closedAt !== null).toReversed(),
  };
}
export type Concern = Awaited<ReturnType<typeof listConcerns>>['open'][number];

/** The cycles with told matches whose concerns this user reads, those first in which one waits, then the newest. */
export async function listConcernCycles(user: UserActor, now: Date) {
  const programIds = programsWhere(user, 'concern.read', now);
  if (programIds.length === 0) return [];
  const cycles = await db.cycle.findMany({
    where: { programId: { in: programIds }, releasedAt: { not: null } },
    select: { id: true, code: true, name: true, program: { select: { name: true } } },
    orderBy: [{ startsAt: 'desc' }, { code: 'asc' }],
  });
  const waiting = await db.pairTask.findMany({
    where: {
      kind: 'concern',
      reader: 'officer',
      closedAt: null,
      match: { cycleId: { in: cycles.map(({ id }) => id) }, ...openSides(user) },
    },
    select: { match: { select: { cycleId: true } } },
  });
  return cycles
    .map(({ id, ...cycle }) => ({ ...cycle, waiting: waiting.filter(({ match }) => match.cycleId === id).length }))
    .toSorted((a, b) => Number(b.waiting > 0) - Number(a.waiting > 0));
}
export type ConcernCycle = Awaited<ReturnType<typeof listConcernCycles>>[number];
