import { z } from 'zod';
import { AREAS_FEWEST, AREAS_MOST } from '@/domain/forms/frameworks';

const AREAS = `Write ${AREAS_FEWEST} to ${AREAS_MOST} areas, one a line, each different from the others.`;

/** A framework as the page posts it; the areas come one a line. */
export const frameworkSchema = z.object({
  cycleId: z.uuid(),
  name: z
    .string('Give the framework a name, such as ALSC 2009.')
    .trim()
    .min(3, 'Give the framework a name, such as ALSC 2009.')
    .max(80, 'Keep the name under 80 characters.'),
  areas: z
    .string(AREAS)
    .transform((text) =>
      text
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
    )
    .refine((lines) => lines.length >= AREAS_FEWEST && lines.length <= AREAS_MOST, AREAS)
    .refine((lines) => new Set(lines.map((line) => line.toLowerCase())).size === lines.length, AREAS)
    .refine((lines) => lines.every((line) => line.length <= 120), 'Keep each area under 120 characters.'),
});
export type FrameworkInput = z.output<typeof frameworkSchema>;

/** The areas as the database keeps them. */
export const areasSchema = z.array(z.object({ value: z.string(), label: z.string() }));
