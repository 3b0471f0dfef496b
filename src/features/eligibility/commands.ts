import { db, type Tx } from '@/db/client';
import { recordEvent } from '@/db/events';
import type { UserActor } from '@/domain/actor';
import { authorize } from '@/domain/permissions';
import { Refusal } from '@/domain/refusal';
import { normalEmail } from '@/lib/email-address';
import { eligibilitySchema } from '@/features/programs/schema';
import { newId } from '@/lib/id';
import type { RulesInput, WaiverInput } from './schema';

async function cycleFor(tx: Tx, actor: UserActor, cycleId: string, now: Date) {
  const cycle = await tx.cycle.findUniqueOrThrow({
    where: { id: cycleId },
    select: { id: true, organizationId: true, programId: true },
  });
  authorize(actor, 'eligibility.edit', { programId: cycle.programId }, now);
  return cycle;
}

/** Sets who may take part in one role, for every cycle of the program from now on. Applications that were sent stay. */
export async function saveRules(actor: UserActor, { cycleId, role, rules }: RulesInput, now: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    const { organizationId, programId } = await cycleFor(tx, actor, cycleId, now);
    await tx.$queryRaw`SELECT id FROM programs WHERE id = ${programId}::uuid FOR UPDATE`;
    const { eligibility } = await tx.program.findUniqueOrThrow({
      where: { id: programId },
      select: { eligibility: true },
    });
    const before = eligibilitySchema.parse(eligibility);
    const after = { ...before, [role]: rules };
    await tx.program.update({ where: { id: programId }, data: { eligibility: JSON.parse(JSON.stringify(after)) } });
    await recordEvent(tx, {
      actor,
      organizationId,
      cycleId,
      subjectType: 'program',
      subjectId: programId,
      action: 'eligibility.changed',
      detail: { role, rules: rules.map(({ key, kind }) => `${key}: ${kind}`).join(', ') },
      at: now,
    });
  });
}

/** Lets somebody apply although a rule is not met, with the reason; said again, the new reason stands. */
export async function waiveRule(actor: UserActor, { cycleId, rule, reason, email: typed }: WaiverInput, now: Date) {
  const email = normalEmail(typed);
  if (email === null) throw new Refusal('eligibility.no_address');
  await db.$transaction(async (tx) => {
    const { organizationId } = await cycleFor(tx, actor, cycleId, now);
    const values = { reason, createdById: actor.userId, createdAt: now };
    await tx.waiver.upsert({
      where: { cycleId_email_rule: { cycleId, email, rule } },
      create: { id: newId(now), organizationId, cycleId, email, rule, ...values },
      update: values,
    });
    await recordEvent(tx, {
      actor,
      organizationId,
      cycleId,
      subjectType: 'cycle',
      subjectId: cycleId,
      action: 'eligibility.waived',
      reason,
      detail: { rule },
      at: now,
    });
  });
}

/** Takes a waiver back. What was sent under it stays sent; the list of people to look at names it again. */
export async function endWaiver(actor: UserActor, { cycleId, id }: { cycleId: string; id: string }, now: Date) {
  await db.$transaction(async (tx) => {
    const { organizationId } = await cycleFor(tx, actor, cycleId, now);
    const { count } = await tx.waiver.deleteMany({ where: { id, cycleId } });
    if (count === 0) return;
    await recordEvent(tx, {
      actor,
      organizationId,
      cycleId,
      subjectType: 'cycle',
      subjectId: cycleId,
      action: 'eligibility.waiver_ended',
      at: now,
    });
  });
}
