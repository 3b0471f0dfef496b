import { answersSchema } from '@/features/applications/schema';
import { z } from 'zod';
import { historyOf } from './history/queries';
import { db } from '@/db/client';
import type { UserActor } from '@/domain/actor';
import { textOf, type Answers } from '@/domain/answers';
import { APPLICATION_STATES } from '@/domain/application';
import { readsDiscussion } from '@/domain/discussion';
import { ROLES, type Role } from '@/domain/mentoring';
import { may } from '@/domain/permissions';
import {
  answerInWords,
  isAnswered,
  sectionsFor,
  type Audience,
  type FormDefinition,
  type Question,
} from '@/domain/questions';
import { ratingsOf, scoreOf, summarize } from '@/domain/review';
import type { Viewer } from '@/features/applications/inbox/choosing/schema';
import { getForm } from '@/features/forms/queries';
import { eligibilitySchema } from '@/features/programs/schema';

type Cycle = { id: string; programId: string };

/** What the viewer may do with an application of this cycle that is not their own. */
export const powersOf = (user: UserActor, { programId }: Cycle, now: Date) => ({
  reviews: may(user, 'review.write', { programId, personId: null }, now),
  decides: may(user, 'decision.stage', { programId, personId: null }, now),
  readsStaffAnswers: may(user, 'participant_veto.read', { programId }, now),
});
export type Powers = ReturnType<typeof powersOf>;

/** The viewer of lists, sheets and the finder. Names are open to everybody who sees applications. */
export const viewerOf = ({ userId, closed }: UserActor, powers: Pick<Powers, 'reviews' | 'decides'>): Viewer => ({
  userId,
  closed,
  reviews: powers.reviews,
  discussions: readsDiscussion(powers, false),
  names: true,
});

export const knownSchema = z.object({
  role: z.enum(ROLES),
  state: z.enum(APPLICATION_STATES),
  answers: answersSchema,
});

/** Whether this is the viewer's own application: they are told so, and nothing else of it. */
export const isOwnApplication = async (user: UserActor, cycleId: string, id: string): Promise<boolean> =>
  (await db.application.count({ where: { id, cycleId, personId: user.personId, state: { not: 'draft' } } })) > 0;

/** An application as the viewer may read it; null for drafts, other cycles and their own. */
export async function findApplication(user: UserActor, cycle: Cycle, id: string, powers: Powers) {
  const row = await db.application.findFirst({
    where: { id, cycleId: cycle.id, state: { not: 'draft' }, personId: { notIn: [...user.closed] } },
    select: {
      id: true,
      reference: true,
      name: true,
      role: true,
      state: true,
      answers: true,
      formVersion: true,
      places: true,
      submittedAt: true,
      provenAt: true,
      decisionNote: true,
      unmetRule: true,
      laterBy: true,
      discussSince: true,
      discussReason: true,
      withdrawReason: true,
      version: true,
      cycle: { select: { releasedAt: true, program: { select: { eligibility: true } } } },
    },
  });
  if (!row) return null;
  const {
    answers,
    role,
    state,
    formVersion,
    cycle: { releasedAt, program },
    ...rest
  } = row;
  const known = knownSchema.parse({ answers, role, state });
  const reviews = await reviewsOf(user, { id, role: known.role }, powers);
  return {
    ...rest,
    role: known.role,
    state: known.state,
    releasedAt,
    sections: sectionsInWords(await getForm(formVersion), known, powers),
    rules: eligibilitySchema.parse(program.eligibility)[known.role].map(({ text }) => text),
    reviews,
    history: await historyOf(id, user, readsDiscussion(powers, reviews.mine !== null)),
  };
}
export type ReadApplication = NonNullable<Awaited<ReturnType<typeof findApplication>>>;

/** Contact details are for the match and for staff: nobody needs them to judge. */
const OFFICE_ONLY: readonly Audience[] = ['staff', 'match_if_ticked'];
/** Whether the viewer may read the answers to a question. */
export const isShown = ({ name, seenBy }: Question, { readsStaffAnswers }: Powers) =>
  name !== 'share_contact' && (readsStaffAnswers || !OFFICE_ONLY.includes(seenBy));

/** In the wording that the answers were given to. */
export function sectionsInWords(
  form: FormDefinition,
  { role, answers }: { role: Role; answers: Answers },
  powers: Powers,
) {
  return sectionsFor(form, role, false)
    .map(({ key, title, questions }) => ({
      key,
      title,
      answers: questions
        .filter((question) => isAnswered(question) && isShown(question, powers))
        .map((question) => ({
          name: question.name,
          label: question.label,
          type: question.type,
          text: answerInWords(question, answers),
          rating: question.type === 'rating' ? Number(textOf(answers, question.name)) || null : null,
          confidential: question.seenBy === 'confidential' || question.seenBy === 'staff',
        }))
        .filter(({ text }) => text !== ''),
    }))
    .filter((section) => section.answers.length > 0);
}
export type ReadSection = ReturnType<typeof sectionsInWords>[number];

/** My review; the others' and their mean only after mine, or when the viewer reviews none. */
async function reviewsOf(user: UserActor, { id, role }: { id: string; role: Role }, powers: Powers) {
  const rows = await db.review.findMany({
    where: { applicationId: id },
    select: {
      ratings: true,
      abstained: true,
      comment: true,
      savedAt: true,
      version: true,
      reviewerId: true,
      reviewer: { select: { name: true } },
    },
    orderBy: { savedAt: 'asc' },
  });
  const read = rows.map(({ ratings, reviewer, ...row }) => ({
    ...row,
    name: reviewer.name,
    ratings: ratingsOf(role, ratings),
    score: scoreOf(ratingsOf(role, ratings)),
  }));
  const mine = read.find(({ reviewerId }) => reviewerId === user.userId) ?? null;
  const open = mine !== null || !powers.reviews;
  return {
    mine,
    count: read.length,
    others: open ? read.filter((review) => review !== mine) : null,
    summary: open ? summarize(read.map(({ score }) => score)) : null,
  };
}
