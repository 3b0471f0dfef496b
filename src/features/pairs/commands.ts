import { db } from '@/db/client';
import { recordEvent } from '@/db/events';
import type { Actor } from '@/domain/actor';
import { matchMoved, type MatchMove, type MatchState } from '@/domain/match';
import { authorize } from '@/domain/permissions';
import { Refusal } from '@/domain/refusal';
import type { LinkedMatch } from './queries';
import type { MatchAnswer } from './schema';

/** Which move an answer makes; null when it waits for the other side. */
export function moveOf(
  { side, otherAnswer }: Pick<LinkedMatch, 'side' | 'otherAnswer'>,
  answer: 'yes' | 'no',
): MatchMove | null {
  if (answer === 'no') return 'decline';
  if (otherAnswer === 'yes') return 'confirm';
  return side === 'mentor' ? 'confirm_mentor' : null;
}

/** Whether an answer can still be given or changed. */
export const isAnswerable = (state: MatchState): boolean =>
  state === 'announced' || state === 'mentor_confirmed' || state === 'confirmed';

/**
 * Records what one side of a match says: a no declines it, two yeses confirm it. The same answer twice changes nothing.
 *
 * @throws {Refusal} `match.wrong_status`
 */
export async function answerMatch(match: LinkedMatch, { answer, reason }: MatchAnswer, now: Date): Promise<void> {
  const { id, organizationId, cycleId, state, version, side, mine } = match;
  if (match.answer === answer) return;
  if (!mine.personId || !isAnswerable(state)) throw new Refusal('match.wrong_status');
  const actor: Actor = { kind: 'participant', personId: mine.personId };
  authorize(actor, 'match.answer', { personId: mine.personId }, now);
  const move = moveOf(match, answer);
  const next = move ? matchMoved(state, move) : state;
  await db.$transaction(async (tx) => {
    const { count } = await tx.match.updateMany({
      where: { id, state, version },
      data: {
        state: next,
        version: { increment: 1 },
        ...(side === 'mentor' ? { mentorAnswer: answer } : { menteeAnswer: answer }),
        ...(answer === 'no' ? { endedReason: reason } : {}),
      },
    });
    if (count === 0) throw new Refusal('match.wrong_status');
    // The link came by mail, so using it proves the address.
    await tx.person.updateMany({
      where: { id: mine.personId ?? '', emailProvenAt: null },
      data: { emailProvenAt: now },
    });
    await tx.application.updateMany({ where: { id: mine.id, provenAt: null }, data: { provenAt: now } });
    await recordEvent(tx, {
      actor,
      organizationId,
      cycleId,
      subjectType: 'match',
      subjectId: id,
      action: `match.answered_${answer}`,
      reason,
      detail: { side, state: next },
      at: now,
    });
  });
}
