import { z } from 'zod';

const people = z.array(z.uuid()).max(5000);

/** `before`: who was ticked when the page was drawn; only what changed since is written. */
export const markSchema = z.strictObject({ eventId: z.uuid(), before: people, came: people });
export type MarkInput = z.output<typeof markSchema>;

export const allCameSchema = z.strictObject({ eventId: z.uuid() });

/** Ids in one hidden field, with commas. */
export const idsIn = (text: string): string[] => text.split(',').filter(Boolean);
