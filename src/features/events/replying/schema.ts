import { z } from 'zod';
import { say } from '@/lib/words/say';

const ARRANGE_MOST = 500;

/** A yes or a no, and what to arrange. */
export const replySchema = z.strictObject({
  answer: z.enum(['yes', 'no'], { error: () => say('events.answerMissing') }),
  arrange: z.string().max(ARRANGE_MOST, { error: () => say('pair.mostCharacters', { most: ARRANGE_MOST }) }),
});
export type ReplyInput = z.output<typeof replySchema>;
export type ReplyTyped = Record<keyof ReplyInput, string>;
