import { z } from 'zod';
import { db, type Prisma, type Tx } from '@/db/client';
import { inForceAt } from '@/db/grants';
import { COMMITTEE, type UserActor } from '@/domain/actor';
import { APPLICATION_STATES } from '@/domain/application';
import { balanced } from '@/domain/assigning';
import { readersOf, readingNeeds, type Member } from '@/domain/coverage';
import { knownShare } from '@/domain/expertise';
import { ROLES } from '@/domain/mentoring';
import { digest } from '@/lib/digest';
import { listStakes, listStrengths } from '../strengths/queries';

export type CycleOf = { id: string; organizationId: string; programId: string };

/** Still in the race, and worth a reading. */
export const IN_RACE = ['submitted', 'needs_information', 'accepted', 'hold'] as const;

/** What waits for somebody's review: what is assigned to them where anything is in this cycle, else everything; not what they have read. */
export const waitsFor = (userId: string): Prisma.ApplicationWhereInput => ({
  state: { in: [...IN_RACE] },
  reviews: { none: { reviewerId: userId } },
  OR: [{ cycle: { assignments: { none: {} } } }, { assignments: { some: { reviewerId: userId } } }],
});

/** Everybody of the committee, and whoever was and is still asked to read something or has reviewed. */
async function listMembers({ id: cycleId, programId }: CycleOf, now: Date, tx: Tx | typeof db) {
  const rows = await tx.user.findMany({
    where: {
      OR: [
        { grants: { some: { programId, role: { in: [...COMMITTEE] } } } },
        { assignments: { some: { cycleId } } },
        { reviews: { some: { application: { cycleId } } } },
      ],
    },
    select: {
      id: true,
      personId: true,
      name: true,
      email: true,
      grants: {
        where: { programId, role: { in: [...COMMITTEE] }, ...inForceAt(now) },
        select: { role: true },
      },
      conflicts: { where: { state: 'in_force' }, select: { personId: true } },
    },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  });
  return rows.map(({ grants, conflicts, personId, ...row }): Member & { email: string; personId: string } => ({
    ...row,
    personId,
    inForce: grants.length > 0,
    reads: grants.some(({ role }) => role === 'reviewer'),
    closed: [personId, ...conflicts.map((conflict) => conflict.personId)],
  }));
}

const known = z.object({ role: z.enum(ROLES), state: z.enum(APPLICATION_STATES), personId: z.string() });

/** Applications that should be read, with who is asked and who has reviewed; none that is closed to the viewer. */
async function listToRead(
  cycleId: string,
  { closed }: UserActor,
  { tx, only }: { tx: Tx | typeof db; only: string | undefined },
) {
  const rows = await tx.application.findMany({
    where: {
      ...(only === undefined ? {} : { id: only }),
      cycleId,
      state: { in: [...IN_RACE] },
      personId: { notIn: [...closed] },
    },
    select: {
      id: true,
      reference: true,
      name: true,
      role: true,
      state: true,
      personId: true,
      assignments: { select: { reviewerId: true }, orderBy: { reviewerId: 'asc' } },
      reviews: {
        select: { reviewerId: true, abstained: true, verdict: true, savedAt: true },
        orderBy: { savedAt: 'asc' },
      },
    },
    orderBy: [{ reference: 'asc' }, { id: 'asc' }],
  });
  return rows.map(({ assignments, reference, role, state, personId, ...row }) => ({
    ...row,
    about: [] as readonly string[],
    ...known.parse({ role, state, personId }),
    reference: reference ?? '',
    assigned: assignments.map(({ reviewerId }) => reviewerId),
  }));
}

