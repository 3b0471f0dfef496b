import { actorName, type Actor } from '@/domain/actor';
import { newId } from '@/lib/id';
import { db, type Prisma, type Tx } from './client';

type NewEvent = {
  actor: Actor;
  organizationId: string;
  cycleId?: string | null;
  subjectType: string;
  subjectId: string;
  action: string;
  reason?: string;
  detail?: Prisma.InputJsonObject;
  at: Date;
};

/** Writes who did what, when and why, in the transaction that does it. */
export async function recordEvent(tx: Tx, { actor, cycleId, reason, detail, ...event }: NewEvent): Promise<void> {
  await tx.event.create({
    data: {
      id: newId(event.at),
      ...event,
      cycleId: cycleId ?? null,
      reason: reason ?? '',
      detail: detail ?? {},
      actor: actorName(actor),
    },
  });
}

/** What happened to these subjects, newest first, with the name of who did it: '' for the applicant or a job. */
export async function listEvents(subjectIds: readonly string[], actions: readonly string[]) {
  const events = await db.event.findMany({
    where: { subjectId: { in: [...subjectIds] }, action: { in: [...actions] } },
    select: { id: true, action: true, actor: true, reason: true, detail: true, at: true },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: 100,
  });
  const ids = events.flatMap(({ actor }) => (actor.startsWith('user:') ? [actor.slice('user:'.length)] : []));
  const users = await db.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  const names = new Map(users.map(({ id, name }) => [`user:${id}`, name]));
  return events.map(({ actor, ...event }) => ({ ...event, who: names.get(actor) ?? '' }));
}
