import { z } from 'zod';

/** What an event about a pair keeps of it. */
export const pairDetail = z
  .object({ menteeId: z.string(), mentorId: z.string(), undoes: z.string().nullable().catch(null) })
  .catch({ menteeId: '', mentorId: '', undoes: null });

export const HAND_CHANGES = ['match.proposed', 'match.unpaired'] as const;
export type HandAction = (typeof HAND_CHANGES)[number];
export const handAction = z.enum(HAND_CHANGES);
