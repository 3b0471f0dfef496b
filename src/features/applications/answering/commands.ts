import { db } from '@/db/client';
import { recordEvent } from '@/db/events';
import { canMove, moved, APPLICATION_STATES } from '@/domain/application';
import { Refusal } from '@/domain/refusal';

type Answering = { personId: string; questionId: string; answer: string };

/**
 * Keeps the answer; the application goes back to those who review it. An answer that comes after a decision is kept too.
 *
 * @throws {Refusal} `actor.forbidden`, `question.answered`
 */
export async function answerQuestion({ personId, questionId, answer }: Answering, now: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    const found = await tx.applicantQuestion.findFirst({
      where: { id: questionId, application: { personId } },
      select: { applicationId: true, organizationId: true },
    });
    if (!found) throw new Refusal('actor.forbidden');
    const { applicationId, organizationId } = found;
    await tx.$queryRaw`SELECT id FROM applications WHERE id = ${applicationId}::uuid FOR UPDATE`;
    const { count } = await tx.applicantQuestion.updateMany({
      where: { id: questionId, answeredAt: null },
      data: { answer, answeredAt: now },
    });
    if (count === 0) throw new Refusal('question.answered');
    const row = await tx.application.findUniqueOrThrow({
      where: { id: applicationId },
      select: { state: true, cycleId: true },
    });
    const state = APPLICATION_STATES.find((one) => one === row.state) ?? 'withdrawn';
    if (canMove(state, 'answer'))
      await tx.application.update({
        where: { id: applicationId },
        data: { state: moved(state, 'answer'), version: { increment: 1 } },
      });
    await recordEvent(tx, {
      actor: { kind: 'participant', personId },
      organizationId,
      cycleId: row.cycleId,
      subjectType: 'application',
      subjectId: applicationId,
      action: 'application.answered',
      at: now,
    });
  });
}
