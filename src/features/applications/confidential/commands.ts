import { db } from '@/db/client';
import { enqueueJob } from '@/db/jobs';
import { dropAnswers } from '@/vault/seal';
import { forgetSelfDescriptions } from '@/features/funding/asking/commands';
import { lockDraft } from '../drafts/commands';
import type { Owner } from '../queries';

/**
 * Erases what is sealed for a form: the records go now, and the worker notes it outside the database, so that no restored
 * backup brings them back. It stands in no history: that somebody erased would say that there was something.
 *
 * @throws {Refusal} `actor.forbidden`
 */
export async function eraseAnswers(owner: Owner, draftId: string, now: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    const draft = await lockDraft(tx, draftId, owner);
    for (const { id } of draft.applications) {
      await dropAnswers(tx, id);
      const payload = { applicationId: id, at: now.toISOString() };
      await enqueueJob(tx, 'note-erasure', payload, `note-erasure:${id}:${payload.at}`);
    }
    if (owner.personId) await forgetSelfDescriptions(tx, { personId: owner.personId, cycleId: draft.cycleId }, now);
  });
}
