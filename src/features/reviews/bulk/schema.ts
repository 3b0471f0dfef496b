import { z } from 'zod';

export const acceptSeveralSchema = z.strictObject({
  cycleId: z.uuid(),
  ids: z.array(z.uuid()).min(1, 'Tick at least one application.').max(500),
});
export type AcceptSeveral = z.output<typeof acceptSeveralSchema>;
