import { z } from 'zod';
import { APPLICATION_STATES } from '@/domain/application';
import { ROLES } from '@/domain/mentoring';

/** Drafts are nobody's business yet. */
export const INBOX_STATES = APPLICATION_STATES.filter((state) => state !== 'draft');
export const MINE = ['todo', 'done', 'all'] as const;
export const SORTS = ['fewest', 'newest', 'name', 'reference'] as const;
export const PAGE_SIZE = 50;

const filterSchema = z.object({
  role: z.enum(['', ...ROLES]).catch(''),
  /** '' is everything that is still in the race. */
  state: z.enum(['', ...INBOX_STATES]).catch(''),
  mine: z.enum(MINE),
  sort: z.enum(SORTS).catch('fewest'),
  q: z.string().trim().max(80).catch(''),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});
export type InboxFilter = z.output<typeof filterSchema>;

/** The filter in an address. Reviewers start with what waits for them, others with everything. */
export function readFilter(search: URLSearchParams, reviews: boolean): InboxFilter {
  const typed = Object.fromEntries(search);
  const mine = reviews ? (MINE.find((one) => one === typed.mine) ?? 'todo') : 'all';
  return filterSchema.parse({ role: '', state: '', sort: 'fewest', q: '', page: 1, ...typed, mine });
}

/** The filter as the end of an address, "?role=mentor&mine=todo"; what is left at its default is left out. */
export function writeFilter(filter: InboxFilter, change: Partial<InboxFilter> = {}): string {
  const { role, state, mine, sort, q, page } = { ...filter, page: 1, ...change };
  const search = new URLSearchParams();
  if (role) search.set('role', role);
  if (state) search.set('state', state);
  search.set('mine', mine);
  if (sort !== 'fewest') search.set('sort', sort);
  if (q) search.set('q', q);
  if (page > 1) search.set('page', String(page));
  return `?${search.toString()}`;
}

type Search = Record<string, string | string[] | undefined>;

/** What a page is given as its search, as the one value of each name. */
export const searchOf = (search: Search): URLSearchParams =>
  new URLSearchParams(
    Object.entries(search).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
