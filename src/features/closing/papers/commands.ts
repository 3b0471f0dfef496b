import { db } from '@/db/client';
import { recordEvent } from '@/db/events';
import type { Actor } from '@/domain/actor';
import { authorize } from '@/domain/permissions';
import type { Holder } from './queries';

type Own = Pick<Holder, 'applicationId' | 'personId' | 'organizationId' | 'cycleId' | 'number'>;

/** Lets a certificate be checked by its number, or not any more. The same choice twice changes nothing. */
export async function setCheckable(own: Own, checkable: boolean, now: Date): Promise<void> {
  const { applicationId, personId, organizationId, cycleId, number } = own;
  const actor: Actor = { kind: 'participant', personId: personId ?? '' };
  authorize(actor, 'closing.answer', { personId }, now);
  await db.$transaction(async (tx) => {
    const before = await tx.certificate.findUnique({ where: { applicationId }, select: { checkableAt: true } });
    if (((before?.checkableAt ?? null) !== null) === checkable) return;
    const values = { checkableAt: checkable ? now : null };
    await tx.certificate.upsert({
      where: { applicationId },
      create: { applicationId, organizationId, number, ...values },
      update: values,
    });
    const action = checkable ? 'certificate.shown' : 'certificate.hidden';
    const event = { subjectType: 'application', subjectId: applicationId, action, at: now };
    await recordEvent(tx, { actor, organizationId, cycleId, ...event });
  });
}
