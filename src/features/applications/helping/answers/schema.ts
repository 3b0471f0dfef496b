import { z } from 'zod';
import { reasonSchema } from '../schema';

/** Why staff write on a page; a form that is not sent yet says so where it was begun. */
export const pageReasonSchema = (isSent: boolean) => (isSent ? reasonSchema : z.string().max(500));

export const sendForSchema = z.object({
  submission_key: z.uuid(),
  revision: z.coerce.number().int().positive(),
  attest: z.literal('yes', 'Tick the box to say that the applicant agreed.'),
});
export type SendForInput = z.output<typeof sendForSchema>;
