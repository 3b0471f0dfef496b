import { z } from 'zod';
import { DAY_FIELDS, type CycleDays, type DayField } from '@/domain/cycle-plan';
import { TIME_ZONES } from '@/domain/forms/places';

const ZONES = TIME_ZONES.flatMap(({ options }) => options.map(({ value }) => value));

const day = z.union([z.literal(''), z.iso.date('Choose a day of the calendar.')]).default('');

/** The days as the page posts them; which may be left out and how they must follow says the rulebook. */
const days = z
  .object(Object.fromEntries(DAY_FIELDS.map((field): [DayField, typeof day] => [field, day])))
  .transform((typed): CycleDays => {
    const of = (field: DayField) => typed[field] ?? '';
    return {
      opensOn: of('opensOn'),
      closesOn: of('closesOn'),
      mentorsCloseOn: of('mentorsCloseOn'),
      matchingOn: of('matchingOn'),
      announceOn: of('announceOn'),
      startsOn: of('startsOn'),
      endsOn: of('endsOn'),
      archivesOn: of('archivesOn'),
      waitlistOn: of('waitlistOn'),
      identityDeleteOn: of('identityDeleteOn'),
    };
  });

const NAME = 'Give the cycle a name, such as Fall 2027.';
const CODE = 'Give the cycle a code of 2 to 8 capital letters and digits, such as F27: references begin with it.';

/** A new cycle. */
export const setUpSchema = z.object({
  programId: z.uuid(),
  /** The cycle whose form, letters and weights it begins with; '' for the standard ones. */
  from: z.union([z.literal(''), z.uuid()]).default(''),
  name: z.string(NAME).trim().min(2, NAME).max(60, 'Keep the name under 60 characters.'),
  code: z
    .string(CODE)
    .trim()
    .toUpperCase()
    .regex(/^[A-Z][A-Z0-9]{1,7}$/, CODE),
  timeZone: z.enum(ZONES, 'Choose a time zone.'),
  hasIdentity: z.literal('yes').optional(),
  confirmation: z.enum(['none', 'both_after', 'ask_mentors_first'], 'Say whether matches are confirmed.'),
  confirmDays: z.coerce
    .number('Days to answer: enter a whole number.')
    .int('Days to answer: enter a whole number.')
    .min(1, 'Days to answer: at least 1.')
    .max(60, 'Days to answer: at most 60.')
    .default(7),
  days,
});
export type SetUpInput = z.output<typeof setUpSchema>;

/** Other days for a cycle that is there. */
export const moveDaysSchema = z.object({
  cycleId: z.uuid(),
  version: z.coerce.number().int().positive(),
  /** Write to everybody who applied. */
  tell: z.literal('yes').optional(),
  days,
});
export type MoveDaysInput = z.output<typeof moveDaysSchema>;

/** What an address asks a new cycle to begin with: a template, or `from-F26`. */
export const beginSchema = z.object({
  template: z.string().max(40).catch(''),
  opens: z.union([z.literal(''), z.iso.date()]).catch(''),
});
