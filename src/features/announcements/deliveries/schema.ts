import { z } from 'zod';
import { normalEmail } from '@/lib/email-address';

export const mendSchema = z.strictObject({
  messageId: z.uuid(),
  /** arrived: a person saw that it came; again: send it once more, if wanted to another address. */
  how: z.enum(['arrived', 'again']),
  address: z
    .string()
    .transform((typed, context) => {
      const address = normalEmail(typed);
      if (address === null) context.addIssue({ code: 'custom', message: 'Enter an address such as name@example.org.' });
      return address ?? '';
    })
    .optional(),
});
export type MendInput = z.output<typeof mendSchema>;
