import { z } from 'zod';
import { db, Prisma } from '@/db/client';
import { and, chosen, named, notReviewedBy, visible } from '../choosing/queries';
import type { Viewer } from '../choosing/schema';
import { beside, placeIn, sortFor, upTo } from '../paging/queries';
import type { InboxFilter } from '../schema';
import { facetOf, shows, type Group } from './schema';

const { sql } = Prisma;
const countsSchema = z.array(
  z.object({ facet: z.number(), kind: z.enum(['all', 'closed', 'done', 'asked', 'assigned']), count: z.number() }),
);

type Counted = z.output<typeof countsSchema>[number];

/**
 * What the database keeps of every change, less what is closed to the viewer: few people, whose applications are looked up. Of
 * reviews likewise.
 */
const kept = (cycleId: string, { userId, closed }: Viewer): Prisma.Sql => sql`
  SELECT c.facet, 'all' AS kind, sum(c.count)::int AS count FROM inbox_counts c WHERE c.cycle_id = ${cycleId}::uuid GROUP BY 1
  UNION ALL
  SELECT a.facet, 'closed', count(*)::int FROM applications a
  WHERE a.cycle_id = ${cycleId}::uuid AND a.state <> 'draft' AND a.person_id = ANY (${[...closed]}::uuid[]) GROUP BY 1
  UNION ALL
  SELECT r.facet, 'done', count(*)::int FROM reviews r
  WHERE r.reviewer_id = ${userId}::uuid AND r.cycle_id = ${cycleId}::uuid AND r.facet IS NOT NULL GROUP BY 1
  UNION ALL
  SELECT a.facet, 'done', -count(*)::int FROM applications a JOIN reviews r ON r.application_id = a.id
  WHERE a.cycle_id = ${cycleId}::uuid AND a.state <> 'draft' AND a.person_id = ANY (${[...closed]}::uuid[])
    AND r.reviewer_id = ${userId}::uuid GROUP BY 1`;

/** The same of what words are found in, which nobody can count before they are typed. */
const found = ({ userId }: Viewer): Prisma.Sql => sql`
  SELECT f.facet, 'all' AS kind, count(*)::int AS count FROM found f GROUP BY 1
  UNION ALL
  SELECT f.facet, 'done', count(*)::int FROM found f JOIN reviews r ON r.application_id = f.id
  WHERE r.reviewer_id = ${userId}::uuid GROUP BY 1`;

/** What is assigned to the viewer and not reviewed by them; and whether anything is assigned in the cycle at all. */
const asked = (cycleId: string, viewer: Viewer, { q }: InboxFilter): Prisma.Sql => sql`
  SELECT 0, 'assigned', 1 WHERE EXISTS (SELECT FROM review_assignments x WHERE x.cycle_id = ${cycleId}::uuid)
  UNION ALL
  SELECT a.facet, 'asked', count(*)::int FROM review_assignments x JOIN applications a ON a.id = x.application_id
  WHERE x.reviewer_id = ${viewer.userId}::uuid AND ${visible(cycleId, viewer)} AND ${notReviewedBy(viewer)}
    ${q ? sql`AND ${named(q, viewer)}` : Prisma.empty}
  GROUP BY 1`;

/** What was counted, as groups: each part is taken off what it is a part of. */
function groupsOf({ facet, kind, count }: Counted, assigned: boolean): Group[] {
  const of = { ...facetOf(facet), waits: !assigned };
  const rest = { ...of, done: false, count: -count };
  if (kind === 'all') return [{ ...rest, count }];
  if (kind === 'closed') return [rest];
  if (kind === 'asked') return [{ ...of, waits: true, done: false, count }, rest];
  return [{ ...of, done: true, count }, rest];
}

/**
 * What of a cycle looks alike to every filter, counted once. What is assigned to the viewer and not read yet is counted apart
 * where anything is assigned in the cycle at all; else everything is asked of everybody.
 */
async function readGroups(cycleId: string, viewer: Viewer, filter: InboxFilter): Promise<Group[]> {
  const { q } = filter;
  const search = sql`WITH found AS MATERIALIZED (
    SELECT a.id, a.facet FROM applications a WHERE ${visible(cycleId, viewer)} AND ${named(q, viewer)})`;
  const rows = await db.$queryRaw`
    ${q ? search : Prisma.empty} ${q ? found(viewer) : kept(cycleId, viewer)}
    UNION ALL ${asked(cycleId, viewer, filter)}`;
  const counted = countsSchema.parse(rows);
  const assigned = counted.some(({ kind }) => kind === 'assigned');
  return counted.filter(({ kind }) => kind !== 'assigned').flatMap((row) => groupsOf(row, assigned));
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
