import { z } from 'zod';
import { RESULTS } from '@/domain/ballot';
import { isId } from '@/lib/id';
import { ballotSchema } from '../schema';

const id = z.string().refine(isId);
const MOST_WORDS = 2000;

export const tableSchema = ballotSchema.extend({ itemId: id });
export type TableInput = z.output<typeof tableSchema>;

export const resolveSchema = z.strictObject({
  itemId: id,
  /** Of the match, as the page showed it. */
  version: z.coerce.number().int().min(1),
  result: z.enum(RESULTS, 'Choose carried, not carried, or put off.'),
  note: z.string().trim().max(MOST_WORDS, `Shorten the note to ${MOST_WORDS} characters.`),
});
export type ResolveInput = z.output<typeof resolveSchema>;

export const takeUpSchema = z.strictObject({ itemId: id, version: z.coerce.number().int().min(1) });
export type TakeUpInput = z.output<typeof takeUpSchema>;

export const meetingSchema = z.strictObject({ ballotId: id });
export type MeetingInput = z.output<typeof meetingSchema>;

export const leftSchema = z.strictObject({ ballotId: id, userId: id });
export type LeftInput = z.output<typeof leftSchema>;
