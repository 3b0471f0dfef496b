import { db } from '@/db/client';
import { recordEvent } from '@/db/events';
import { actorOf } from '../../commands';
import { lockDraft } from '../../drafts/commands';
import type { Owner } from '../../queries';

/** The applicant lets staff read and fill in a form that is not sent, or no longer. */
export async function letStaffHelp(owner: Owner, draftId: string, help: boolean, now: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    const { organizationId, cycleId } = await lockDraft(tx, draftId, owner);
    const { count } = await tx.draft.updateMany({
      where: { id: draftId, openedToStaffAt: help ? null : { not: null } },
      data: { openedToStaffAt: help ? now : null },
    });
    if (count === 0) return;
    await recordEvent(tx, {
      actor: actorOf(owner),
      organizationId,
      cycleId,
      subjectType: 'draft',
      subjectId: draftId,
      action: help ? 'draft.opened_to_staff' : 'draft.closed_to_staff',
      at: now,
    });
  });
}
