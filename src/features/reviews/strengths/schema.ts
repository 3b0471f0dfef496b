import { z } from 'zod';

export const strengthsSchema = z.strictObject({
  cycleId: z.uuid(),
  areas: z.array(z.string().regex(/^[a-z0-9_]{1,60}$/)).max(20, 'Choose at most 20 areas.'),
});
export type StrengthsInput = z.output<typeof strengthsSchema>;
