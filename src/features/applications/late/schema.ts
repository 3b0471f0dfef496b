import { z } from 'zod';
import { FORM_ROLES } from '@/domain/mentoring';

export const lateSchema = z.object({
  cycle: z.string(),
  email: z.string('Enter the address of this person.'),
  role: z.enum(FORM_ROLES, 'Choose a role.'),
  /** The last day, `YYYY-MM-DD`; it ends at midnight in the cycle's zone. */
  until: z.iso.date('Choose the last day.'),
  reason: z.string('Say why.').trim().min(3, 'Say why.').max(500, 'Keep the reason under 500 characters.'),
});
export type LateInput = z.output<typeof lateSchema>;
