import { db } from '@/db/client';
import type { UserActor } from '@/domain/actor';
import { authorize } from '@/domain/permissions';
import { Refusal } from '@/domain/refusal';
import { putAnswer } from '../commands';
import { matchState } from '../schema';
import type { AnswerFor } from './schema';

/**
 * Writes down what somebody said of their match on the phone or on paper, with how it was told.
 *
 * @throws {Refusal} `match.wrong_status` when it can no longer be answered, or somebody was faster
 */
export async function answerFor(actor: UserActor, input: AnswerFor, now: Date): Promise<void> {
  const { matchId, version, side, answer, reason } = input;
  const person = { select: { personId: true } } as const;
  const match = await db.match.findUnique({
    where: { id: matchId },
    select: {
      id: true,
      organizationId: true,
      cycleId: true,
      state: true,
      mentorApplicationId: true,
      menteeApplicationId: true,
      mentorAnswer: true,
      menteeAnswer: true,
      mentor: person,
      mentee: person,
      plan: { select: { cycle: { select: { programId: true } } } },
    },
  });
  if (!match) throw new Refusal('actor.forbidden');
  const { programId } = match.plan.cycle;
  for (const { personId } of [match.mentor, match.mentee])
    authorize(actor, 'application.help', { programId, personId }, now);
  const otherAnswer = side === 'mentor' ? match.menteeAnswer : match.mentorAnswer;
  const standing = { ...match, version, state: matchState.parse(match.state) };
  await db.$transaction((tx) => putAnswer(tx, { match: standing, side, otherAnswer, answer, reason, actor }, now));
}
