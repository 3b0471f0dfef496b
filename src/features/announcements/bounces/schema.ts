import { z } from 'zod';

/** A report as JSON, for those who cannot post it as it is. */
export const bounceSchema = z.strictObject({ message: z.string().min(1) });
