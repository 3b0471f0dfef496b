import { db, type Tx } from '@/db/client';
import { recordEvent } from '@/db/events';
import { moved } from '@/domain/application';
import { languageIn } from '@/domain/language';
import { Refusal } from '@/domain/refusal';
import type { CycleView } from '@/features/programs/queries';
import { appUrl } from '@/lib/env';
import { inLanguage } from '@/lib/language';
import { paths } from '@/lib/paths';
import { enqueue } from '@/mail/outbox';
import { withdrawnMail } from '@/mail/templates/application-mails';
import { actorOf, fullName } from '../commands';
import { lockDraft } from '../drafts/commands';
import type { Owner } from '../queries';
import type { OwnApplication } from './queries';
import { signatureOf } from '@/mail/compose';

type Withdrawal = { owner: Owner; application: OwnApplication; cycle: CycleView; reason: string };

/** Takes an application back, in whatever state it is. A match in the making or in force is left for the committee to repair. */
export async function withdraw({ owner, application, cycle, reason }: Withdrawal, now: Date): Promise<void> {
  const { id, state, organizationId, reference, email, personId, language } = application;
  moved(state, 'withdraw');
  await db.$transaction(async (tx) => {
    const { count } = await tx.application.updateMany({
      where: { id, state },
      data: { state: 'withdrawn', withdrawnAt: now, withdrawReason: reason, version: { increment: 1 } },
    });
    if (count === 0) throw new Refusal('application.wrong_status');
    await recordEvent(tx, {
      actor: actorOf(owner),
      organizationId,
      cycleId: cycle.id,
      subjectType: 'application',
      subjectId: id,
      action: 'application.withdrawn',
      reason,
      at: now,
    });
    if (!reference) return;
    const message = inLanguage(languageIn(language), () =>
      withdrawnMail(
        { cycleName: fullName(cycle), reference, programUrl: `${appUrl()}${paths.program(cycle.program.slug)}` },
        signatureOf(cycle),
      ),
    );
    await enqueue(
      tx,
      { ...message, organizationId, key: `withdrawn:${id}`, kind: 'withdrawn', to: { address: email }, personId },
      now,
    );
  });
}

type Choice = { owner: Owner & { personId: string }; draftId: string };

/** The application in force of this person for one role of the draft's cycle steps back for the draft's own. */
async function stepBack(tx: Tx, { owner }: Choice, cycleId: string, role: string, now: Date): Promise<void> {
  const rows = await tx.application.findMany({
    where: { cycleId, role, personId: owner.personId, state: { notIn: ['draft', 'withdrawn'] } },
    select: { id: true, state: true, organizationId: true },
  });
  for (const { id, state, organizationId } of rows) {
    if (state !== 'submitted' && state !== 'needs_information')
      throw new Refusal(
        'application.wrong_status',
        'The committee has already decided on the earlier one; write to us.',
      );
    await tx.application.update({
      where: { id },
      data: {
        state: 'withdrawn',
        withdrawnAt: now,
        withdrawReason: 'replaced by a newer one',
        version: { increment: 1 },
      },
    });
    await recordEvent(tx, {
      actor: actorOf(owner),
      organizationId,
      cycleId,
      subjectType: 'application',
      subjectId: id,
      action: 'application.withdrawn',
      reason: 'replaced by a newer one',
      at: now,
    });
  }
}

/** Makes a duplicate the one that counts; the earlier application in its role is withdrawn. @throws {Refusal} */
export async function chooseDuplicate(choice: Choice, now: Date): Promise<void> {
  const { owner, draftId } = choice;
  await db.$transaction(async (tx) => {
    const draft = await lockDraft(tx, draftId, owner);
    if (!draft.duplicateAt || draft.sentRevision === null || draft.email !== owner.email)
      throw new Refusal('application.wrong_status');
    for (const { id, role, state } of draft.applications) {
      if (state !== 'draft') continue;
      await stepBack(tx, choice, draft.cycleId, role, now);
      await tx.application.update({
        where: { id },
        data: {
          state: moved('draft', 'submit'),
          personId: owner.personId,
          submittedAt: now,
          provenAt: now,
          version: { increment: 1 },
        },
      });
      await recordEvent(tx, {
        actor: actorOf(owner),
        organizationId: draft.organizationId,
        cycleId: draft.cycleId,
        subjectType: 'application',
        subjectId: id,
        action: 'application.chosen',
        at: now,
      });
    }
    await tx.draft.update({ where: { id: draftId }, data: { duplicateAt: null, updatedAt: now } });
  });
}
