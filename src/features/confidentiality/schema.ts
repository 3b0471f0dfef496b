import { z } from 'zod';

export const FEWEST_REASON_LETTERS = 20;

/** Whose record is to be opened, and why. The reason is sent to the person as it is typed. */
export const breakGlassSchema = z.strictObject({
  cycleId: z.uuid(),
  reference: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z0-9]+-[ME]-\d{4,}$/, 'Enter a reference such as F26-E-0031.'),
  reason: z
    .string()
    .trim()
    .min(FEWEST_REASON_LETTERS, 'Say in a sentence why it must be; the person reads it.')
    .max(1000, 'Say it in at most 1,000 letters.'),
});
export type BreakGlassInput = z.output<typeof breakGlassSchema>;
