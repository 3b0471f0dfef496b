import { z } from 'zod';
import { ACTIVITY_GROUPS, ACTIVITY_KINDS, ACTIVITY_STATES } from '@/domain/activities';

const HTTPS = 'Enter an address that begins with https://, or none.';
const PLACE = 'Enter a whole number: 1 stands first.';

export const saveEntrySchema = z.strictObject({
  programId: z.uuid(),
  /** Empty for a new one. */
  entryId: z.union([z.uuid(), z.literal('')]).default(''),
  version: z.coerce.number().int().min(0),
  kind: z.enum(ACTIVITY_KINDS, 'Choose an activity or a resource.'),
  group: z.enum(ACTIVITY_GROUPS, 'Choose a group.'),
  title: z.string('Give it a title.').trim().min(3, 'Give it a title.').max(120, 'Shorten the title.'),
  words: z.string().trim().max(2000, 'Keep this under 2,000 characters.').default(''),
  link: z.union([z.literal(''), z.url({ protocol: /^https$/, error: HTTPS }).max(500, HTTPS)], HTTPS).default(''),
  state: z.enum(ACTIVITY_STATES, 'Choose who sees it.'),
  position: z.coerce.number(PLACE).int(PLACE).min(1, PLACE).max(9999, PLACE),
});
export type SaveEntryInput = z.output<typeof saveEntrySchema>;

export const beginLibrarySchema = z.strictObject({ programId: z.uuid() });
