import { db } from '@/db/client';
import { recordEvent } from '@/db/events';
import { isClosedTo, type UserActor } from '@/domain/actor';
import { authorize } from '@/domain/permissions';
import { Refusal } from '@/domain/refusal';
import { newId } from '@/lib/id';
import type { NoteInput } from './schema';

const columns = {
  id: true,
  role: true,
  cycleId: true,
  organizationId: true,
  personId: true,
  cycle: { select: { programId: true } },
} as const;

/** The application a participant's wish is about; the actor's own looks like one that is not there. */
async function openApplication(actor: UserActor, id: string, now: Date) {
  const row = await db.application.findFirst({ where: { id, state: { not: 'draft' } }, select: columns });
  if (!row || isClosedTo(actor, row.personId)) throw new Refusal('actor.forbidden');
  authorize(actor, 'participant_veto.write', { programId: row.cycle.programId }, now);
  return row;
}

async function findOther(actor: UserActor, { cycleId, role }: { cycleId: string; role: string }, written: string) {
  const named = { equals: written, mode: 'insensitive' as const };
  const found = await db.application.findFirst({
    where: {
      cycleId,
      role: role === 'mentor' ? 'mentee' : 'mentor',
      state: { notIn: ['draft', 'withdrawn'] },
      OR: [{ reference: named }, { email: named }],
    },
    select: { id: true, personId: true },
  });
  if (!found || isClosedTo(actor, found.personId)) throw new Refusal('matching.veto_unknown');
  return found;
}

/**
 * Turns what a participant wrote into a veto between two applications. Only staff read it; to everybody else the pair is not
 * available, as for several other causes, and the history names neither.
 *
 * @throws {Refusal} `matching.veto_unknown` when nobody in the other role has this reference or address
 */
export async function noteVeto(
  actor: UserActor,
  { applicationId, other, reason }: NoteInput,
  now: Date,
): Promise<void> {
  const application = await openApplication(actor, applicationId, now);
  const { id: otherId } = await findOther(actor, application, other);
  const { role, cycleId, organizationId } = application;
  const pair =
    role === 'mentor'
      ? { mentorApplicationId: applicationId, menteeApplicationId: otherId }
      : { mentorApplicationId: otherId, menteeApplicationId: applicationId };
  await db.$transaction(async (tx) => {
    const says = { kind: 'veto', reason, createdById: actor.userId, createdAt: now };
    const { id } = await tx.pairRule.upsert({
      where: { mentorApplicationId_menteeApplicationId_source: { ...pair, source: 'participant' } },
      create: { id: newId(now), organizationId, cycleId, ...pair, source: 'participant', ...says },
      update: says,
      select: { id: true },
    });
    await recordEvent(tx, {
      actor,
      organizationId,
      cycleId,
      subjectType: 'pair_rule',
      subjectId: id,
      action: 'participant_veto.noted',
      at: now,
    });
  });
}

/** Takes back what was noted, when the participant says so or it was noted wrongly. */
export async function dropVeto(actor: UserActor, { ruleId }: { ruleId: string }, now: Date): Promise<void> {
  const rule = await db.pairRule.findFirst({
    where: { id: ruleId, source: 'participant' },
    select: {
      organizationId: true,
      cycleId: true,
      cycle: { select: { programId: true } },
      mentor: { select: { personId: true } },
      mentee: { select: { personId: true } },
    },
  });
  if (!rule || isClosedTo(actor, rule.mentor.personId) || isClosedTo(actor, rule.mentee.personId))
    throw new Refusal('actor.forbidden');
  authorize(actor, 'participant_veto.write', { programId: rule.cycle.programId }, now);
  await db.$transaction(async (tx) => {
    await tx.pairRule.deleteMany({ where: { id: ruleId } });
    await recordEvent(tx, {
      actor,
      organizationId: rule.organizationId,
      cycleId: rule.cycleId,
      subjectType: 'pair_rule',
      subjectId: ruleId,
      action: 'participant_veto.dropped',
      at: now,
    });
  });
}
