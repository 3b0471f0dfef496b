import { z } from 'zod';
import { isId } from '@/lib/id';
import { OFFERED_RULES, weightsSchema } from '../inputs/schema';

/** As the form posts it: points for the minimum, and the rules that stay on. */
export const settingsSchema = z.strictObject({
  cycleId: z.string().refine(isId),
  weights: weightsSchema,
  minimum: z.coerce.number('Enter a number from 0 to 100.').min(0).max(100, 'The minimum score is at most 100.'),
  on: z.array(z.enum(OFFERED_RULES)),
  credit: z.boolean(),
});
export type SettingsInput = z.output<typeof settingsSchema>;
