import { z } from 'zod';
import { languageIn, LANGUAGES } from '@/domain/language';
import { LETTER_KINDS } from '@/domain/letters/defaults';

export const templateSchema = z.strictObject({
  cycleId: z.uuid(),
  kind: z.enum(LETTER_KINDS),
  language: z.enum(LANGUAGES),
  version: z.coerce.number().int(),
  subject: z.string().trim().min(1, 'Write a subject.').max(150, 'Keep the subject under 150 characters.'),
  body: z.string().trim().min(20, 'Write the letter.').max(8000, 'Keep the letter under 8,000 characters.'),
});
export type TemplateInput = z.output<typeof templateSchema>;

const fromSchema = z.coerce.number().int().min(0).max(100_000);

/** What an address of a letter's page asks for; a language that the program does not offer is English. */
export function readAsked({ language, from }: { language?: string; from?: string }, offered: readonly string[]) {
  const known = languageIn(String(language));
  const version = from === undefined ? null : fromSchema.safeParse(from);
  return {
    language: known === 'en' || offered.includes(known) ? known : ('en' as const),
    from: version?.success ? version.data : null,
  };
}
