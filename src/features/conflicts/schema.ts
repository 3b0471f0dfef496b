import { z } from 'zod';

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

const lines = z
  .string()
  .max(4000, 'Keep the list under 4,000 characters.')
  .transform((text) => [
    ...new Set(
      text
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
    ),
  ])
  .refine((all) => all.length <= 50, 'Name at most fifty.')
  .refine((all) => all.every((line) => line.length <= 120), 'Keep each name under 120 characters.');

/** What a member says of themselves. */
export const aboutMeSchema = z.object({
  employer: z.string().trim().max(200, 'Keep this under 200 characters.').default(''),
  names: lines.default([]),
});
export type AboutMeInput = z.output<typeof aboutMeSchema>;
