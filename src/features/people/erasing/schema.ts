import { z } from 'zod';
import { say } from '@/lib/words/say';
import { normalCode } from '@/lib/token';

/** What the last page posts: the mailed code, and the tick without which nothing happens. */
export const eraseSchema = z.object({
  code: z
    .string()
    .transform(normalCode)
    .pipe(z.string().length(8, { error: () => say('code.enterTheCode') })),
  sure: z.literal('yes', { error: () => say('erase.tickTheBox') }),
});
