import { db } from '@/db/client';
import { recordEvent } from '@/db/events';
import type { UserActor } from '@/domain/actor';
import { authorize } from '@/domain/permissions';
import { Refusal } from '@/domain/refusal';
import { newId } from '@/lib/id';
import { listAreas } from './queries';
import type { StrengthsInput } from './schema';

/** Keeps what a member of the committee says they know well. Areas that the form asks no more are left out. */
export async function sayStrengths(actor: UserActor, { cycleId, areas }: StrengthsInput, now: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    const cycle = await tx.cycle.findUnique({
      where: { id: cycleId },
      select: { organizationId: true, programId: true },
    });
    if (!cycle) throw new Refusal('actor.forbidden');
    const { organizationId, programId } = cycle;
    authorize(actor, 'review.write', { programId, personId: null }, now);
    const asked = (await listAreas(cycleId, tx)).map(({ value }) => value).filter((area) => areas.includes(area));
    const { userId } = actor;
    await tx.reviewerStrength.upsert({
      where: { programId_userId: { programId, userId } },
      create: { id: newId(now), organizationId, programId, userId, areas: asked, updatedAt: now },
      update: { areas: asked, updatedAt: now },
    });
    const event = { subjectType: 'user', subjectId: userId, action: 'reviewer.strengths_said', at: now };
    await recordEvent(tx, { actor, organizationId, cycleId, ...event, detail: { areas: asked } });
  });
}
