import { Prisma } from '@/db/client';
import type { InboxFilter } from '../schema';
import type { Viewer } from './schema';

const { sql } = Prisma;
export const and = (parts: readonly Prisma.Sql[]): Prisma.Sql => Prisma.join([...parts], ' AND ');

/** What a viewer may see of a cycle at all; `a` are the applications. Every read of the desk begins with it. */
export const visible = (cycleId: string, { closed }: Viewer): Prisma.Sql =>
  sql`a.cycle_id = ${cycleId}::uuid AND a.state <> 'draft' AND a.person_id <> ALL (${[...closed]}::uuid[])`;

/** Whose name or reference holds what was typed, whatever its marks and capitals; see `app.pattern`. */
export const named = (q: string, { names }: Viewer): Prisma.Sql =>
  names
    ? sql`a.search LIKE app.pattern(${q})`
    : sql`' ' || app.plain(coalesce(a.reference, '')) LIKE app.pattern(${q})`;

const reviewedBy = ({ userId }: Viewer): Prisma.Sql =>
  sql`a.id IN (SELECT r.application_id FROM reviews r WHERE r.reviewer_id = ${userId}::uuid)`;
/** Correlated, for reading a few rows of an order. */
export const notReviewedBy = ({ userId }: Viewer): Prisma.Sql =>
  sql`NOT EXISTS (SELECT FROM reviews r WHERE r.application_id = a.id AND r.reviewer_id = ${userId}::uuid)`;

/** Assigned to the viewer, where anything is assigned in this cycle at all; else everything. */
const askedOf = ({ userId }: Viewer): Prisma.Sql => sql`(
  NOT EXISTS (SELECT FROM review_assignments x WHERE x.cycle_id = a.cycle_id)
  OR EXISTS (SELECT FROM review_assignments x WHERE x.application_id = a.id AND x.reviewer_id = ${userId}::uuid))`;

const MINE_PARTS: Record<InboxFilter['mine'], (viewer: Viewer) => readonly Prisma.Sql[]> = {
  // Still in the race, and worth a reading.
  todo: (viewer) => [sql`a.state NOT IN ('declined', 'withdrawn')`, notReviewedBy(viewer), askedOf(viewer)],
  done: (viewer) => [reviewedBy(viewer)],
  discuss: () => [sql`a.discuss_since IS NOT NULL`],
  all: () => [],
};

/** The rows of a filter, as the parts of a WHERE over the applications `a`. */
export function chosen(cycleId: string, viewer: Viewer, filter: InboxFilter): Prisma.Sql {
  const { role, state, mine, reviews, asked, later, q } = filter;
  const parts = [visible(cycleId, viewer), ...MINE_PARTS[mine](viewer)];
  parts.push(state ? sql`a.state = ${state}` : sql`a.state <> 'withdrawn'`);
  if (role) parts.push(sql`a.role = ${role}`);
  if (reviews) parts.push(reviews === '3' ? sql`a.review_count >= 3` : sql`a.review_count = ${Number(reviews)}`);
  if (asked) parts.push(asked === 'waiting' ? sql`a.state = 'needs_information'` : sql`a.was_answered`);
  if (later) parts.push(later === 'yes' ? sql`a.later_by IS NOT NULL` : sql`a.later_by IS NULL`);
  if (q) parts.push(named(q, viewer));
  return and(parts);
}
