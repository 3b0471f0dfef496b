import { db, type Tx } from '@/db/client';
import { recordEvent } from '@/db/events';
import type { Actor, UserActor } from '@/domain/actor';
import { authorize } from '@/domain/permissions';
import { Refusal } from '@/domain/refusal';
import { ruleOutAsked } from '../../commands';
import type { MatchAnswer } from '../../schema';
import type { LinkedProposal } from '../queries';
import type { ProposalAnswer } from '../schema';

type Answered = Pick<
  LinkedProposal,
  'id' | 'organizationId' | 'cycleId' | 'mentorApplicationId' | 'menteeApplicationId' | 'version'
>;

/** Writes an answer down while nobody has been told; a no rules the two out. @throws {Refusal} `match.wrong_status` */
async function putProposal(tx: Tx, actor: Actor, proposal: Answered, { answer, reason }: MatchAnswer, now: Date) {
  const { id, organizationId, cycleId, version, mentorApplicationId, menteeApplicationId } = proposal;
  const told = await tx.match.count({
    where: { mentorApplicationId, menteeApplicationId, state: { notIn: ['proposed', 'approved'] } },
  });
  if (told > 0) throw new Refusal('match.wrong_status');
  const { count } = await tx.proposal.updateMany({
    where: { id, version },
    data: { answer, reason: answer === 'no' ? reason : '', answeredAt: now, version: { increment: 1 } },
  });
  if (count === 0) throw new Refusal('match.wrong_status');
  const asked = { organizationId, cycleId, mentorApplicationId, menteeApplicationId };
  if (answer === 'no') await ruleOutAsked(tx, asked, 'The mentor was asked first, and said no.', now);
  const event = { subjectType: 'proposal', subjectId: id, action: `proposal.answered_${answer}`, at: now };
  await recordEvent(tx, { actor, organizationId, cycleId, ...event, reason });
}

/** What a mentor says by their link. The same answer twice changes nothing. @throws {Refusal} `match.wrong_status` */
export async function answerProposal(proposal: LinkedProposal, given: MatchAnswer, now: Date): Promise<void> {
  const { personId } = proposal.mentor;
  if (proposal.answer === given.answer) return;
  if (!personId) throw new Refusal('match.wrong_status');
  const actor: Actor = { kind: 'participant', personId };
  authorize(actor, 'match.answer', { personId }, now);
  await db.$transaction(async (tx) => {
    await putProposal(tx, actor, proposal, given, now);
    // The link came by mail, so using it proves the address.
    await tx.person.updateMany({ where: { id: personId, emailProvenAt: null }, data: { emailProvenAt: now } });
    await tx.application.updateMany({ where: { id: proposal.mentor.id, provenAt: null }, data: { provenAt: now } });
  });
}

/** What a mentor said on the phone. @throws {Refusal} `match.wrong_status` */
export async function answerProposalFor(actor: UserActor, input: ProposalAnswer, now: Date): Promise<void> {
  const { id, version, ...given } = input;
  await db.$transaction(async (tx) => {
    const row = await tx.proposal.findUnique({
      where: { id },
      include: { cycle: { select: { programId: true } }, mentor: true, mentee: true },
    });
    if (!row) throw new Refusal('actor.forbidden');
    for (const { personId } of [row.mentor, row.mentee])
      authorize(actor, 'application.help', { programId: row.cycle.programId, personId }, now);
    await putProposal(tx, actor, { ...row, version }, given, now);
  });
}
