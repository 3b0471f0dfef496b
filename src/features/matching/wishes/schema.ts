import { z } from 'zod';
import { isId } from '@/lib/id';

const id = z.string().refine(isId);

/** Whom a participant asked not to be matched with, as staff found them. */
export const noteSchema = z.strictObject({
  applicationId: id,
  other: z.string().trim().min(1, 'Give the reference or the mail address of the other person.').max(320),
  reason: z.string().trim().max(500, 'Shorten the note to 500 characters.'),
});
export type NoteInput = z.output<typeof noteSchema>;

export const dropSchema = z.strictObject({ ruleId: z.string().refine(isId, 'Reload the page and try again.') });
