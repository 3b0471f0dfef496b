import { z } from 'zod';
import { db, Prisma } from '@/db/client';
import { APPLICATION_STATES } from '@/domain/application';
import { ROLES } from '@/domain/mentoring';
import { ANSWERED, named, reviewedBy, visible } from '../choosing/queries';
import type { Viewer } from '../choosing/schema';
import { beside, placeIn, sortFor } from '../paging/queries';
import type { InboxFilter } from '../schema';

const { sql } = Prisma;

const groupSchema = z.object({
  role: z.enum(ROLES),
  state: z.enum(APPLICATION_STATES),
  /** Up to 3. */
  reviews: z.number(),
  done: z.boolean(),
  discuss: z.boolean(),
  later: z.boolean(),
  answered: z.boolean(),
  /** Comes before the page that is shown. */
  ahead: z.boolean(),
  count: z.number(),
});
type Group = z.output<typeof groupSchema>;

/** What of a cycle looks alike to every filter, counted once: an index answers it. */
async function readGroups(cycleId: string, viewer: Viewer, filter: InboxFilter): Promise<Group[]> {
  const place = await placeIn(cycleId, viewer, filter);
  const sort = sortFor(filter.sort, viewer);
  // The row a page comes after is itself ahead of it.
  const ahead =
    place === null || place === 'lost'
      ? sql`false`
      : place.side === 'before'
        ? beside(sort, 'before', place.key)
        : sql`NOT ${beside(sort, 'after', place.key)}`;
  return z.array(groupSchema).parse(
    await db.$queryRaw`
    SELECT g.*, count(*)::int AS count FROM (
      SELECT a.role, a.state, least(a.review_count, 3) AS reviews, ${reviewedBy(viewer)} AS done,
        a.discuss_since IS NOT NULL AS discuss, a.later_by IS NOT NULL AS later,
        ${ANSWERED} AS answered, coalesce(${ahead}, false) AS ahead
      FROM applications a WHERE ${visible(cycleId, viewer)} ${filter.q ? sql`AND ${named(filter.q, viewer)}` : Prisma.empty}
    ) g GROUP BY 1, 2, 3, 4, 5, 6, 7, 8`,
  );
}

const MINE: Record<InboxFilter['mine'], (group: Group) => boolean> = {
  todo: ({ done, state }) => !done && state !== 'declined' && state !== 'withdrawn',
  done: ({ done }) => done,
  discuss: ({ discuss }) => discuss,
  all: () => true,
};

/** The same choice as `chosen`, for groups that are counted already. */
function shows(filter: InboxFilter, group: Group): boolean {
  const { role, state, mine, reviews, asked, later } = filter;
  if (role && group.role !== role) return false;
  if (state ? group.state !== state : group.state === 'withdrawn') return false;
  if (reviews && group.reviews !== Number(reviews)) return false;
  if (asked && !(asked === 'waiting' ? group.state === 'needs_information' : group.answered)) return false;
  if (later && group.later !== (later === 'yes')) return false;
  return MINE[mine](group);
}

/** How many applications each choice of a filter would show, with the others as they are; and how many come before the page. */
export async function countInbox(cycleId: string, viewer: Viewer, filter: InboxFilter) {
  const groups = await readGroups(cycleId, viewer, filter);
  const sum = (of: readonly Group[]) => of.reduce((all, group) => all + group.count, 0);
  const count = (change: Partial<InboxFilter>) => sum(groups.filter((group) => shows({ ...filter, ...change }, group)));
  const ahead = sum(groups.filter((group) => group.ahead && shows(filter, group)));
  return { count, total: count({}), ahead };
}
export type InboxCounts = Awaited<ReturnType<typeof countInbox>>;
