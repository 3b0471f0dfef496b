import { z } from 'zod';
import { COULD_JOIN, FUNDING_WORDS, MOST_REPORTED, type CouldJoin } from '@/domain/funding';
import { countWords } from '@/domain/questions';

const MOST_KEPT = 20_000;
const answers = Object.keys(COULD_JOIN).filter((key): key is CouldJoin => key in COULD_JOIN);

const long = (words: number) =>
  z
    .string()
    .max(MOST_KEPT, `Use at most ${words} words.`)
    .refine((text) => countWords(text) <= words, `Use at most ${words} words.`);
const needed = (words: number, missing: string) => long(words).refine((text) => text !== '', missing);

/** What the form at `/status/funding/{cycle}` takes; see docs/forms.md. */
export const askSchema = z.strictObject({
  why: needed(FUNDING_WORDS.why, 'Say in a few words why it would help.'),
  use: needed(FUNDING_WORDS.use, 'Say in a few words how you would use it.'),
  could_join: z.enum(answers, 'Choose one.'),
  self_description: long(FUNDING_WORDS.selfDescription),
  self_consent: z.enum(['yes', '']),
  promise: z.literal('yes', 'Tick the box to promise it. Without it a membership cannot be awarded.'),
  version: z.coerce.number().int().min(0).catch(0),
});
export type AskInput = z.output<typeof askSchema>;
export type AskTyped = Record<keyof AskInput, string>;

const NO_CONSENT = 'Tick the box if funding reviewers may read what you wrote about yourself, or take the text out.';
const FIELDS = Object.keys(askSchema.shape);

/** The request, or what is wrong with it: field name → first message, in the order of the page. */
export function readRequest(typed: AskTyped): { input: AskInput } | { problems: Record<string, string> } {
  const parsed = askSchema.safeParse(typed);
  const found = new Map<string, string>();
  for (const { path, message } of parsed.error?.issues ?? [])
    if (!found.has(String(path[0]))) found.set(String(path[0]), message);
  // What one writes about oneself is kept only with a consent of its own.
  if (typed.self_description !== '' && typed.self_consent !== 'yes') found.set('self_consent', NO_CONSENT);
  if (parsed.success && found.size === 0) return { input: parsed.data };
  return {
    problems: Object.fromEntries(FIELDS.flatMap((name) => (found.has(name) ? [[name, found.get(name) ?? '']] : []))),
  };
}

export const reportSchema = z
  .string()
  .min(3, 'Say what you did, and where it can be seen.')
  .max(MOST_REPORTED, `Use at most ${MOST_REPORTED} characters.`);
