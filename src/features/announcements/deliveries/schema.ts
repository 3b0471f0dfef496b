import { z } from 'zod';
import { normalEmail } from '@/lib/email-address';

export const reasonSchema = z
  .string('Say why, in a few words: it is kept with the letter.')
  .trim()
  .min(3, 'Say why, in a few words: it is kept with the letter.')
  .max(500, 'Say it in at most 500 characters.');

export const addressSchema = z.string('Enter an address such as name@example.org.').transform((typed, context) => {
  const address = normalEmail(typed);
  if (address === null) context.addIssue({ code: 'custom', message: 'Enter an address such as name@example.org.' });
  return address ?? '';
});

/** A letter that was refused, came back or stayed: once more, to this address. */
export const resendSchema = z.strictObject({ messageId: z.uuid(), address: addressSchema, reason: reasonSchema });
export type ResendInput = z.output<typeof resendSchema>;

/** arrived: a person saw that it came; again: send it once more. */
const howSchema = z.enum(['arrived', 'again']);

export const settleSchema = z.strictObject({ messageId: z.uuid(), how: howSchema, reason: reasonSchema });
export type SettleInput = z.output<typeof settleSchema>;

export const settleAllSchema = z.strictObject({
  cycleId: z.uuid(),
  /** How many letters the person saw: another number now means that something changed since. */
  seen: z.coerce.number().int().min(1),
  how: z.enum(['arrived', 'again'], 'Choose one of the two.'),
  reason: reasonSchema,
  understood: z.literal('yes', 'Tick that you have read what can happen.'),
});
export type SettleAllInput = z.output<typeof settleAllSchema>;
