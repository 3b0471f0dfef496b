import { db } from '@/db/client';
import { refuseOn } from '@/db/errors';
import { recordEvent } from '@/db/events';
import type { UserActor } from '@/domain/actor';
import { languageIn } from '@/domain/language';
import { authorize } from '@/domain/permissions';
import { Refusal } from '@/domain/refusal';
import { appUrl } from '@/lib/env';
import { newId } from '@/lib/id';
import { inLanguage } from '@/lib/language';
import { paths } from '@/lib/paths';
import { signatureOf, signedColumns } from '@/mail/compose';
import { enqueue } from '@/mail/outbox';
import { questionMail } from '@/mail/templates/question';
import type { AskInput } from './schema';

const OPEN = ['submitted', 'needs_information'];

/**
 * Asks an applicant something before the committee decides; it goes to them by mail and onto their status page. The question
 * itself stands in the mail only once the address is proven.
 *
 * @throws {Refusal} `question.wrong_status` once there is a decision, `question.open` while another waits
 */
export async function askApplicant(actor: UserActor, { applicationId, question }: AskInput, now: Date): Promise<void> {
  await db
    .$transaction(async (tx) => {
      await tx.$queryRaw`SELECT id FROM applications WHERE id = ${applicationId}::uuid FOR UPDATE`;
      const row = await tx.application.findUnique({
        where: { id: applicationId },
        select: {
          organizationId: true,
          cycleId: true,
          personId: true,
          state: true,
          reference: true,
          email: true,
          provenAt: true,
          language: true,
          cycle: {
            select: {
              programId: true,
              releasedAt: true,
              name: true,
              program: { select: signedColumns },
            },
          },
        },
      });
      if (!row || row.state === 'draft') throw new Refusal('actor.forbidden');
      const { organizationId, cycleId, personId, reference, email, cycle } = row;
      authorize(actor, 'applicant.ask', { programId: cycle.programId, personId }, now);
      if (!OPEN.includes(row.state) || cycle.releasedAt !== null) throw new Refusal('question.wrong_status');
      const id = newId(now);
      await tx.applicantQuestion.create({
        data: { id, organizationId, applicationId, askedById: actor.userId, question, askedAt: now },
      });
      await tx.application.update({
        where: { id: applicationId },
        data: { state: 'needs_information', version: { increment: 1 } },
      });
      await recordEvent(tx, {
        actor,
        organizationId,
        cycleId,
        subjectType: 'application',
        subjectId: applicationId,
        action: 'application.asked',
        at: now,
      });
      const message = inLanguage(languageIn(row.language), () =>
        questionMail(
          {
            cycleName: `${cycle.program.name}, ${cycle.name}`,
            reference: reference ?? '',
            question: row.provenAt === null ? '' : question,
            answerUrl: `${appUrl()}${row.provenAt === null ? paths.resume() : paths.statusAnswer(id)}`,
          },
          signatureOf(cycle),
        ),
      );
      const to = { address: email };
      await enqueue(tx, { ...message, organizationId, key: `question:${id}`, kind: 'question', to, personId }, now);
    })
    .catch(refuseOn('one_open_question', 'question.open'));
}
