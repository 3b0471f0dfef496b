import { z } from 'zod';
import { db, Prisma, type Tx } from '@/db/client';
import type { UserActor } from '@/domain/actor';
import { APPLICATION_STATES } from '@/domain/application';
import { BULK_MOVES, MOST_TOGETHER, whyNotTogether, type BulkMove } from '@/domain/bulk';
import { ROLES } from '@/domain/mentoring';
import { CONFIRMED } from '@/domain/release';
import { chosen, visible } from '@/features/applications/inbox/choosing/queries';
import { nameFor, type Viewer } from '@/features/applications/inbox/choosing/schema';
import type { InboxFilter } from '@/features/applications/inbox/schema';

const { sql } = Prisma;
const rowsSchema = z.array(
  z.object({
    id: z.string(),
    name: z.string(),
    reference: z.string().nullable(),
    role: z.enum(ROLES),
    state: z.enum(APPLICATION_STATES),
    version: z.number(),
    isMarked: z.boolean(),
    reviewCount: z.number(),
  }),
);

/** What a viewer may do to several at once. */
export const movesOf = ({ decides, reviews }: { decides: boolean; reviews: boolean }): BulkMove[] =>
  BULK_MOVES.filter((move) => (move === 'discuss' ? reviews : decides));

const TOLD = {
  OR: [{ releasedAt: { not: null } }, { releases: { some: { state: { in: CONFIRMED } } } }],
};

/** Whether decisions of this cycle have been released, or are about to be. */
export const isTold = async (cycleId: string, tx: Tx = db): Promise<boolean> =>
  (await tx.cycle.count({ where: { id: cycleId, ...TOLD } })) > 0;

type Asked = { move: BulkMove; of: 'ticked' | 'all'; ids: readonly string[] };

/**
 * What a press would change, and what it would not with the reason, in the order of names. `tooMany` when the choice is larger than
 * one press takes: then nothing is read.
 */
export async function previewTogether(cycleId: string, viewer: Viewer, filter: InboxFilter, { move, of, ids }: Asked) {
  const where =
    of === 'all'
      ? chosen(cycleId, viewer, filter)
      : sql`${visible(cycleId, viewer)} AND a.id = ANY (${ids.slice(0, MOST_TOGETHER + 1)}::uuid[])`;
  const rows = rowsSchema.parse(
    await db.$queryRaw`
    SELECT a.id::text, a.name, a.reference, a.role, a.state, a.version, a.discuss_since IS NOT NULL AS "isMarked",
      a.review_count AS "reviewCount"
    FROM applications a WHERE ${where}
    ORDER BY ${viewer.names ? sql`a.name_key` : sql`a.reference`}, a.id LIMIT ${MOST_TOGETHER + 1}`,
  );
  if (rows.length > MOST_TOGETHER) return { tooMany: true, changes: [], stays: [] };
  const read = rows.map((row) => ({ ...row, name: nameFor(viewer, row), why: whyNotTogether(move, row) }));
  return {
    tooMany: false,
    changes: read.filter(({ why }) => why === null),
    stays: read.filter(({ why }) => why !== null),
  };
}
export type Preview = Awaited<ReturnType<typeof previewTogether>>;
export type PreviewRow = Preview['changes'][number];

const NEWEST = 20;
const moveSchema = z.enum(BULK_MOVES);

/** The presses on a cycle, newest first, as far as this viewer sees the applications that were moved. */
export async function listTogether(cycleId: string, viewer: Viewer) {
  const actions = await db.bulkAction.findMany({
    where: { cycleId, rows: { some: { application: { personId: { notIn: [...viewer.closed] } } } } },
    select: {
      id: true,
      move: true,
      at: true,
      undoneAt: true,
      user: { select: { name: true } },
      undoneBy: { select: { name: true } },
      rows: {
        where: { application: { personId: { notIn: [...viewer.closed] } } },
        select: { undone: true, application: { select: { id: true, name: true, reference: true } } },
      },
    },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: NEWEST,
  });
  return actions.map(({ move, user, undoneBy, rows, ...action }) => ({
    ...action,
    move: moveSchema.parse(move),
    who: user.name,
    undoneBy: undoneBy?.name ?? '',
    count: rows.length,
    /** What was touched since, and so was left as it stood when the press was undone. */
    left: action.undoneAt
      ? rows.flatMap(({ undone, application }) =>
          undone ? [] : [{ ...application, name: nameFor(viewer, application) }],
        )
      : [],
  }));
}
export type Together = Awaited<ReturnType<typeof listTogether>>[number];

/** How many applications each of these presses moved, as far as the viewer sees them. */
export async function countTogether(actionIds: readonly string[], { closed }: Pick<UserActor, 'closed'>) {
  if (actionIds.length === 0) return new Map<string, number>();
  const groups = await db.bulkActionRow.groupBy({
    by: ['actionId'],
    where: { actionId: { in: [...actionIds] }, application: { personId: { notIn: [...closed] } } },
    _count: true,
  });
  return new Map(groups.map(({ actionId, _count }) => [actionId, _count]));
}
