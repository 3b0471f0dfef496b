import { db } from '@/db/client';
import { recordEvent } from '@/db/events';
import type { UserActor } from '@/domain/actor';
import { authorize } from '@/domain/permissions';
import { Refusal } from '@/domain/refusal';
import { newId } from '@/lib/id';
import { inLanguage } from '@/lib/language';
import { composeMessage } from '@/mail/compose';
import { enqueue } from '@/mail/outbox';
import { languageOf } from '@/mail/templates/outcome';
import { getAnnouncementCycle } from '../queries';
import { findLetterPreview } from '../reading/queries';
import type { SafeReasons, TestLetter } from './schema';

/** Sends one person's letter, as it would go out now, to the member who asks. */
export async function sendTestLetter(actor: UserActor, { cycleId, personId }: TestLetter, now: Date): Promise<void> {
  const cycle = await getAnnouncementCycle(db, cycleId);
  authorize(actor, 'announcement.view', { programId: cycle.programId }, now);
  if (actor.closed.includes(personId)) throw new Refusal('review.own_application');
  const preview = await findLetterPreview(cycleId, { personId, closed: actor.closed }, now);
  if (!preview) throw new Refusal('actor.forbidden');
  const { written, signature, intro, planned } = preview;
  const message = inLanguage(languageOf(planned), () =>
    composeMessage(`[Test] ${written.subject}`, written.markdown, signature, intro),
  );
  await db.$transaction(async (tx) => {
    await enqueue(
      tx,
      {
        ...message,
        organizationId: cycle.organizationId,
        key: `test:${newId(now)}`,
        kind: 'test',
        to: { address: actor.email, name: actor.name },
      },
      now,
    );
  });
}

/** Replaces the sentences both people of a match will read. */
export async function editSafeReasons(
  actor: UserActor,
  { matchId, reasons, version }: SafeReasons,
  now: Date,
): Promise<void> {
  await db.$transaction(async (tx) => {
    const match = await tx.match.findUnique({
      where: { id: matchId },
      select: {
        organizationId: true,
        cycleId: true,
        state: true,
        plan: { select: { cycle: { select: { programId: true } } } },
      },
    });
    if (!match) throw new Refusal('match.wrong_status');
    authorize(actor, 'template.edit', { programId: match.plan.cycle.programId }, now);
    const { count } = await tx.match.updateMany({
      where: { id: matchId, version, state: 'approved' },
      data: { safeReasons: reasons, version: { increment: 1 } },
    });
    if (count === 0) throw new Refusal('match.wrong_status');
    await recordEvent(tx, {
      actor,
      organizationId: match.organizationId,
      cycleId: match.cycleId,
      subjectType: 'match',
      subjectId: matchId,
      action: 'match.reasons_edited',
      detail: { reasons },
      at: now,
    });
  });
}
