import { signedColumns } from '@/mail/compose';
import { db } from '@/db/client';
import { isId } from '@/lib/id';

/** A question to this proven person; null when there is none of that id. */
export const findQuestionTo = async (personId: string, id: string) =>
  isId(id)
    ? db.applicantQuestion.findFirst({
        where: { id, application: { personId, state: { not: 'withdrawn' } } },
        select: {
          id: true,
          question: true,
          answer: true,
          answeredAt: true,
          application: {
            select: {
              reference: true,
              cycle: {
                select: {
                  program: {
                    select: { ...signedColumns, slug: true },
                  },
                },
              },
            },
          },
        },
      })
    : null;
export type QuestionTo = NonNullable<Awaited<ReturnType<typeof findQuestionTo>>>;

/** The open questions to a person, by application. */
export async function openQuestions(applicationIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await db.applicantQuestion.findMany({
    where: { applicationId: { in: [...applicationIds] }, answeredAt: null },
    select: { id: true, applicationId: true },
  });
  return new Map(rows.map(({ id, applicationId }) => [applicationId, id]));
}
