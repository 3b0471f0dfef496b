import { db } from '@/db/client';
import { refuseOn } from '@/db/errors';
import { recordEvent } from '@/db/events';
import type { UserActor } from '@/domain/actor';
import { freeName, plainName } from '@/domain/forms/editing';
import { ALSC_2015 } from '@/domain/forms/frameworks';
import type { Option } from '@/domain/mentoring';
import { authorize } from '@/domain/permissions';
import { Refusal } from '@/domain/refusal';
import { newId } from '@/lib/id';
import type { FrameworkInput } from './schema';

/** Names for fields of a form: `rating_<value>`. */
function areasFrom(labels: readonly string[]): Option[] {
  const areas: Option[] = [];
  for (const label of labels) {
    const value = freeName(plainName(label, '_', 28), (one) => areas.some((area) => area.value === one), '_');
    areas.push({ value, label });
  }
  return areas;
}

/** Makes a framework, for the forms of all cycles. It is never changed. @throws {Refusal} `framework.name_taken` */
export async function createFramework(
  actor: UserActor,
  { cycleId, name, areas }: FrameworkInput,
  now: Date,
): Promise<void> {
  const key = plainName(name, '-', 60);
  if (key === ALSC_2015.key) throw new Refusal('framework.name_taken');
  await db
    .$transaction(async (tx) => {
      const { organizationId, programId } = await tx.cycle.findUniqueOrThrow({
        where: { id: cycleId },
        select: { organizationId: true, programId: true },
      });
      authorize(actor, 'form.edit', { programId }, now);
      const id = newId(now);
      await tx.framework.create({
        data: {
          id,
          organizationId,
          key,
          name,
          areas: areasFrom(areas).map(({ value, label }) => ({ value, label })),
          createdById: actor.userId,
          createdAt: now,
        },
      });
      const event = { subjectType: 'framework', subjectId: id, action: 'framework.created', at: now };
      await recordEvent(tx, { actor, organizationId, cycleId, ...event });
    })
    .catch(refuseOn('frameworks_organization_id_key_key', 'framework.name_taken'));
}
