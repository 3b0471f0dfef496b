import { z } from 'zod';

/** Whom staff write to by hand. */
export const remindSchema = z.strictObject({
  cycleId: z.uuid(),
  applicationIds: z.array(z.uuid()).min(1, 'Tick whom to write to.').max(2000),
});
export type RemindInput = z.output<typeof remindSchema>;
