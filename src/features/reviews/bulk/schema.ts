import { z } from 'zod';
import { BULK_MOVES, MOST_TOGETHER } from '@/domain/bulk';
import { writeFilter, type InboxFilter } from '@/features/applications/inbox/schema';
import { isId } from '@/lib/id';

const id = z.string().refine(isId);

/** What a preview is asked for in its address: a move, and the ticked rows or all of a filter. */
export const previewSchema = z.object({
  move: z.enum(BULK_MOVES).catch('accept'),
  of: z.enum(['ticked', 'all']).catch('ticked'),
  ids: z
    .array(z.string())
    .transform((typed) => [...new Set(typed.filter(isId))])
    .catch([]),
});

type PreviewOf = z.output<typeof previewSchema>;

/** The end of the address of a preview. */
export function writePreview(filter: InboxFilter, { move, of, ids }: PreviewOf): string {
  const search = new URLSearchParams(writeFilter(filter));
  search.set('move', move);
  search.set('of', of);
  if (of === 'ticked') for (const one of ids) search.append('ids', one);
  return `?${search.toString()}`;
}

/** "id:version", as the preview showed each row. */
const row = z.string().transform((written, context) => {
  const [applicationId = '', version = ''] = written.split(':');
  if (isId(applicationId) && /^\d{1,9}$/.test(version)) return { applicationId, version: Number(version) };
  context.addIssue({ code: 'custom', message: 'This page is out of date. Reload it and look again.' });
  return z.NEVER;
});

export const togetherSchema = z.strictObject({
  cycleId: id,
  move: z.enum(BULK_MOVES),
  rows: z.array(row).min(1, 'Tick at least one application.').max(MOST_TOGETHER),
  reason: z.string().trim().max(500, 'Keep the reason under 500 characters.'),
});
export type TogetherInput = z.output<typeof togetherSchema>;

export const undoSchema = z.strictObject({ actionId: id });
export type UndoInput = z.output<typeof undoSchema>;
