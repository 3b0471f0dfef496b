import { db } from '@/db/client';
import type { UserActor } from '@/domain/actor';
import { findQuestion, withQuestion } from '@/domain/forms/editing';
import { STANDARD_FORM } from '@/domain/forms/mentoring-2026';
import { isRead } from '@/domain/forms/fixed';
import { authorize } from '@/domain/permissions';
import { Refusal } from '@/domain/refusal';
import { newId } from '@/lib/id';
import { changeForm } from '../commands';
import { getStoredForm } from '../queries';
import { storedQuestionSchema } from '../schema';

type Kept = { cycleId: string; name: string };

const cycleOf = (cycleId: string) =>
  db.cycle.findUniqueOrThrow({
    where: { id: cycleId },
    select: { organizationId: true, programId: true, formVersion: true },
  });

/** Keeps a question of this cycle's form for the forms of all cycles. One of the same name is replaced. */
export async function keepQuestion(actor: UserActor, { cycleId, name }: Kept, now: Date): Promise<void> {
  const { organizationId, programId, formVersion } = await cycleOf(cycleId);
  authorize(actor, 'form.edit', { programId }, now);
  const inWork = await db.formVersion.findFirst({ where: { cycleId, publishedAt: null }, select: { name: true } });
  const question = findQuestion(await getStoredForm(inWork?.name ?? formVersion), name);
  if (!question || isRead(name)) throw new Refusal('form.name_taken');
  // A condition belongs to the form it was made for.
  const { showIf: _, ...definition } = question;
  const values = { definition: JSON.parse(JSON.stringify(definition)), createdById: actor.userId, createdAt: now };
  await db.libraryQuestion.upsert({
    where: { organizationId_name: { organizationId, name } },
    create: { id: newId(now), organizationId, name, ...values },
    update: values,
  });
}

/** Takes a question out of the library; forms that ask it keep it. */
export async function forgetQuestion(actor: UserActor, { cycleId, name }: Kept, now: Date): Promise<void> {
  const { organizationId, programId } = await cycleOf(cycleId);
  authorize(actor, 'form.edit', { programId }, now);
  await db.libraryQuestion.deleteMany({ where: { organizationId, name } });
}

/** Puts a question of the library, or one of the standard form that was removed, at the end of a section in work. */
export async function takeQuestion(
  actor: UserActor,
  { cycleId, version, section, name }: Kept & { version: number; section: string },
  now: Date,
): Promise<void> {
  const { organizationId } = await cycleOf(cycleId);
  const kept = await db.libraryQuestion.findUnique({
    where: { organizationId_name: { organizationId, name } },
    select: { definition: true },
  });
  const question = kept ? storedQuestionSchema.parse(kept.definition) : findQuestion(STANDARD_FORM, name);
  if (!question) throw new Refusal('form.name_taken');
  await changeForm(
    actor,
    {
      cycleId,
      version,
      change: (form) => {
        if (findQuestion(form, name)) throw new Refusal('form.name_taken');
        return withQuestion(form, section, question);
      },
    },
    now,
  );
}
