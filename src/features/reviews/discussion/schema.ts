import { z } from 'zod';
import { isId } from '@/lib/id';

const id = z.string().refine(isId);
const version = z.coerce.number().int().min(1);
const body = z.string().trim().min(1, 'Write something first.').max(4000, 'Shorten the comment to 4,000 characters.');

export const writeSchema = z.strictObject({ applicationId: id, body });
export type WriteInput = z.output<typeof writeSchema>;

export const rewordSchema = z.strictObject({ id, version, body });
export type RewordInput = z.output<typeof rewordSchema>;

export const removeSchema = z.strictObject({ id, version });
export type RemoveInput = z.output<typeof removeSchema>;

export const markSchema = z.strictObject({
  applicationId: id,
  version,
  on: z.enum(['yes', 'no']),
  reason: z.string().trim().min(1, 'Say in a few words why.').max(500, 'Keep the reason under 500 characters.'),
});
export type MarkInput = z.output<typeof markSchema>;

export const readSchema = z.strictObject({
  applicationId: id,
  /** When the newest comment on the page was written: what came later was not read. */
  until: z.coerce.number().int().min(0).max(253_402_300_799_999),
});
export type ReadInput = z.output<typeof readSchema>;
