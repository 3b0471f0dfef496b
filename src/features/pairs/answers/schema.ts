import { z } from 'zod';

/** An answer that somebody gave on the phone or on paper, written down by staff. */
export const toldAnswer = {
  version: z.coerce.number().int().positive(),
  answer: z.enum(['yes', 'no'], 'Choose yes or no.'),
  reason: z
    .string('Say how they told you.')
    .trim()
    .min(3, 'Say how they told you.')
    .max(500, 'Keep this under 500 characters.'),
};

export const answerForSchema = z.strictObject({
  matchId: z.uuid(),
  side: z.enum(['mentor', 'mentee']),
  ...toldAnswer,
});
export type AnswerFor = z.output<typeof answerForSchema>;
