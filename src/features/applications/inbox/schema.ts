import { z } from 'zod';
import { APPLICATION_STATES } from '@/domain/application';
import { ROLES } from '@/domain/mentoring';
import { cleanText } from '@/lib/clean-text';

/** Drafts are nobody's business yet. */
export const INBOX_STATES = APPLICATION_STATES.filter((state) => state !== 'draft');
/** The tabs. Whoever reviews nothing has the last two. */
export const MINE = ['todo', 'done', 'discuss', 'all'] as const;
export const SORTS = ['fewest', 'newest', 'name', 'reference'] as const;
/** How often an application was reviewed; 3 stands for more, too. */
export const REVIEWED = ['', '0', '1', '2', '3'] as const;
export const ASKED = ['', 'waiting', 'answered'] as const;
export const LATER = ['', 'yes', 'no'] as const;
export const PAGE_SIZE = 50;

const CHOICES = {
  role: z.enum(['', ...ROLES]).catch(''),
  /** '' is everything that is still in the race, or declined. */
  state: z.enum(['', ...INBOX_STATES]).catch(''),
  sort: z.enum(SORTS).catch('fewest'),
  reviews: z.enum(REVIEWED).catch(''),
  /** Whether the applicant was asked a question: one that waits for its answer, or one that was answered. */
  asked: z.enum(ASKED).catch(''),
  /** Whether it is to be decided later, by a day. */
  later: z.enum(LATER).catch(''),
};
const place = z.string().max(200).catch('');

const filterSchema = z.object({
  ...CHOICES,
  mine: z.enum(MINE),
  /** Words of any length are looked for by their beginning: no name is longer. */
  q: z
    .string()
    .transform((typed) => cleanText(typed).trim().slice(0, 80).trim())
    .catch(''),
  /** The row that the page begins after, or ends before; see `paging`. */
  after: place,
  before: place,
});
export type InboxFilter = z.output<typeof filterSchema>;

export const ALL_OF_IT: InboxFilter = {
  mine: 'all',
  role: '',
  state: '',
  sort: 'fewest',
  reviews: '',
  asked: '',
  later: '',
  q: '',
  after: '',
  before: '',
};

/** The filter in an address. Reviewers start with what waits for them, others with everything. */
export function readFilter(search: URLSearchParams, reviews: boolean): InboxFilter {
  const typed = Object.fromEntries(search);
  const tabs = reviews ? MINE : (['discuss', 'all'] as const);
  const mine = tabs.find((one) => one === typed.mine) ?? (reviews ? 'todo' : 'all');
  return filterSchema.parse({ ...ALL_OF_IT, ...typed, mine });
}

const WRITTEN = ['role', 'state', 'mine', 'sort', 'reviews', 'asked', 'later', 'q', 'after', 'before'] as const;

/** The filter as the end of an address, "?role=mentor&mine=todo"; what is left at its default is left out. A change begins at the first page. */
export function writeFilter(filter: InboxFilter, change: Partial<InboxFilter> = {}): string {
  const written = { ...filter, after: '', before: '', ...change };
  const search = new URLSearchParams();
  for (const name of WRITTEN)
    if (name === 'mine' || (written[name] !== '' && written[name] !== ALL_OF_IT[name])) search.set(name, written[name]);
  return `?${search.toString()}`;
}

/** Choices that an address or a saved view makes and that do not exist (any more): they are left out. */
export const unknownIn = (search: URLSearchParams): string[] =>
  Object.entries({ ...CHOICES, mine: z.enum(MINE).catch('todo') }).flatMap(([name, known]) => {
    const typed = search.get(name);
    return typed === null || known.parse(typed) === typed ? [] : [name];
  });

type Search = Record<string, string | string[] | undefined>;

/** What a page is given as its search, as the one value of each name. */
export const searchOf = (search: Search): URLSearchParams =>
  new URLSearchParams(
    Object.entries(search).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
