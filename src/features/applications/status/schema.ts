import { z } from 'zod';

/** Why somebody withdraws; may be left out. */
export const withdrawSchema = z.object({ reason: z.string().max(2000).default('') });
