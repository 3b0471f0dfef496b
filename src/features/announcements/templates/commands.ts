import { db } from '@/db/client';
import { recordEvent } from '@/db/events';
import type { UserActor } from '@/domain/actor';
import { unknownFields } from '@/domain/letters/template';
import { authorize } from '@/domain/permissions';
import { Refusal } from '@/domain/refusal';
import { newId } from '@/lib/id';
import { getAnnouncementCycle } from '../queries';
import type { TemplateInput } from './schema';

/**
 * Saves the wording of one kind of letter. A field that does not exist is refused here already; an older window is told
 * that somebody else saved since.
 */
export async function saveTemplate(
  actor: UserActor,
  { cycleId, kind, version, subject, body }: TemplateInput,
  now: Date,
): Promise<void> {
  await db.$transaction(async (tx) => {
    const { organizationId, programId } = await getAnnouncementCycle(tx, cycleId);
    authorize(actor, 'template.edit', { programId }, now);
    const unknown = unknownFields({ subject, body });
    if (unknown.length > 0) throw new Refusal('release.template_field', `Not known: ${unknown.join(', ')}.`);
    const { count } = await tx.mailTemplate.updateMany({
      where: { cycleId, kind, version },
      data: { subject, body, updatedAt: now, version: { increment: 1 } },
    });
    if (count === 0 && version > 0)
      throw new Refusal('plan.wrong_status', 'Somebody else saved this letter meanwhile.');
    if (count === 0)
      await tx.mailTemplate.create({
        data: { id: newId(now), organizationId, cycleId, kind, subject, body, updatedAt: now },
      });
    await recordEvent(tx, {
      actor,
      organizationId,
      cycleId,
      subjectType: 'cycle',
      subjectId: cycleId,
      action: 'template.saved',
      detail: { kind },
      at: now,
    });
  });
}
