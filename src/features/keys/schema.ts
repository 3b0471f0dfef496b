import { z } from 'zod';

export const keysSchema = z.strictObject({ on: z.enum(['yes', 'no']) });
export type KeysInput = z.output<typeof keysSchema>;

/** Keys of one letter, for who has turned them on (WCAG 2.1.4), with what each does. */
export const KEYS = [
  { key: 'j', does: 'the next row of the list, or the next application' },
  { key: 'k', does: 'the one before' },
  { key: 'o', does: 'open the row' },
  { key: 'r', does: 'to my review' },
  { key: 'n', does: 'the one with the fewest reviews that waits for me' },
  { key: '?', does: 'this list' },
] as const;
