import { z } from 'zod';
import { isId } from '@/lib/id';

const id = z.string().refine(isId);
const name = z
  .string('Give the view a name.')
  .trim()
  .min(1, 'Give the view a name.')
  .max(60, 'Keep the name under 60 characters.');

export const MOST_VIEWS = 20;

/** The filter is one that was read and written again: nothing of the address stays that is no choice. */
export const saveViewSchema = z.strictObject({ cycleId: id, name, query: z.string().max(600) });
export type SaveViewInput = z.output<typeof saveViewSchema>;

export const renameViewSchema = z.strictObject({ id, name });
export type RenameViewInput = z.output<typeof renameViewSchema>;

export const viewSchema = z.strictObject({ id });
export type ViewInput = z.output<typeof viewSchema>;
