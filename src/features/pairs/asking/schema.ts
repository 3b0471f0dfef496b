import { z } from 'zod';
import { CONCERN_READERS } from '@/domain/pair-task';
import { say } from '@/lib/words/say';

const WORDS_MOST = 3000;

const words = z.string().max(WORDS_MOST, { error: () => say('pair.mostCharacters', { most: WORDS_MOST }) });

/** A pause is asked for; nothing has to be said. */
export const pauseSchema = z.strictObject({ words });

/** The pair ends, at once; whether somebody else is wished for. */
export const endSchema = z.strictObject({
  end_words: words,
  rematch: z.enum(['yes', '']),
  sure: z.literal('yes', { error: () => say('pair.sureMissing') }),
});
export type EndInput = z.output<typeof endSchema>;

/** Who reads a concern, what it is, and whether contact stops now. */
export const concernSchema = z.strictObject({
  reader: z.enum(CONCERN_READERS, { error: () => say('pair.readerMissing') }),
  words: words.min(3, { error: () => say('pair.concernMissing') }),
  stop: z.enum(['yes', '']),
});
export type ConcernInput = z.output<typeof concernSchema>;
export type ConcernTyped = { reader: string; words: string; stop: string };

/** What is wrong, field by field. */
export function problemsIn({ issues }: z.ZodError): Record<string, string> {
  const problems: Record<string, string> = {};
  for (const { path, message } of issues) problems[String(path[0])] ??= message;
  return problems;
}
