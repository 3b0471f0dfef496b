import { db } from '@/db/client';

/**
 * What was asked about an application and answered, newest first. Whether the viewer may read is asked by the caller.
 *
 * @param clean takes out what the viewer must not read of it
 */
export async function listQuestions(applicationId: string, clean: (text: string) => string) {
  const rows = await db.applicantQuestion.findMany({
    where: { applicationId },
    select: {
      id: true,
      question: true,
      askedAt: true,
      answer: true,
      answeredAt: true,
      askedBy: { select: { name: true } },
    },
    orderBy: { askedAt: 'desc' },
  });
  return rows.map(({ askedBy, question, answer, ...row }) => ({
    ...row,
    question: clean(question),
    answer: clean(answer),
    who: askedBy.name,
  }));
}
export type AskedQuestion = Awaited<ReturnType<typeof listQuestions>>[number];
