import { z } from 'zod';

/** What the check page sends. */
export const sendSchema = z.object({
  submission_key: z.uuid(),
  revision: z.coerce.number().int().positive(),
  attest: z.literal('yes'),
});
export type SendInput = z.output<typeof sendSchema>;

/** What the database answers to a submission. */
export const resultSchema = z.object({
  result: z.enum(['sent', 'replayed', 'already', 'stale', 'closed', 'not_open', 'gone', 'duplicate']),
  references: z.array(z.string().nullable()).nullish(),
});
export type SendResult = Exclude<z.output<typeof resultSchema>['result'], 'duplicate'>;
