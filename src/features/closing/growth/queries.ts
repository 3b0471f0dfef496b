import { db } from '@/db/client';
import { ratingOf } from '@/domain/answers';
import type { UserActor } from '@/domain/actor';
import { ASSESSED, type Ratings } from '@/domain/closing';
import { areasOf } from '@/domain/forms/frameworks';
import { growthOf, type BeforeAfter } from '@/domain/growth';
import { ROLES, type Option, type Role } from '@/domain/mentoring';
import { answersSchema } from '@/features/applications/schema';
import { getForm } from '@/features/forms/queries';
import { ratingsSchema } from '../schema';

/** The ratings that an application was sent with. */
export function ratingsIn(answers: unknown, areas: readonly Option[]): Ratings {
  const given = answersSchema.parse(answers);
  const rated = areas.map(({ value }) => [value, ratingOf(given, value)] as const);
  return Object.fromEntries(rated.flatMap(([area, rating]) => (rating === null ? [] : [[area, rating] as const])));
}

const side = {
  select: {
    id: true,
    personId: true,
    answers: true,
    formVersion: true,
    closingRatings: { select: { ratings: true } },
  },
} as const;

type Reader = Pick<UserActor, 'closed'>;

/** Pairs of a cycle in which both are open to the reader, with who has sent their closing answers. */
const listAnswered = (cycleId: string, { closed }: Reader) => {
  const open = { personId: { notIn: [...closed] } };
  return db.match.findMany({
    where: { cycleId, plan: { state: 'approved' }, state: { in: [...ASSESSED] }, mentor: open, mentee: open },
    select: {
      mentor: side,
      mentee: side,
      assessments: { where: { sentAt: { not: null } }, select: { side: true } },
    },
  });
};

/** Everybody of a cycle who rated again and sent it, each once for a role. */
async function listRated(cycleId: string, reader: Reader) {
  const rated = new Map<string, { role: Role; answers: unknown; formVersion: string; ratings: unknown }>();
  for (const { assessments, ...two } of await listAnswered(cycleId, reader))
    for (const role of ROLES) {
      const { id, closingRatings, answers, formVersion } = two[role];
      const sent = assessments.some((one) => one.side === role);
      if (sent && closingRatings) rated.set(id, { role, answers, formVersion, ratings: closingRatings.ratings });
    }
  return [...rated.values()];
}

/**
 * How the ratings of a cycle changed, by role and area: n, means before and after, change. Only who rated an area both times is
 * in it. Whoever shows it to others than staff and chair hides small numbers.
 *
 * @param reader whose closed people, and who is paired with them, are left out; `{ closed: [] }` for everybody
 */
export async function listGrowth(cycleId: string, reader: Reader) {
  const rated = await listRated(cycleId, reader);
  const versions = [...new Set(rated.map(({ formVersion }) => formVersion))].toSorted();
  const areas = areasOf(await Promise.all(versions.map(getForm)));
  const people = rated.map(({ role, answers, ratings }): BeforeAfter => ({
    role,
    before: ratingsIn(answers, areas),
    after: ratingsSchema.parse(ratings),
  }));
  return ROLES.map((role) => ({ role, areas: growthOf(people, role, areas) }));
}
export type RoleGrowth = Awaited<ReturnType<typeof listGrowth>>[number];

/** One person's ratings before and after, for their own page. Only what they have sent counts. */
export async function findOwnGrowth(applicationId: string) {
  const row = await db.application.findUnique({
    where: { id: applicationId },
    select: { role: true, answers: true, formVersion: true, closingRatings: { select: { ratings: true } } },
  });
  if (!row?.closingRatings) return [];
  const areas = areasOf([await getForm(row.formVersion)]);
  const role = ROLES.find((one) => one === row.role) ?? 'mentee';
  const one = { role, before: ratingsIn(row.answers, areas), after: ratingsSchema.parse(row.closingRatings.ratings) };
  return growthOf([one], role, areas).filter(({ n }) => n > 0);
}
