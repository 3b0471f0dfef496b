import { db } from '@/db/client';

/** What was asked about an application and answered, newest first. Whether the viewer may read is asked by the caller. */
export async function listQuestions(applicationId: string) {
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
  return rows.map(({ askedBy, ...row }) => ({ ...row, who: askedBy.name }));
}
export type AskedQuestion = Awaited<ReturnType<typeof listQuestions>>[number];
