import { db } from '@/db/client';
import { recordEvent } from '@/db/events';
import type { UserActor } from '@/domain/actor';
import { authorize } from '@/domain/permissions';
import { Refusal } from '@/domain/refusal';
import { rulesSchema, OFFERED_RULES, weightsSchema } from '../inputs/schema';
import type { SettingsInput } from './schema';

const THOUSANDTHS = 1000;

/** Weights and rules for the runs to come; plans that are there keep theirs. */
export async function saveSettings(actor: UserActor, input: SettingsInput, now: Date): Promise<void> {
  const { cycleId, weights, minimum, on, credit } = input;
  await db.$transaction(async (tx) => {
    const cycle = await tx.cycle.findUnique({
      where: { id: cycleId },
      select: { organizationId: true, programId: true, weights: true, rules: true },
    });
    if (!cycle) throw new Refusal('actor.forbidden');
    const { organizationId, programId } = cycle;
    authorize(actor, 'matching.change', { programId }, now);
    const before = { weights: weightsSchema.parse(cycle.weights), rules: rulesSchema.parse(cycle.rules) };
    const offered: readonly string[] = OFFERED_RULES;
    const kept = before.rules.off.filter((rule) => !offered.includes(rule));
    const off = [...kept, ...OFFERED_RULES.filter((rule) => !on.includes(rule))];
    const after = { weights, rules: { off, minimumScore: Math.round(minimum * THOUSANDTHS), credit } };
    await tx.cycle.update({ where: { id: cycleId }, data: after });
    await recordEvent(tx, {
      actor,
      organizationId,
      cycleId,
      subjectType: 'cycle',
      subjectId: cycleId,
      action: 'matching.settings_changed',
      detail: { before, after },
      at: now,
    });
  });
}
