import { z } from 'zod';

export const remindSchema = z.strictObject({ cycleId: z.uuid() });
export type RemindInput = z.output<typeof remindSchema>;

export const SHOWS = ['open', 'short', 'waiting', 'done', 'all'] as const;
export type Show = (typeof SHOWS)[number];
export const readShow = (typed: unknown): Show => SHOWS.find((show) => show === typed) ?? 'open';
