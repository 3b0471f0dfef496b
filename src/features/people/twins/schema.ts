import { z } from 'zod';

/** A verdict about two people; `keep` is the one under whom both are known from then on. */
export const verdictSchema = z.object({
  cycleId: z.uuid(),
  keep: z.uuid(),
  other: z.uuid(),
  same: z.enum(['yes', 'no']).transform((answer) => answer === 'yes'),
});
export type VerdictInput = z.output<typeof verdictSchema>;
