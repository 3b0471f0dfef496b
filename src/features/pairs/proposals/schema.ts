import { z } from 'zod';

/** `count`: how many mentors the page named. */
export const askMentorsSchema = z.strictObject({ cycleId: z.uuid(), count: z.coerce.number().int() });
export type AskMentors = z.output<typeof askMentorsSchema>;

/** An answer that a mentor gave on the phone or on paper, written down by staff. */
export const proposalAnswerSchema = z.strictObject({
  id: z.uuid(),
  version: z.coerce.number().int().positive(),
  answer: z.enum(['yes', 'no'], 'Choose yes or no.'),
  reason: z
    .string('Say how they told you.')
    .trim()
    .min(3, 'Say how they told you.')
    .max(500, 'Keep this under 500 characters.'),
});
export type ProposalAnswer = z.output<typeof proposalAnswerSchema>;
