import { z } from 'zod';
import { isId } from '@/lib/id';

const id = z.string().refine(isId);
const version = z.coerce.number().int().min(1);

/** `version`: the one the page showed; a plan that somebody else changed meanwhile is told as such. */
export const planSchema = z.strictObject({ planId: id, version });
export type PlanInput = z.output<typeof planSchema>;

export const proposeSchema = planSchema.extend({ menteeId: id, mentorId: id });
export type ProposeInput = z.output<typeof proposeSchema>;

export const unpairSchema = planSchema.extend({ matchId: id });
export type UnpairInput = z.output<typeof unpairSchema>;

export const reasonsSchema = z.array(
  z.object({ factor: z.string(), label: z.string(), points: z.number(), reason: z.string() }),
);
