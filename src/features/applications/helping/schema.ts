import { z } from 'zod';
import { CONTACT_WAYS, type ContactWay } from '@/domain/helping';
import { FORM_ROLES } from '@/domain/mentoring';
import { normalEmail } from '@/lib/email-address';

const ways = Object.keys(CONTACT_WAYS).filter((way): way is ContactWay => way in CONTACT_WAYS);
export const reasonSchema = z
  .string('Say why, and how they told you.')
  .trim()
  .min(5, 'Say why, and how they told you.')
  .max(500, 'Keep the reason under 500 characters.');
const address = z.string('Enter one address, such as name@example.org.').transform((typed, context) => {
  const email = normalEmail(typed);
  if (email === null) context.addIssue('Enter one address, such as name@example.org.');
  return email ?? z.NEVER;
});

export const noteSchema = z.object({
  applicationId: z.uuid(),
  how: z.enum(ways, 'Choose how you spoke.'),
  day: z.iso.date('Choose the day.'),
  text: z
    .string('Write what was said.')
    .trim()
    .min(3, 'Write what was said.')
    .max(2000, 'Keep it under 2,000 characters.'),
});
export type NoteInput = z.output<typeof noteSchema>;

export const reinstateSchema = z.object({ applicationId: z.uuid(), reason: reasonSchema });
export type ReinstateInput = z.output<typeof reinstateSchema>;

export const moveAddressSchema = z.object({ applicationId: z.uuid(), email: address, reason: reasonSchema });
export type MoveAddressInput = z.output<typeof moveAddressSchema>;

export const enterSchema = z.object({
  cycle: z.string(),
  email: address,
  role: z.enum(FORM_ROLES, 'Choose a role.'),
  reason: reasonSchema,
});
export type EnterInput = z.output<typeof enterSchema>;
