import { db } from '@/db/client';
import type { CycleWishes } from '@/domain/plan';
import { OFFERED_RULES, rulesSchema, weightsSchema } from '../inputs/schema';

/** What the next run of a cycle goes by. */
export async function getSettings(cycleId: string) {
  const { weights, rules, hasIdentity, purge } = await db.cycle.findUniqueOrThrow({
    where: { id: cycleId },
    select: { weights: true, rules: true, hasIdentity: true, purge: { select: { startedAt: true } } },
  });
  const parsed = rulesSchema.parse(rules);
  const rulesOn = OFFERED_RULES.filter((rule) => !parsed.off.includes(rule));
  const wishes: CycleWishes = { hasIdentity, deletedFrom: purge?.startedAt ?? null };
  return { weights: weightsSchema.parse(weights), rules: parsed, rulesOn, hasIdentity, wishes };
}
export type MatchingSettings = Awaited<ReturnType<typeof getSettings>>;
