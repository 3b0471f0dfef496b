import { actorName, type Actor } from '@/domain/actor';
import { newId } from '@/lib/id';
import type { Prisma, Tx } from './client';

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
