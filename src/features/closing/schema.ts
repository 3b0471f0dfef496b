import { z } from 'zod';
import { AGAIN, ASSESSED, QUOTED_AS } from '@/domain/closing';

/** Ratings as they are kept: an area that is missing was left blank. */
export const ratingsSchema = z.record(z.string(), z.number().int().min(1).max(5)).catch({});

/** What of an assessment is one of a list. */
export const assessmentSchema = z.object({
  again: z.enum(AGAIN).nullable(),
  quoteAs: z.enum(QUOTED_AS).nullable(),
});

export const assessedState = z.enum(ASSESSED);
