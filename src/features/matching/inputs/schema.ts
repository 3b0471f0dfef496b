import { z } from 'zod';
import { FACTORS } from '@/domain/matching/factors';
import { FAIRNESS, OBJECTIVES } from '@/domain/matching/problem';
import { RULE_KEYS } from '@/domain/matching/rules';

const weight = z.coerce.number().int().min(0).max(100);

export const weightsSchema = z
  .strictObject({ competencies: weight, interests: weight, region: weight, meeting: weight, setting: weight })
  .refine((weights) => FACTORS.some(({ key }) => weights[key] > 0), 'At least one weight must be above 0.');

const switchable = RULE_KEYS.filter((key) => key !== 'same-person');
/**
 * Rules that the chair may switch off. Not among them: what participants asked for, which nobody could read from a
 * candidate that appears, and places, which the database holds anyway.
 */
export const OFFERED_RULES = switchable.filter((key) => key !== 'participant-veto' && key !== 'no-places');

export const rulesSchema = z.strictObject({
  off: z.array(z.enum(switchable)),
  /** Thousandths of a point. */
  minimumScore: z.number().int().min(0).max(100_000),
  /** Whether having waited counts. */
  credit: z.boolean().default(true),
});

export const optionsSchema = z.strictObject({ objective: z.enum(OBJECTIVES), fairness: z.enum(FAIRNESS) });
export type RunOptions = z.output<typeof optionsSchema>;

export const DEFAULT_OPTIONS: RunOptions = { objective: 'participation', fairness: 'balanced' };
