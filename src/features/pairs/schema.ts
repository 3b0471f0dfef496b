import { z } from 'zod';
import { MATCH_STATES } from '@/domain/match';

/** A yes, or a no with a reason that may be left out. */
export const answerSchema = z.object({ answer: z.enum(['yes', 'no']), reason: z.string().max(2000).default('') });
export type MatchAnswer = z.output<typeof answerSchema>;

export const matchState = z.enum(MATCH_STATES);
