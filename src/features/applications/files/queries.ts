import { db } from '@/db/client';
import type { UserActor } from '@/domain/actor';
import { fileIn } from '@/domain/file-type';
import { textOf } from '@/domain/answers';
import { questionsOf } from '@/domain/questions';
import { getForm } from '@/features/forms/queries';
import { isShown, knownSchema, type Powers } from '@/features/reviews/queries';
import { ownedBy, type Owner } from '../queries';

const columns = { name: true, mediaType: true, content: true } as const;

/** A file of a form that this browser may open; null otherwise. */
export const findOwnFile = (owner: Owner, id: string) =>
  db.file.findFirst({ where: { id, draft: ownedBy(owner) }, select: columns });

/** The file behind one answer of an application, where the viewer may read that answer; null otherwise. */
export async function findAnsweredFile(
  user: UserActor,
  { cycleId, applicationId, question: name }: { cycleId: string; applicationId: string; question: string },
  powers: Powers,
) {
  const row = await db.application.findFirst({
    where: { id: applicationId, cycleId, state: { not: 'draft' }, personId: { notIn: [...user.closed] } },
    select: { draftId: true, role: true, state: true, answers: true, formVersion: true },
  });
  if (!row?.draftId) return null;
  const { role, answers } = knownSchema.parse(row);
  const question = questionsOf(await getForm(row.formVersion), role).find((one) => one.name === name);
  const file = question?.type === 'file' && isShown(question, powers) ? fileIn(textOf(answers, name)) : null;
  return file && db.file.findFirst({ where: { id: file.id, draftId: row.draftId }, select: columns });
}
