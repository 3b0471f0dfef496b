import { z } from 'zod';
import { isId } from '@/lib/id';
import { optionsSchema } from '../inputs/schema';

export const runSchema = z.strictObject({ cycleId: z.string().refine(isId), options: optionsSchema });
export type RunInput = z.output<typeof runSchema>;

export const cancelSchema = z.strictObject({ runId: z.string().refine(isId) });
