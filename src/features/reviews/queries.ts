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
import { identifies } from '@/domain/redact';
import {
  answerInWords,
  isAnswered,
  sectionsFor,
  type Audience,
  type FormDefinition,
  type Question,
} from '@/domain/questions';
import type { Viewer } from '@/features/applications/inbox/choosing/schema';
import { getForm } from '@/features/forms/queries';
import { eligibilitySchema } from '@/features/programs/schema';
import { cleanerFor, type Clean } from './blinding/schema';
import { findReviews } from './reading/queries';
import { findAdjusted } from './strictness/queries';

type Cycle = { id: string; programId: string; blindReview: boolean };

/** What the viewer may do with an application of this cycle that is not their own. */
export const powersOf = (user: UserActor, { programId, blindReview }: Omit<Cycle, 'id'>, now: Date) => ({
  reviews: may(user, 'review.write', { programId, personId: null }, now),
  decides: may(user, 'decision.stage', { programId, personId: null }, now),
  /** Says how the cycle is reviewed and by whom: chair and staff. */
  arranges: may(user, 'review.arrange', { programId, personId: null }, now),
  /** Reads without knowing who applied; chair and staff do not, for they settle conflicts and write letters. */
  blind: blindReview && !may(user, 'review.arrange', { programId, personId: null }, now),
  readsStaffAnswers: may(user, 'participant_veto.read', { programId }, now),
});
export type Powers = ReturnType<typeof powersOf>;

/** The viewer of lists, sheets and the finder. */
export const viewerOf = (
  { userId, closed }: UserActor,
  powers: Pick<Powers, 'reviews' | 'decides' | 'blind'>,
): Viewer => ({
  userId,
  closed,
  reviews: powers.reviews,
  discussions: readsDiscussion(powers, false),
  names: !powers.blind,
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
      email: true,
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
      person: { select: { name: true, email: true } },
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
    person,
    email,
    ...rest
  } = row;
  const known = knownSchema.parse({ answers, role, state });
  const clean = cleanerFor(powers, known.answers, [{ name: rest.name, email }, ...(person ? [person] : [])]);
  const reviews = await findReviews(
    { userId: user.userId, reviews: powers.reviews, gathers: powers.arranges },
    { id, cycleId: cycle.id, role: known.role },
  );
  return {
    ...rest,
    name: powers.blind ? '' : rest.name,
    withdrawReason: clean(rest.withdrawReason),
    unmetRule: clean(rest.unmetRule),
    decisionNote: clean(rest.decisionNote),
    /** Takes out of other words about this person what the viewer must not read. */
    clean,
    role: known.role,
    state: known.state,
    releasedAt,
    sections: sectionsInWords(await getForm(formVersion), known, { powers, clean }),
    rules: eligibilitySchema.parse(program.eligibility)[known.role].map(({ text }) => text),
    reviews: { ...reviews, others: reviews.others?.map((one) => ({ ...one, comment: clean(one.comment) })) ?? null },
    // Beside the plain mean, for whoever may see that.
    adjusted: (reviews.summary?.mean ?? null) === null ? null : await findAdjusted(cycle.id, user, id),
    discussReason: clean(rest.discussReason),
    history: await historyOf(id, user, { isOpen: readsDiscussion(powers, reviews.mine !== null), clean }),
  };
}
export type ReadApplication = Omit<NonNullable<Awaited<ReturnType<typeof findApplication>>>, 'clean'>;

/** Contact details are for the match and for staff: nobody needs them to judge. */
const OFFICE_ONLY: readonly Audience[] = ['staff', 'match_if_ticked'];
/** Whether the viewer may read the answers to a question. */
export const isShown = (question: Question, { readsStaffAnswers, blind }: Powers) =>
  question.name !== 'share_contact' &&
  (readsStaffAnswers || !OFFICE_ONLY.includes(question.seenBy)) &&
  !(blind && identifies(question));

/** What people type freely; choices come from a list and tell nothing by their words. */
const isTyped = ({ type }: Question) => type === 'text' || type === 'long';

/** In the wording that the answers were given to. */
export function sectionsInWords(
  form: FormDefinition,
  { role, answers }: { role: Role; answers: Answers },
  { powers, clean }: { powers: Powers; clean: Clean },
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
          text: isTyped(question) ? clean(answerInWords(question, answers)) : answerInWords(question, answers),
          rating: question.type === 'rating' ? Number(textOf(answers, question.name)) || null : null,
          confidential: question.seenBy === 'confidential' || question.seenBy === 'staff',
        }))
        .filter(({ text }) => text !== ''),
    }))
    .filter((section) => section.answers.length > 0);
}
export type ReadSection = ReturnType<typeof sectionsInWords>[number];
