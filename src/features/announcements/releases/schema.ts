import { z } from 'zod';
import { HOLD_MINUTES } from '@/domain/release';

export const requestReleaseSchema = z.strictObject({
  cycleId: z.uuid(),
  /** What the person saw when pressing: another number of letters now means that something changed since. */
  letterCount: z.coerce.number().int().min(0),
  holdMinutes: z.coerce
    .number()
    .refine((minutes) => HOLD_MINUTES.some((known) => known === minutes), 'Choose one of the times.'),
  /** In the cycle's zone, such as 2026-11-16T09:30; empty for as soon as the hold has passed. */
  beginsAt: z.string().trim().max(16).default(''),
});
export type RequestRelease = z.output<typeof requestReleaseSchema>;

export const releaseStepSchema = z.strictObject({ releaseId: z.uuid(), version: z.coerce.number().int() });
export type ReleaseStep = z.output<typeof releaseStepSchema>;
