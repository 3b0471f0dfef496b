import { z } from 'zod';
import { LETTER_KINDS } from '@/domain/letters/defaults';

export const templateSchema = z.strictObject({
  cycleId: z.uuid(),
  kind: z.enum(LETTER_KINDS),
  version: z.coerce.number().int(),
  subject: z.string().trim().min(1, 'Write a subject.').max(150, 'Keep the subject under 150 characters.'),
  body: z.string().trim().min(20, 'Write the letter.').max(8000, 'Keep the letter under 8,000 characters.'),
});
export type TemplateInput = z.output<typeof templateSchema>;
