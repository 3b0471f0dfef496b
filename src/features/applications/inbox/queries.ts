import { z } from 'zod';
import { db, type Prisma } from '@/db/client';
import { APPLICATION_STATES } from '@/domain/application';
import { ROLES } from '@/domain/mentoring';
import { summarize } from '@/domain/review';
import { waitsFor } from '@/features/reviews/assigning/queries';
import { listRubrics, readReview } from '@/features/reviews/rubrics/queries';
import { PAGE_SIZE, type InboxFilter } from './schema';

/** Who looks. */
export type Viewer = {
  userId: string;
  /** People who are closed to them: their applications are in no list and no count. */
  closed: readonly string[];
  /** Sees reviews only after their own. */
  reviews: boolean;
  /** Neither sees names nor finds or sorts by them. */
  blind: boolean;
};

/** Still in the race, and worth a reading. */
const IN_RACE = ['submitted', 'needs_information', 'accepted', 'hold'] as const;
const SHOWN = [...IN_RACE, 'declined'] as const;

function mineWhere({ mine }: InboxFilter, { userId }: Viewer): Prisma.ApplicationWhereInput {
  if (mine === 'done') return { reviews: { some: { reviewerId: userId } } };
  return mine === 'todo' ? waitsFor(userId) : {};
}

/** What stands for anything in LIKE stands for itself here: the client does not see to it. */
const literal = (q: string): string => q.replace(/[\\%_]/g, '\\$&');

function searched(q: string, blind: boolean): Prisma.ApplicationWhereInput {
  const contains = { contains: literal(q), mode: 'insensitive' } as const;
  return q ? { OR: [...(blind ? [] : [{ name: contains }]), { reference: contains }] } : {};
}

const whereOf = (cycleId: string, viewer: Viewer, filter: InboxFilter): Prisma.ApplicationWhereInput => ({
  AND: [
    { cycleId, personId: { notIn: [...viewer.closed] }, state: filter.state ? filter.state : { in: [...SHOWN] } },
    filter.role ? { role: filter.role } : {},
    mineWhere(filter, viewer),
    searched(filter.q, viewer.blind),
  ],
});

const ORDERS = {
  fewest: [{ reviews: { _count: 'asc' } }, { submittedAt: 'asc' }, { id: 'asc' }],
  newest: [{ submittedAt: 'desc' }, { id: 'desc' }],
  name: [{ name: 'asc' }, { id: 'asc' }],
  reference: [{ reference: 'asc' }],
} as const satisfies Record<InboxFilter['sort'], readonly Prisma.ApplicationOrderByWithRelationInput[]>;

const orderOf = ({ sort }: InboxFilter, { blind }: Viewer) => [
  ...ORDERS[blind && sort === 'name' ? 'reference' : sort],
];

const rowSchema = z.object({ role: z.enum(ROLES), state: z.enum(APPLICATION_STATES) });

/** One page of the inbox: fewest reviewed first, unless sorted otherwise. */
export async function listInbox(cycleId: string, viewer: Viewer, filter: InboxFilter) {
  const rows = await db.application.findMany({
    where: whereOf(cycleId, viewer, filter),
    orderBy: orderOf(filter, viewer),
    skip: (filter.page - 1) * PAGE_SIZE,
    take: PAGE_SIZE,
    select: {
      id: true,
      reference: true,
      name: true,
      role: true,
      state: true,
      submittedAt: true,
      laterBy: true,
      reviews: { where: { reviewerId: viewer.userId }, select: { abstained: true } },
      _count: { select: { reviews: true } },
    },
  });
  const scores = await openScores(
    cycleId,
    rows.map(({ id }) => id),
    viewer,
  );
  return rows.map(({ reviews, _count, role, state, name, ...row }) => ({
    ...row,
    name: viewer.blind ? '' : name,
    ...rowSchema.parse({ role, state }),
    reviewCount: _count.reviews,
    mine: reviews[0] ? (reviews[0].abstained ? ('abstained' as const) : ('done' as const)) : null,
    summary: scores.get(row.id) ?? null,
  }));
}
export type InboxRow = Awaited<ReturnType<typeof listInbox>>[number];

