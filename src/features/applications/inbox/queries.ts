import { z } from 'zod';
import { db, Prisma } from '@/db/client';
import { APPLICATION_STATES } from '@/domain/application';
import { ROLES } from '@/domain/mentoring';
import { summarize } from '@/domain/review';
import { listRubrics, readReview, type Rubrics } from '@/features/reviews/rubrics/queries';
import { givenSchema } from '@/features/reviews/rubrics/schema';
import { and, chosen } from './choosing/queries';
import { nameFor, type Viewer } from './choosing/schema';
import { beside, findPlace, ordered, placeIn, sortFor, type Place } from './paging/queries';
import { writePlace } from './paging/schema';
import { PAGE_SIZE, type InboxFilter } from './schema';

const { sql } = Prisma;
const known = { role: z.enum(ROLES), state: z.enum(APPLICATION_STATES) };
const rowSchema = z.object({
  ...known,
  id: z.string(),
  reference: z.string().nullable(),
  name: z.string(),
  submittedAt: z.date().nullable(),
  laterBy: z.date().nullable(),
  discussSince: z.date().nullable(),
  reviewCount: z.number(),
  version: z.number(),
  /** Whether my own is an abstention; null without one. */
  abstained: z.boolean().nullable(),
  ratings: z.array(givenSchema).nullable(),
  /** Comments that the viewer has not read, of discussions that are open to them. */
  unread: z.number(),
});
type ReadRow = z.output<typeof rowSchema>;

/**
 * One more row than a page holds, so that the page knows whether there is another. The ratings of others come only after the
 * viewer's own review, or when the viewer reviews nothing.
 */
async function readRows(cycleId: string, viewer: Viewer, filter: InboxFilter, place: Place) {
  const sort = sortFor(filter.sort, viewer);
  const where = place ? [beside(sort, place.side, place.key)] : [];
  const mine = sql`reviews r WHERE r.application_id = a.id AND r.reviewer_id = ${viewer.userId}::uuid`;
  return z.array(rowSchema).parse(
    await db.$queryRaw`
    SELECT a.id::text, a.reference, a.name, a.role, a.state, a.version, a.submitted_at AS "submittedAt",
      a.later_by AS "laterBy", a.discuss_since AS "discussSince", a.review_count AS "reviewCount",
      (SELECT r.abstained FROM ${mine}) AS abstained,
      CASE WHEN ${!viewer.reviews} OR EXISTS (SELECT FROM ${mine})
        THEN (SELECT json_agg(json_build_object('ratings', r.ratings, 'rubricNumber', r.rubric_number)
          ORDER BY r.saved_at) FROM reviews r WHERE r.application_id = a.id) END AS ratings,
      CASE WHEN ${viewer.discussions} OR EXISTS (SELECT FROM ${mine})
        THEN (SELECT count(*)::int FROM discussion_comments d LEFT JOIN discussion_reads s
            ON s.application_id = d.application_id AND s.user_id = ${viewer.userId}::uuid
          WHERE d.application_id = a.id AND d.removed_at IS NULL AND d.author_id <> ${viewer.userId}::uuid
            AND d.written_at > coalesce(s.read_until, '-infinity')) ELSE 0 END AS unread
    FROM (SELECT a.* FROM applications a WHERE ${and([chosen(cycleId, viewer, filter), ...where])}
      ORDER BY ${ordered(sort, place?.side === 'before')} LIMIT ${PAGE_SIZE + 1}) a
    ORDER BY ${ordered(sort)}`,
  );
}

const shownRow =
  (viewer: Viewer, rubrics: Rubrics) =>
  ({ abstained, ratings, name, ...row }: ReadRow) => ({
    ...row,
    name: nameFor(viewer, { ...row, name }),
    mine: abstained === null ? null : abstained ? ('abstained' as const) : ('done' as const),
    summary: ratings && summarize(ratings.map((one) => readReview(rubrics, { role: row.role, ...one }).score)),
  });

/** One page of the inbox, with the places of the pages beside it. A place that leads nowhere leads to the beginning, and is said so. */
export async function listInbox(cycleId: string, viewer: Viewer, filter: InboxFilter) {
  const rubrics = await listRubrics(cycleId);
  const place = await placeIn(cycleId, viewer, filter);
  const read = place === 'lost' ? [] : await readRows(cycleId, viewer, filter, place);
  const lost = place !== null && read.length === 0;
  const found = lost ? await readRows(cycleId, viewer, filter, null) : read;
  const backwards = !lost && place !== null && place !== 'lost' && place.side === 'before';
  const isLonger = found.length > PAGE_SIZE;
  const page = !isLonger ? found : backwards ? found.slice(1) : found.slice(0, PAGE_SIZE);
  const [first, last] = [page[0], page.at(-1)];
  const sort = sortFor(filter.sort, viewer);
  const hasEarlier = backwards ? isLonger : place !== null && !lost;
  const hasLater = backwards || isLonger;
  return {
    rows: page.map(shownRow(viewer, rubrics)),
    previous: first && hasEarlier ? writePlace(sort, first) : null,
    next: last && hasLater ? writePlace(sort, last) : null,
    lost,
  };
}
export type InboxPage = Awaited<ReturnType<typeof listInbox>>;
export type InboxRow = InboxPage['rows'][number];

const positionRow = z.object({
  at: z.number().nullable(),
  total: z.number(),
  previous: z.string().nullable(),
  next: z.string().nullable(),
});

/**
 * Where one application stands in a filter: "4 of 12", and its neighbours. `at` is null when it is not (or no longer) in the
 * filter; the next one is then the first.
 */
export async function findPosition(cycleId: string, viewer: Viewer, filter: InboxFilter, id: string) {
  const sort = sortFor(filter.sort, viewer);
  const of = chosen(cycleId, viewer, filter);
  const key = await findPlace(sort, cycleId, viewer, id);
  const first = (...more: Prisma.Sql[]) => sql`SELECT a.id::text FROM applications a WHERE ${and([of, ...more])}`;
  const neighbour = (side: 'before' | 'after') =>
    key
      ? sql`(${first(beside(sort, side, key))} ORDER BY ${ordered(sort, side === 'before')} LIMIT 1)`
      : sql`NULL::text`;
  const before = key ? sql`(count(*) FILTER (WHERE ${beside(sort, 'before', key)}))::int` : sql`0`;
  const rows = await db.$queryRaw`
    SELECT CASE WHEN i.here THEN i.before + 1 END AS at, i.total,
      CASE WHEN i.here THEN ${neighbour('before')} END AS previous,
      CASE WHEN i.here THEN ${neighbour('after')} ELSE (${first()} ORDER BY ${ordered(sort)} LIMIT 1) END AS next
    FROM (SELECT count(*)::int AS total, ${before} AS before, coalesce(bool_or(a.id = ${id}::uuid), false) AS here
      FROM applications a WHERE ${of}) i`;
  return z.tuple([positionRow]).parse(rows)[0];
}
export type Position = Awaited<ReturnType<typeof findPosition>>;

/** The fewest-reviewed application of the filter that still waits for the viewer, other than `after`; null when none is left. */
export async function findNextToReview(
  cycleId: string,
  viewer: Viewer,
  filter: InboxFilter,
  after: string,
): Promise<string | null> {
  const rows = z.array(z.object({ id: z.string() })).parse(
    await db.$queryRaw`
    SELECT a.id::text FROM applications a
    WHERE ${chosen(cycleId, viewer, { ...filter, mine: 'todo' })} AND a.id::text <> ${after}
    ORDER BY ${ordered('fewest')} LIMIT 1`,
  );
  return rows[0]?.id ?? null;
}
