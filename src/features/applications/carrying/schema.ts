import { z } from 'zod';

/** The two buttons under the question whether the next cycle should have somebody. */
export const wishSchema = z.object({ wanted: z.enum(['yes', 'no']) });
