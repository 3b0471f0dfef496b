import { z } from 'zod';
import { db, Prisma } from '@/db/client';
import { and, chosen, named, notReviewedBy, visible } from '../choosing/queries';
import type { Viewer } from '../choosing/schema';
import { beside, placeIn, sortFor, upTo } from '../paging/queries';
import type { InboxFilter } from '../schema';
import { facetOf, shows, type Group } from './schema';

const { sql } = Prisma;
const countsSchema = z.array(
  z.object({ facet: z.number(), kind: z.enum(['all', 'closed', 'done', 'asked']), count: z.number() }),
);

/**
 * What of a cycle looks alike to every filter, counted once. Everybody's applications come from an index alone; what is closed
 * to the viewer is counted apart and taken off, and so is what they have reviewed. What is assigned to them and not read yet is
 * counted apart too, where anything is assigned in the cycle at all; else everything is asked of everybody.
 */
async function readGroups(cycleId: string, viewer: Viewer, { q }: InboxFilter): Promise<Group[]> {
  const found = q ? sql`AND ${named(q, viewer)}` : Prisma.empty;
  const inCycle = sql`a.cycle_id = ${cycleId}::uuid AND a.state <> 'draft' AND a.person_id IS NOT NULL ${found}`;
  const rows = countsSchema.parse(
    await db.$queryRaw`
    SELECT a.facet, 'all' AS kind, count(*)::int AS count FROM applications a WHERE ${inCycle} GROUP BY 1
    UNION ALL
    SELECT a.facet, 'closed', count(*)::int FROM applications a
    WHERE ${inCycle} AND a.person_id = ANY (${[...viewer.closed]}::uuid[]) GROUP BY 1
    UNION ALL
    SELECT a.facet, 'done', count(*)::int FROM reviews r JOIN applications a ON a.id = r.application_id
    WHERE r.reviewer_id = ${viewer.userId}::uuid AND r.cycle_id = ${cycleId}::uuid AND ${visible(cycleId, viewer)} ${found} GROUP BY 1
    UNION ALL
    SELECT a.facet, 'asked', count(*)::int FROM review_assignments x JOIN applications a ON a.id = x.application_id
    WHERE x.reviewer_id = ${viewer.userId}::uuid AND ${visible(cycleId, viewer)} AND ${notReviewedBy(viewer)} ${found}
    GROUP BY 1`,
  );
  const waits = (await db.reviewAssignment.findFirst({ where: { cycleId }, select: { id: true } })) === null;
  return rows.flatMap(({ facet, kind, count }) => {
    const of = { ...facetOf(facet), waits };
    if (kind === 'asked')
      return [
        { ...of, waits: true, done: false, count },
        { ...of, done: false, count: -count },
      ];
    if (kind === 'closed') return [{ ...of, done: false, count: -count }];
    if (kind === 'all') return [{ ...of, done: false, count }];
    return [
      { ...of, done: true, count },
      { ...of, done: false, count: -count },
    ];
  });
}

/** How many rows of the filter come before the page; a page that begins after a row comes after that row too. */
async function countAhead(cycleId: string, viewer: Viewer, filter: InboxFilter): Promise<number> {
  const place = await placeIn(cycleId, viewer, filter);
  if (place === null || place === 'lost') return 0;
  const sort = sortFor(filter.sort, viewer);
  const ahead = place.side === 'before' ? beside(sort, 'before', place.key) : upTo(sort, place.key);
  const rows = z
    .array(z.object({ count: z.number() }))
    .parse(
      await db.$queryRaw`SELECT count(*)::int AS count FROM applications a WHERE ${and([chosen(cycleId, viewer, filter), ahead])}`,
    );
  return rows[0]?.count ?? 0;
}

/** How many applications each choice of a filter would show, with the others as they are; and how many come before the page. */
export async function countInbox(cycleId: string, viewer: Viewer, filter: InboxFilter) {
  const groups = await readGroups(cycleId, viewer, filter);
  const ahead = await countAhead(cycleId, viewer, filter);
  const count = (change: Partial<InboxFilter>) =>
    groups.reduce((sum, group) => (shows({ ...filter, ...change }, group) ? sum + group.count : sum), 0);
  return { count, total: count({}), ahead };
}
export type InboxCounts = Awaited<ReturnType<typeof countInbox>>;