/** Means of those applications whose reviews are open to the viewer: after their own, or when they review none. */
async function openScores(cycleId: string, ids: readonly string[], viewer: Viewer) {
  const rubrics = await listRubrics(cycleId);
  const reviews = await db.review.findMany({
    where: {
      applicationId: { in: [...ids] },
      ...(viewer.reviews ? { application: { reviews: { some: { reviewerId: viewer.userId } } } } : {}),
    },
    select: { applicationId: true, ratings: true, rubricNumber: true, application: { select: { role: true } } },
  });
  const scores = new Map<string, (number | null)[]>();
  for (const { applicationId, application, ...given } of reviews) {
    const { score } = readReview(rubrics, { role: rowSchema.shape.role.parse(application.role), ...given });
    scores.set(applicationId, [...(scores.get(applicationId) ?? []), score]);
  }
  return new Map([...scores].map(([id, of]) => [id, summarize(of)]));
}

const countSchema = z.array(rowSchema.extend({ done: z.boolean(), asked: z.boolean(), count: z.number() }));

/** How many applications each choice of a filter would show, with the others as they are. */
export async function countInbox(cycleId: string, viewer: Viewer, filter: InboxFilter) {
  const like = `%${literal(filter.q)}%`;
  const counted = countSchema.parse(
    await db.$queryRaw`
    SELECT a.role, a.state, EXISTS (SELECT FROM reviews r WHERE r.application_id = a.id AND r.reviewer_id = ${viewer.userId}::uuid) AS done,
      NOT EXISTS (SELECT FROM review_assignments x WHERE x.cycle_id = a.cycle_id)
        OR EXISTS (SELECT FROM review_assignments x WHERE x.application_id = a.id AND x.reviewer_id = ${viewer.userId}::uuid) AS asked,
      count(*)::int AS count
    FROM applications a
    WHERE a.cycle_id = ${cycleId}::uuid AND a.person_id <> ALL (${[...viewer.closed]}::uuid[]) AND a.state <> 'draft'
      AND ((NOT ${viewer.blind} AND a.name ILIKE ${like}) OR a.reference ILIKE ${like})
    GROUP BY 1, 2, 3, 4`,
  );
  const count = (change: Partial<InboxFilter>) =>
    counted.filter((group) => shows({ ...filter, ...change }, group)).reduce((sum, group) => sum + group.count, 0);
  return { count, total: count({}) };
}

type Group = { role: InboxFilter['role']; state: (typeof APPLICATION_STATES)[number]; done: boolean; asked: boolean };

/** The same choice as `whereOf`, for groups that are counted already. */
function shows({ role, state, mine }: InboxFilter, group: Group): boolean {
  if (role && group.role !== role) return false;
  if (state ? group.state !== state : !SHOWN.some((shown) => shown === group.state)) return false;
  if (mine === 'todo') return !group.done && group.asked && IN_RACE.some((open) => open === group.state);
  return mine === 'all' || group.done;
}

const AT_MOST = 5_000;

/** The ids of the whole filter in its order, for "4 of 12", previous and next. */
export async function listInboxIds(cycleId: string, viewer: Viewer, filter: InboxFilter): Promise<string[]> {
  const rows = await db.application.findMany({
    where: whereOf(cycleId, viewer, filter),
    orderBy: orderOf(filter, viewer),
    take: AT_MOST,
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** The fewest-reviewed application of the filter that still waits for the viewer, other than `after`; null when none is left. */
export async function findNextToReview(
  cycleId: string,
  viewer: Viewer,
  filter: InboxFilter,
  after: string,
): Promise<string | null> {
  const row = await db.application.findFirst({
    where: { AND: [whereOf(cycleId, viewer, { ...filter, mine: 'todo' }), { id: { not: after } }] },
    orderBy: [...ORDERS.fewest],
    select: { id: true },
  });
  return row?.id ?? null;
}
