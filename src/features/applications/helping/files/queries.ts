import { db } from '@/db/client';
import { textOf, type Answers } from '@/domain/answers';
import { fileIn } from '@/domain/file-type';
import { isId } from '@/lib/id';
import type { Helped } from '../queries';

/** A file of this person's form, for staff who may read it; null otherwise. */
export const findHelpedFile = async ({ draftId, mayRead }: Helped, id: string) =>
  draftId && mayRead && isId(id)
    ? db.file.findFirst({ where: { id, draftId }, select: { name: true, mediaType: true, content: true } })
    : null;

/** Of these answers those that name a file of this person's form: what a page carries along is not to be believed. */
export async function onlyOwnFiles({ draftId }: Helped, answers: Answers): Promise<Answers> {
  const named = Object.keys(answers).flatMap((question) => {
    const file = fileIn(textOf(answers, question));
    return file && isId(file.id) ? [{ question, ...file }] : [];
  });
  if (!draftId || named.length === 0) return {};
  const found = await db.file.findMany({
    where: { draftId, id: { in: named.map(({ id }) => id) } },
    select: { id: true, name: true },
  });
  return Object.fromEntries(
    named.flatMap(({ question, id }) => {
      const own = found.find((file) => file.id === id);
      return own ? [[question, `${id} ${own.name}`]] : [];
    }),
  );
}
