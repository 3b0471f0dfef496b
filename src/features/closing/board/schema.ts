import { z } from 'zod';
import { ANSWERED } from '@/domain/closing';
import { ROLES } from '@/domain/mentoring';

export const BOARD_SHOWS = ['all', ...ANSWERED] as const;
export type BoardShow = (typeof BOARD_SHOWS)[number];

/** What the board shows, as the address says it. */
export const readShow = (typed: unknown): BoardShow => BOARD_SHOWS.find((one) => one === typed) ?? 'all';
export const readRole = (typed: unknown) => ROLES.find((one) => one === typed) ?? null;

/** Another day on which the closing questions open; `before` is the one that the page showed. */
export const openingSchema = z.strictObject({
  cycleId: z.uuid(),
  before: z.union([z.literal(''), z.iso.datetime()]),
  day: z.iso.date('Choose a day of the calendar.'),
});
export type OpeningInput = z.output<typeof openingSchema>;
