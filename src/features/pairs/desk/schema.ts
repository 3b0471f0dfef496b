import { z } from 'zod';
import { PAIR_HEALTH } from '@/domain/pair-health';

export const PAIR_MOVES = ['hold', 'resume', 'end_early'] as const;
export type PairMove = (typeof PAIR_MOVES)[number];

const reason = z.string('Say why.').trim().min(3, 'Say why.').max(500, 'Keep this under 500 characters.');

/** A pair is put on hold, goes on, or ends; the reason is for the history and never mailed. */
export const movePairSchema = z.strictObject({
  matchId: z.uuid(),
  version: z.coerce.number().int().positive(),
  move: z.enum(PAIR_MOVES),
  reason,
  tell: z.literal('yes').optional(),
});
export type MovePairInput = z.output<typeof movePairSchema>;

export const closeTaskSchema = z.strictObject({
  taskId: z.uuid(),
  note: z
    .string('Write what came of it.')
    .trim()
    .min(3, 'Write what came of it.')
    .max(1000, 'Keep this under 1000 characters.'),
});
export type CloseTaskInput = z.output<typeof closeTaskSchema>;

/** Which pairs a list shows. */
export const PAIR_SHOWS = ['all', 'tasks', ...PAIR_HEALTH] as const;
export type PairShow = (typeof PAIR_SHOWS)[number];
export const readPairShow = (typed: unknown): PairShow => PAIR_SHOWS.find((show) => show === typed) ?? 'all';
