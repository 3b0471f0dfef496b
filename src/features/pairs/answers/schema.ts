import { z } from 'zod';

/** An answer that somebody gave on the phone or on paper, written down by staff. */
export const answerForSchema = z.strictObject({
  matchId: z.uuid(),
  version: z.coerce.number().int().positive(),
  side: z.enum(['mentor', 'mentee']),
  answer: z.enum(['yes', 'no'], 'Choose yes or no.'),
  reason: z
    .string('Say how they told you.')
    .trim()
    .min(3, 'Say how they told you.')
    .max(500, 'Keep this under 500 characters.'),
});
export type AnswerFor = z.output<typeof answerForSchema>;
