import { cycleDates } from '@/db/columns';
import { z } from 'zod';
import { db } from '@/db/client';
import type { UserActor } from '@/domain/actor';
import { APPLICATION_STATES, type ApplicationState } from '@/domain/application';
import { phaseOf, type CyclePhase } from '@/domain/cycle';
import { programsWhere } from '@/domain/permissions';
import { confirmedCycles } from '@/features/programs/queries';
import { ROLES, type Role } from '@/domain/mentoring';

const dates = { ...cycleDates, releasedAt: true } as const;

/** The cycles of the viewer's programs, newest first. */
export async function listCycles(user: UserActor, now: Date) {
  const programIds = programsWhere(user, 'cycle.view', now);
  const cycles = await db.cycle.findMany({
    where: { programId: { in: programIds } },
    select: {
      id: true,
      code: true,
      name: true,
      programId: true,
      timeZone: true,
      ...dates,
      program: { select: { name: true } },
      _count: {
        select: {
          applications: { where: { state: { notIn: ['draft', 'withdrawn'] }, personId: { notIn: [...user.closed] } } },
        },
      },
    },
    orderBy: [{ opensAt: 'desc' }, { code: 'asc' }],
  });
  const confirmed = await confirmedCycles(cycles);
  return cycles.map(({ _count, ...cycle }) => {
    const acts = { releasedAt: cycle.releasedAt, hasConfirmedMatch: confirmed.has(cycle.id) };
    return { ...cycle, acts, applications: _count.applications, phase: phaseOf(cycle, acts, now) };
  });
}
export type ListedCycle = Awaited<ReturnType<typeof listCycles>>[number];

const AT_WORK: readonly CyclePhase[] = ['review', 'matching', 'announced', 'applications'];

/** The cycle with the most to do now; the newest when none has. */
export const cycleAtWork = (cycles: readonly ListedCycle[]): ListedCycle | undefined =>
  AT_WORK.flatMap((phase) => cycles.filter((cycle) => cycle.phase === phase))[0] ?? cycles[0];

/** What really happened in a cycle: two phases need it besides their dates. */
export async function getActs(cycle: { id: string; releasedAt: Date | null }) {
  return { releasedAt: cycle.releasedAt, hasConfirmedMatch: (await confirmedCycles([cycle])).has(cycle.id) };
}

const groupSchema = z.object({
  role: z.enum(ROLES),
  state: z.enum(APPLICATION_STATES),
  count: z.number(),
  reviewed: z.number(),
  matched: z.number(),
});
type Group = z.output<typeof groupSchema>;

type RoleCounts = { reviewed: number; matched: number; sent: number } & Record<ApplicationState, number>;
export type Funnel = Record<Role, RoleCounts>;

/** How many of each role are where. What is closed to the viewer is not counted. */
export async function countFunnel(cycleId: string, user: UserActor): Promise<Funnel> {
  const groups = z.array(groupSchema).parse(
    await db.$queryRaw`
    SELECT a.role, a.state, count(*)::int AS count,
      count(*) FILTER (WHERE EXISTS (SELECT FROM reviews r WHERE r.application_id = a.id))::int AS reviewed,
      count(*) FILTER (WHERE EXISTS (
        SELECT FROM matches m JOIN plans p ON p.id = m.plan_id AND p.state = 'approved'
        WHERE (m.mentor_application_id = a.id OR m.mentee_application_id = a.id) AND m.state NOT IN ('declined', 'expired', 'ended_early')))::int AS matched
    FROM applications a
    WHERE a.cycle_id = ${cycleId}::uuid AND (a.person_id IS NULL OR a.person_id <> ALL (${[...user.closed]}::uuid[])) AND a.email <> ${user.email}
    GROUP BY 1, 2`,
  );
  const of = (role: Role): RoleCounts => {
    const mine = groups.filter((group) => group.role === role);
    const count = (state: ApplicationState) => mine.find((group) => group.state === state)?.count ?? 0;
    const sent = mine.filter(({ state }) => state !== 'draft' && state !== 'withdrawn');
    const sum = (pick: (group: Group) => number) => sent.reduce((all, group) => all + pick(group), 0);
    return {
      draft: count('draft'),
      submitted: count('submitted'),
      needs_information: count('needs_information'),
      accepted: count('accepted'),
      hold: count('hold'),
      declined: count('declined'),
      withdrawn: count('withdrawn'),
      sent: sum((group) => group.count),
      reviewed: sum(({ reviewed }) => reviewed),
      matched: sum(({ matched }) => matched),
    };
  };
  return { mentor: of('mentor'), mentee: of('mentee') };
}
