import { z } from 'zod';

export const DESK_SHOWS = ['all', 'begun', 'sent', 'withdrawn'] as const;
export const DESK_PAGE = 50;

const filterSchema = z.object({
  show: z.enum(DESK_SHOWS).catch('all'),
  q: z.string().trim().max(80).catch(''),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});
export type DeskFilter = z.output<typeof filterSchema>;

export const readDeskFilter = (search: Record<string, string | string[] | undefined>): DeskFilter =>
  filterSchema.parse({ show: 'all', q: '', page: 1, ...search });

/** The filter as the end of an address; what is left at its default is left out. */
export function writeDeskFilter(filter: DeskFilter, change: Partial<DeskFilter> = {}): string {
  const { show, q, page } = { ...filter, page: 1, ...change };
  const search = new URLSearchParams();
  if (show !== 'all') search.set('show', show);
  if (q) search.set('q', q);
  if (page > 1) search.set('page', String(page));
  return search.size > 0 ? `?${search.toString()}` : '';
}
