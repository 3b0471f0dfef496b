import { z } from 'zod';

/** Who looks after a pair; left out where nobody is to. */
export const setLiaisonSchema = z.strictObject({
  matchId: z.uuid(),
  /** Who looked after it when the page was opened. */
  before: z.uuid().optional(),
  userId: z.uuid().optional(),
});
export type SetLiaisonInput = z.output<typeof setLiaisonSchema>;

/** Pairs without a liaison; or those of one who hands them over. */
export const spreadSchema = z.strictObject({ cycleId: z.uuid(), from: z.uuid().optional() });
export type SpreadInput = z.output<typeof spreadSchema>;
