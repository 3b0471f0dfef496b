import { db } from '@/db/client';
import { refuseOn } from '@/db/errors';
import { recordEvent } from '@/db/events';
import type { UserActor } from '@/domain/actor';
import { unknownFields } from '@/domain/letters/template';
import { authorize } from '@/domain/permissions';
import { Refusal } from '@/domain/refusal';
import { newId } from '@/lib/id';
import { getAnnouncementCycle } from '../queries';
import type { TemplateInput } from './schema';

/**
 * Saves the wording of one kind of letter in one language, beside what was saved before. A field that does not exist is refused
 * here already; an older window is told that somebody else saved since.
 *
 * @param version of the words that the page was drawn with; 0 when nobody had saved any
 * @throws {Refusal} `release.template_field`, `letter.saved_meanwhile`
 */
export async function saveTemplate(
  actor: UserActor,
  { cycleId, kind, language, version, subject, body }: TemplateInput,
  now: Date,
): Promise<void> {
  await db
    .$transaction(async (tx) => {
      const { organizationId, programId } = await getAnnouncementCycle(tx, cycleId);
      authorize(actor, 'template.edit', { programId }, now);
      const unknown = unknownFields({ subject, body });
      if (unknown.length > 0) throw new Refusal('release.template_field', `Not known: ${unknown.join(', ')}.`);
      const last = await tx.mailTemplate.findFirst({
        where: { cycleId, kind, language },
        select: { version: true },
        orderBy: { version: 'desc' },
      });
      if ((last?.version ?? 0) !== version) throw new Refusal('letter.saved_meanwhile');
      const words = { kind, language, subject, body, version: version + 1 };
      await tx.mailTemplate.create({
        data: { id: newId(now), organizationId, cycleId, ...words, updatedAt: now, savedById: actor.userId },
      });
      await recordEvent(tx, {
        actor,
        organizationId,
        cycleId,
        subjectType: 'cycle',
        subjectId: cycleId,
        action: 'template.saved',
        detail: { kind, language, version: version + 1 },
        at: now,
      });
    })
    .catch(refuseOn('mail_templates_cycle_id_kind_language_version_key', 'letter.saved_meanwhile'));
}
