import { z } from 'zod';

const lookSchema = z.object({
  width: z.enum(['wide', 'phone']).catch('wide'),
  mode: z.enum(['light', 'dark']).catch('light'),
});
export type MailLook = z.output<typeof lookSchema>;

/** How a letter is to be looked at; whatever an address says. */
export const readLook = (search: URLSearchParams): MailLook => lookSchema.parse(Object.fromEntries(search));
