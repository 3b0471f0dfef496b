import { z } from 'zod';
import { CHECK_INS, CONTACT_ANSWERS, type CheckIn } from '@/domain/check-in';
import { say } from '@/lib/words/say';

const WORDS_MOST = 1000;

const words = z.string().max(WORDS_MOST, { error: () => say('pair.mostCharacters', { most: WORDS_MOST }) });
const rated = z.coerce
  .number({ error: () => say('pair.chooseNumber') })
  .int({ error: () => say('pair.chooseNumber') })
  .min(1, { error: () => say('pair.chooseNumber') })
  .max(5, { error: () => say('pair.chooseNumber') });

const SCHEMAS = {
  contact: z.strictObject({
    contact: z.enum(CONTACT_ANSWERS, { error: () => say('pair.chooseOne') }),
    going: z.literal('').transform(() => null),
    enough: z.literal('').transform(() => null),
    words,
  }),
  going: z.strictObject({ contact: z.literal('').transform(() => null), going: rated, enough: rated, words }),
} satisfies Record<CheckIn['asks'], z.ZodType>;

export type CheckInInput = z.output<(typeof SCHEMAS)[CheckIn['asks']]>;
export type CheckInTyped = { contact: string; going: string; enough: string; words: string };

/** The answer to a check-in, or what is wrong with it, field by field. What this check-in does not ask is not read. */
export function readCheckIn(
  { asks }: Pick<CheckIn, 'asks'>,
  typed: CheckInTyped,
): { input: CheckInInput } | { problems: Record<string, string> } {
  const asked = asks === 'contact' ? { ...typed, going: '', enough: '' } : { ...typed, contact: '' };
  const parsed = SCHEMAS[asks].safeParse(asked);
  if (parsed.success) return { input: parsed.data };
  const problems: Record<string, string> = {};
  for (const { path, message } of parsed.error.issues) problems[String(path[0])] ??= message;
  return { problems };
}

export const checkInKey = z.enum(CHECK_INS.map(({ key }) => key));
export const storedAnswer = z.object({
  contact: z.enum(CONTACT_ANSWERS).nullable(),
  going: z.number().nullable(),
  enough: z.number().nullable(),
});
