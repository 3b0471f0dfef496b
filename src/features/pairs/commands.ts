import { db, type Tx } from '@/db/client';
import { recordEvent } from '@/db/events';
import type { Actor } from '@/domain/actor';
import { matchMoved, type MatchMove, type MatchState } from '@/domain/match';
import { authorize } from '@/domain/permissions';
import { Refusal } from '@/domain/refusal';
import { newId } from '@/lib/id';
import type { LinkedMatch } from './queries';
import type { MatchAnswer } from './schema';

type Side = 'mentor' | 'mentee';

/** Which move an answer makes; null when it waits for the other side. */
function moveOf(side: Side, otherAnswer: string, answer: 'yes' | 'no'): MatchMove | null {
  if (answer === 'no') return 'decline';
  if (otherAnswer === 'yes') return 'confirm';
  return side === 'mentor' ? 'confirm_mentor' : null;
}

/** Whether an answer can still be given or changed. */
export const isAnswerable = (state: MatchState): boolean =>
  state === 'announced' || state === 'mentor_confirmed' || state === 'confirmed';

type Asked = { organizationId: string; cycleId: string; mentorApplicationId: string; menteeApplicationId: string };

/** Two who were asked and are no match are not proposed again, until the committee takes the veto back. A lock gives way. */
export async function ruleOutAsked(tx: Tx, asked: Asked, reason: string, now: Date): Promise<void> {
  const { mentorApplicationId, menteeApplicationId } = asked;
  const pair = { mentorApplicationId, menteeApplicationId, source: 'committee' };
  const says = { kind: 'veto', reason, createdById: null, createdAt: now };
  await tx.pairRule.upsert({
    where: { mentorApplicationId_menteeApplicationId_source: pair },
    create: { id: newId(now), ...asked, source: 'committee', ...says },
    update: says,
  });
}

type Given = MatchAnswer & {
  match: Asked & { id: string; state: MatchState; version: number };
  side: Side;
  otherAnswer: string;
  actor: Actor;
};

/** Writes an answer down: a no ends the match, two yeses confirm it. @throws {Refusal} `match.wrong_status` */
export async function putAnswer(tx: Tx, { match, side, otherAnswer, answer, reason, actor }: Given, now: Date) {
  const { id, state, version, organizationId, cycleId, mentorApplicationId, menteeApplicationId } = match;
  if (!isAnswerable(state)) throw new Refusal('match.wrong_status');
  const move = moveOf(side, otherAnswer, answer);
  const next = move ? matchMoved(state, move) : state;
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
  const asked = { organizationId, cycleId, mentorApplicationId, menteeApplicationId };
  if (answer === 'no') await ruleOutAsked(tx, asked, 'They were asked, and one of them said no.', now);
  const event = { subjectType: 'match', subjectId: id, action: `match.answered_${answer}`, at: now };
  await recordEvent(tx, { actor, organizationId, cycleId, ...event, reason, detail: { side, state: next } });
}

type Answering = Given['match'] &
  Pick<LinkedMatch, 'side' | 'answer' | 'otherAnswer'> & { mine: Pick<LinkedMatch['mine'], 'id' | 'personId'> };

/**
 * Records what one side of a match says. The same answer twice changes nothing.
 *
 * @throws {Refusal} `match.wrong_status`
 */
export async function answerMatch(match: Answering, given: MatchAnswer, now: Date): Promise<void> {
  const { side, mine, otherAnswer } = match;
  const { personId } = mine;
  if (match.answer === given.answer) return;
  if (!personId) throw new Refusal('match.wrong_status');
  const actor: Actor = { kind: 'participant', personId };
  authorize(actor, 'match.answer', { personId }, now);
  await db.$transaction(async (tx) => {
    await putAnswer(tx, { match, side, otherAnswer, actor, ...given }, now);
    // The link came by mail, so using it proves the address.
    await tx.person.updateMany({ where: { id: personId, emailProvenAt: null }, data: { emailProvenAt: now } });
    await tx.application.updateMany({ where: { id: mine.id, provenAt: null }, data: { provenAt: now } });
  });
}
