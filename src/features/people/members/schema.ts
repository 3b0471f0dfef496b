import { z } from 'zod';
import { GRANT_ROLES } from '@/domain/actor';
import { normalEmail } from '@/lib/email-address';

const ADDRESS = 'Enter one address, such as name@example.org.';
const NAME = 'Enter the name that others see.';

/** A last day such as 2027-06-30, or '' for a role without end. */
const until = z.union([z.literal(''), z.iso.date('Choose a day of the calendar, or leave it empty.')]).default('');
const role = z.enum(GRANT_ROLES, 'Choose a role.');

export const inviteSchema = z.object({
  programId: z.uuid(),
  email: z.string(ADDRESS).transform(normalEmail).pipe(z.string(ADDRESS)),
  name: z.string(NAME).trim().min(2, NAME).max(120, 'Keep the name under 120 characters.'),
  role,
  until,
});
export type InviteInput = z.output<typeof inviteSchema>;

export const termSchema = z.object({ programId: z.uuid(), userId: z.uuid(), role, until });
export type TermInput = z.output<typeof termSchema>;

export const endRoleSchema = termSchema.omit({ until: true });
export type EndRoleInput = z.output<typeof endRoleSchema>;
