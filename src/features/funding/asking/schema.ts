import { z } from 'zod';
import { COULD_JOIN, FUNDING_WORDS, MOST_REPORTED, type CouldJoin } from '@/domain/funding';
import { countWords } from '@/domain/questions';
import { say, type Key } from '@/lib/words/say';

const MOST_KEPT = 20_000;
const answers = Object.keys(COULD_JOIN).filter((key): key is CouldJoin => key in COULD_JOIN);

/** Said when something is wrong, in the language of whoever typed it. */
const saying = (key: Key, values?: Record<string, number>) => ({ error: () => say(key, values) });

const long = (words: number) =>
  z
    .string()
    .max(MOST_KEPT, saying('funding.mostWords', { words }))
    .refine((text) => countWords(text) <= words, saying('funding.mostWords', { words }));
const needed = (words: number, missing: Key) => long(words).refine((text) => text !== '', saying(missing));

/** What the form at `/status/funding/{cycle}` takes; see docs/forms.md. */
export const askSchema = z.strictObject({
  why: needed(FUNDING_WORDS.why, 'funding.whyMissing'),
  use: needed(FUNDING_WORDS.use, 'funding.useMissing'),
  could_join: z.enum(answers, saying('funding.couldJoinMissing')),
  self_description: long(FUNDING_WORDS.selfDescription),
  self_consent: z.enum(['yes', '']),
  promise: z.literal('yes', saying('funding.promiseMissing')),
  version: z.coerce.number().int().min(0).catch(0),
});
export type AskInput = z.output<typeof askSchema>;
export type AskTyped = Record<keyof AskInput, string>;

const FIELDS = Object.keys(askSchema.shape);

/** The request, or what is wrong with it: field name → first message, in the order of the page. */
export function readRequest(typed: AskTyped): { input: AskInput } | { problems: Record<string, string> } {
  const parsed = askSchema.safeParse(typed);
  const found = new Map<string, string>();
  for (const { path, message } of parsed.error?.issues ?? [])
    if (!found.has(String(path[0]))) found.set(String(path[0]), message);
  // What one writes about oneself is kept only with a consent of its own.
  if (typed.self_description !== '' && typed.self_consent !== 'yes')
    found.set('self_consent', say('funding.selfConsentMissing'));
  if (parsed.success && found.size === 0) return { input: parsed.data };
  return {
    problems: Object.fromEntries(FIELDS.flatMap((name) => (found.has(name) ? [[name, found.get(name) ?? '']] : []))),
  };
}

export const reportSchema = z
  .string()
  .min(3, saying('funding.whatDidYouDoMissing'))
  .max(MOST_REPORTED, saying('funding.mostCharacters', { most: MOST_REPORTED }));
