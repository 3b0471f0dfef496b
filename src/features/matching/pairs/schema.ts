import { z } from 'zod';
import { isId } from '@/lib/id';

const id = z.string().refine(isId);

export const pairSchema = z.strictObject({ cycleId: id, menteeId: id, mentorId: id });
export type PairInput = z.output<typeof pairSchema>;

/** Two mentees who change their mentors. */
export const swapSchema = z.strictObject({
  cycleId: id,
  pairs: z.array(z.strictObject({ menteeId: id, mentorId: id })).length(2),
});
export type SwapInput = z.output<typeof swapSchema>;

export const vetoSchema = pairSchema.extend({
  reason: z
    .string()
    .trim()
    .min(1, 'Say why, in a word or a sentence.')
    .max(500, 'Shorten the reason to 500 characters.'),
});
export type VetoInput = z.output<typeof vetoSchema>;

export const ruleSchema = z.strictObject({ ruleId: id });
