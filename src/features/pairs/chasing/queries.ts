import { db } from '@/db/client';
import { signedColumns } from '@/mail/compose';

const side = {
  select: { id: true, email: true, personId: true, language: true, state: true, answers: true, name: true },
} as const;

/** Matches that wait for an answer, of cycles that ask for one. */
export const listUnanswered = () =>
  db.match.findMany({
    where: { state: { in: ['announced', 'mentor_confirmed'] }, answerBy: { not: null } },
    select: {
      id: true,
      organizationId: true,
      cycleId: true,
      state: true,
      version: true,
      mentorApplicationId: true,
      menteeApplicationId: true,
      answerBy: true,
      mentorAnswer: true,
      menteeAnswer: true,
      mentor: side,
      mentee: side,
      plan: {
        select: {
          cycle: { select: { name: true, timeZone: true, confirmDays: true, program: { select: signedColumns } } },
        },
      },
    },
    orderBy: [{ answerBy: 'asc' }, { id: 'asc' }],
  });
export type Unanswered = Awaited<ReturnType<typeof listUnanswered>>[number];
