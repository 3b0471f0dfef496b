import { z } from 'zod';
import { normalCode } from '@/lib/token';

/** What the last page posts: the mailed code, and the tick without which nothing happens. */
export const eraseSchema = z.object({
  code: z.string().transform(normalCode).pipe(z.string().length(8, 'Enter the code of 8 letters and digits.')),
  sure: z.literal('yes', 'Tick the box: this cannot be undone.'),
});
