import { z } from 'zod';
import { db, Prisma } from '@/db/client';
import { visible } from '../choosing/queries';
import type { Viewer } from '../choosing/schema';
import type { InboxFilter } from '../schema';
import { readPlace } from './schema';

const { sql } = Prisma;
type Sort = InboxFilter['sort'];

/** What each order goes by, in the words of its index, and whether it goes down. */
const KEYS: Record<Sort, { columns: readonly Prisma.Sql[]; down: boolean }> = {
  fewest: { columns: [sql`a.review_count`, sql`a.submitted_at`, sql`a.id`], down: false },
  newest: { columns: [sql`a.submitted_at`, sql`a.id`], down: true },
  name: { columns: [sql`a.name_key`, sql`a.id`], down: false },
  reference: { columns: [sql`a.reference COLLATE "C"`], down: false },
};

/** Whoever sees no names gets references in the place of that order. */
export const sortFor = (sort: Sort, { names }: Viewer): Sort => (sort === 'name' && !names ? 'reference' : sort);

/** ORDER BY of an order, or of the same read backwards. */
export function ordered(sort: Sort, backwards = false): Prisma.Sql {
  const { columns, down } = KEYS[sort];
  const way = down !== backwards ? sql`DESC` : sql`ASC`;
  return Prisma.join(columns.map((column) => sql`${column} ${way}`));
}

/** Rows that come before the place `key` in an order, or after it; the place itself is neither. An index finds them. */
export function beside(sort: Sort, side: 'before' | 'after', key: Prisma.Sql): Prisma.Sql {
  const { columns, down } = KEYS[sort];
  const row = sql`(${Prisma.join([...columns])})`;
  return (side === 'before') === down ? sql`${row} > ${key}` : sql`${row} < ${key}`;
}

/** Rows up to the place `key`, with it. */
export const upTo = (sort: Sort, key: Prisma.Sql): Prisma.Sql => {
  const { columns, down } = KEYS[sort];
  const row = sql`(${Prisma.join([...columns])})`;
  return down ? sql`${row} >= ${key}` : sql`${row} <= ${key}`;
};

const placed = z.object({
  id: z.string(),
  reviewCount: z.number(),
  at: z.number(),
  nameKey: z.string(),
  reference: z.string(),
});
type Placed = z.output<typeof placed>;

const instant = (ms: number) => sql`${new Date(ms).toISOString()}::timestamptz`;
const WRITTEN: Record<Sort, (row: Placed) => Prisma.Sql> = {
  fewest: ({ reviewCount, at, id }) => sql`(${reviewCount}::int, ${instant(at)}, ${id}::uuid)`,
  newest: ({ at, id }) => sql`(${instant(at)}, ${id}::uuid)`,
  name: ({ nameKey, id }) => sql`(${nameKey}, ${id}::uuid)`,
  reference: ({ reference }) => sql`(${reference})`,
};

/** The place of one application of the cycle, as it stands; null for one that the viewer may not see. */
export async function findPlace(sort: Sort, cycleId: string, viewer: Viewer, id: string): Promise<Prisma.Sql | null> {
  const [row] = z.array(placed).parse(
    await db.$queryRaw`
    SELECT a.id::text, a.review_count AS "reviewCount", a.name_key AS "nameKey", coalesce(a.reference, '') AS reference,
      coalesce(extract(epoch FROM a.submitted_at) * 1000, 0)::float8 AS at
    FROM applications a WHERE a.id = ${id}::uuid AND ${visible(cycleId, viewer)}`,
  );
  return row ? WRITTEN[sort](row) : null;
}

const NOWHERE = { id: '', reviewCount: 0, at: 0, nameKey: '', reference: '' };

/** What an address says of a place, as the database compares it; null when it says nothing of this order. */
async function placeWritten(sort: Sort, written: string, cycleId: string, viewer: Viewer) {
  const [place, row] = [readPlace(sort, written), { ...NOWHERE }];
  if (place === null) return null;
  if (place.sort === 'name') return findPlace('name', cycleId, viewer, place.id);
  return WRITTEN[sort]({ ...row, ...place });
}

/** Where the page of a filter begins or ends: null at the beginning of the list, 'lost' when the address leads nowhere. */
export async function placeIn(cycleId: string, viewer: Viewer, { after, before, ...filter }: InboxFilter) {
  if (!after && !before) return null;
  const key = await placeWritten(sortFor(filter.sort, viewer), after || before, cycleId, viewer);
  return key === null ? ('lost' as const) : { side: after ? ('after' as const) : ('before' as const), key };
}
export type Place = Exclude<Awaited<ReturnType<typeof placeIn>>, 'lost'>;
