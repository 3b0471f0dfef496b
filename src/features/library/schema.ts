import { z } from 'zod';
import { ACTIVITY_GROUPS, ACTIVITY_KINDS, ACTIVITY_STATES } from '@/domain/activities';

/** How an entry is kept, as the database has it. */
export const entrySchema = z.object({
  kind: z.enum(ACTIVITY_KINDS),
  group: z.enum(ACTIVITY_GROUPS),
  state: z.enum(ACTIVITY_STATES),
});
