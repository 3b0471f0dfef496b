import { db } from '@/db/client';
import { actorName, type UserActor } from '@/domain/actor';
import { authorize } from '@/domain/permissions';
import { Refusal } from '@/domain/refusal';
import { newId } from '@/lib/id';
import type { AcceptSeveral } from './schema';

/**
 * Accepts several applications that nobody has decided on. All of them or none: one that moved on meanwhile, or the
 * actor's own, refuses the whole.
 */
export async function acceptSeveral(actor: UserActor, { cycleId, ids }: AcceptSeveral, now: Date): Promise<number> {
  return db.$transaction(async (tx) => {
    const cycle = await tx.cycle.findUnique({
      where: { id: cycleId },
      select: {
        organizationId: true,
        programId: true,
        releasedAt: true,
        releases: { where: { state: { in: ['held', 'sending', 'done'] } }, select: { id: true } },
      },
    });
    if (!cycle) throw new Refusal('actor.forbidden');
    const { organizationId, programId } = cycle;
    authorize(actor, 'decision.stage', { programId, personId: null }, now);
    if (cycle.releasedAt || cycle.releases.length > 0) throw new Refusal('decision.released');
    const { count } = await tx.application.updateMany({
      where: { id: { in: ids }, cycleId, state: 'submitted', personId: { notIn: [...actor.closed] } },
      data: { state: 'accepted', laterBy: null, version: { increment: 1 } },
    });
    if (count !== ids.length) throw new Refusal('decision.wrong_status');
    await tx.event.createMany({
      data: ids.map((subjectId) => ({
        id: newId(now),
        organizationId,
        cycleId,
        subjectType: 'application',
        subjectId,
        action: 'application.accept',
        actor: actorName(actor),
        detail: { together: ids.length },
        at: now,
      })),
    });
    return count;
  });
}
