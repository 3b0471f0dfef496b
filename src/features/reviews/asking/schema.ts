import { z } from 'zod';

export const askSchema = z.object({
  applicationId: z.uuid(),
  question: z
    .string('Write the question.')
    .trim()
    .min(10, 'Write the question as a sentence.')
    .max(1000, 'Keep the question under 1,000 characters.'),
});
export type AskInput = z.output<typeof askSchema>;