/** All that giving out the reading of a cycle, or of `only` one application, looks at, as the viewer may see it. */
export async function loadReading(
  cycle: CycleOf,
  viewer: UserActor,
  now: Date,
  { tx = db, only }: { tx?: Tx | typeof db; only?: string } = {},
) {
  const members = await listMembers(cycle, now, tx);
  const applications = await listToRead(cycle.id, viewer, { tx, only });
  const { reviewsWanted, releasedAt } = await tx.cycle.findUniqueOrThrow({
    where: { id: cycle.id },
    select: { reviewsWanted: true, releasedAt: true },
  });
  const byId = new Map(members.map((member) => [member.id, member]));
  const rows = applications.map((application) => ({ ...application, ...readersOf(application, byId) }));
  return { members, byId, applications: rows, wantedCount: reviewsWanted, open: releasedAt === null };
}
export type Reading = Awaited<ReturnType<typeof loadReading>>;
export type ToReadRow = Reading['applications'][number];

/**
 * The same with what readers know and applications are about, for giving them out evenly; without, where nobody said anything.
 */
export async function loadExpertise(cycle: CycleOf, reading: Reading, tx: Tx | typeof db = db): Promise<Reading> {
  const known = await listStrengths(cycle.programId, tx);
  if (known.size === 0) return reading;
  const stakes = await listStakes(
    cycle.id,
    reading.applications.map(({ id }) => id),
    tx,
  );
  const members = reading.members.map((member) => ({ ...member, knows: known.get(member.id) ?? [] }));
  return {
    ...reading,
    members,
    byId: new Map(members.map((member) => [member.id, member])),
    applications: reading.applications.map((one) => ({ ...one, about: stakes.get(one.id) ?? [] })),
  };
}

type Wish = { who: readonly string[]; anew: boolean };

/** Who would be asked to read what, and what everybody has before and after. Nothing is kept. */
export function proposeReading({ applications, members, byId, wantedCount }: Reading, { who, anew }: Wish) {
  const asking = who.filter((id) => byId.get(id)?.inForce);
  const { wanted, readers } = readingNeeds({ applications, members: byId, who: asking, wantedCount, anew });
  const { asked, short } = balanced(wanted, readers);
  const dropped = applications.flatMap(({ id, waiting, ended }) =>
    [...ended, ...(anew ? waiting : [])].map((reviewerId) => ({ applicationId: id, reviewerId })),
  );
  const had = (id: string) =>
    applications.filter(({ done, waiting }) => done.includes(id) || waiting.includes(id)).length;
  const kept = new Map(readers.map(({ id, load }) => [id, load]));
  const about = new Map(applications.map((application) => [application.id, application.about]));
  const fitting = asked.filter(
    ({ applicationId, reviewerId }) =>
      knownShare(about.get(applicationId) ?? [], byId.get(reviewerId)?.knows ?? []) > 0,
  ).length;
  const more = (id: string) => asked.filter(({ reviewerId }) => reviewerId === id).length;
  return {
    asked,
    dropped,
    short,
    /** How many are asked of somebody who knows something of what it is about. */
    fitting,
    /** How many of those who read said what they know. */
    told: asking.filter((id) => (byId.get(id)?.knows ?? []).length > 0).length,
    loads: members
      .filter(({ inForce }) => inForce)
      .map(({ id, name, reads }) => ({
        id,
        name,
        reads,
        chosen: asking.includes(id),
        before: had(id),
        after: asking.includes(id)
          ? (kept.get(id) ?? 0) + more(id)
          : had(id) - (anew ? waitingFor(applications, id) : 0),
      })),
  };
}
export type Proposal = ReturnType<typeof proposeReading>;

const waitingFor = (applications: Reading['applications'], id: string) =>
  applications.filter(({ waiting }) => waiting.includes(id)).length;

/** Stands for a proposal: the same pairs, asked and dropped, give the same words. */
export const signOf = ({ asked, dropped }: Pick<Proposal, 'asked' | 'dropped'>): string =>
  digest(
    JSON.stringify(
      [asked, dropped].map((pairs) => pairs.map((one) => `${one.applicationId} ${one.reviewerId}`).sort()),
    ),
  );
