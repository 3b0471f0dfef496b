import { db } from '@/db/client';
import { recordEvent } from '@/db/events';
import type { UserActor } from '@/domain/actor';
import { matchMoved } from '@/domain/match';
import { authorize } from '@/domain/permissions';
import { Refusal } from '@/domain/refusal';
import { isAnswerable, moveOf } from '../commands';
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
      organizationId: true,
      cycleId: true,
      state: true,
      mentorAnswer: true,
      menteeAnswer: true,
      mentor: person,
      mentee: person,
      plan: { select: { cycle: { select: { programId: true } } } },
    },
  });
  if (!match) throw new Refusal('actor.forbidden');
  const { organizationId, cycleId } = match;
  const { programId } = match.plan.cycle;
  for (const { personId } of [match.mentor, match.mentee])
    authorize(actor, 'application.help', { programId, personId }, now);
  const state = matchState.parse(match.state);
  if (!isAnswerable(state)) throw new Refusal('match.wrong_status');
  const otherAnswer = side === 'mentor' ? match.menteeAnswer : match.mentorAnswer;
  const move = moveOf({ side, otherAnswer }, answer);
  const next = move ? matchMoved(state, move) : state;
  await db.$transaction(async (tx) => {
    const { count } = await tx.match.updateMany({
      where: { id: matchId, state, version },
      data: {
        state: next,
        version: { increment: 1 },
        ...(side === 'mentor' ? { mentorAnswer: answer } : { menteeAnswer: answer }),
        ...(answer === 'no' ? { endedReason: reason } : {}),
      },
    });
    if (count === 0) throw new Refusal('match.wrong_status');
    const event = { subjectType: 'match', subjectId: matchId, action: `match.answered_${answer}`, at: now };
    await recordEvent(tx, { actor, organizationId, cycleId, ...event, reason, detail: { side, state: next } });
  });
}
