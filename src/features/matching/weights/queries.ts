import { db } from '@/db/client';
import { rulesSchema, weightsSchema } from '../inputs/schema';

/** What the next run of a cycle goes by. */
export async function getSettings(cycleId: string) {
  const { weights, rules, hasIdentity } = await db.cycle.findUniqueOrThrow({
    where: { id: cycleId },
    select: { weights: true, rules: true, hasIdentity: true },
  });
  return { weights: weightsSchema.parse(weights), rules: rulesSchema.parse(rules), hasIdentity };
}
export type MatchingSettings = Awaited<ReturnType<typeof getSettings>>;
