import { z } from 'zod';

const MOST = 600;

/** Who is asked, how many that were when the page was read, and a few own words. */
export const askBackSchema = z.object({
  cycleId: z.uuid(),
  groups: z.array(z.enum(['mentee', 'mentor'])).min(1, 'Tick whom you ask.'),
  count: z.coerce.number().int().nonnegative(),
  words: z.string().trim().max(MOST, `Keep your own words under ${MOST} characters.`).default(''),
});
export type AskBack = z.output<typeof askBackSchema>;

/** How many were asked, as the address says it after the press. */
export const askedSchema = z
  .string()
  .regex(/^\d{1,5}$/)
  .catch('');
