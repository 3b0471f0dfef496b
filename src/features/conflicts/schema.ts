import { z } from 'zod';
import { lines } from '@/lib/lines';

const reason = z
  .string('Say in a few words why.')
  .trim()
  .min(3, 'Say in a few words why.')
  .max(500, 'Keep the reason under 500 characters.');

export const declareSchema = z.object({ applicationId: z.uuid(), reason });
export type DeclareInput = z.output<typeof declareSchema>;

/** A verdict of chair or staff on a conflict that was found, or one that stands. */
export const settleSchema = z.object({
  cycleId: z.uuid(),
  userId: z.uuid(),
  personId: z.uuid(),
  state: z.enum(['in_force', 'none']),
  reason,
});
export type SettleInput = z.output<typeof settleSchema>;

const names = lines({
  most: 50,
  longest: 120,
  many: 'Name at most fifty.',
  long: 'Keep each name under 120 characters.',
});

/** What a member says of themselves. */
export const aboutMeSchema = z.object({
  employer: z.string().trim().max(200, 'Keep this under 200 characters.').default(''),
  names: names.default([]),
});
export type AboutMeInput = z.output<typeof aboutMeSchema>;
