import { db } from '@/db/client';
import { GRANT_ROLES, ROLE_NAMES } from '@/domain/actor';
import { listUsers } from '../queries';

const rank = (role: string) => GRANT_ROLES.findIndex((known) => known === role);
const wordOf = (role: string) => ROLE_NAMES[GRANT_ROLES.find((known) => known === role) ?? 'reviewer'];

/** The demonstration's people by program, the largest first: what each is there, office first. */
export async function listDemoPeople(now: Date) {
  const users = await listUsers(now);
  const programs = [...new Set(users.flatMap(({ grants }) => grants.map(({ program }) => program.name)))].sort();
  const listed = programs.map((program) => ({
    program,
    people: users
      .flatMap(({ id, name, email, grants }) => {
        const held = grants
          .filter((grant) => grant.program.name === program)
          .map(({ role }) => role)
          .sort((a, b) => rank(a) - rank(b));
        const [first] = held;
        return first ? [{ id, name, email, rank: rank(first), role: held.map(wordOf).join(' and ') }] : [];
      })
      .sort((a, b) => a.rank - b.rank || a.name.localeCompare(b.name)),
  }));
  return listed.sort((a, b) => b.people.length - a.people.length);
}
export type DemoProgram = Awaited<ReturnType<typeof listDemoPeople>>[number];

const MOST_PAIRS = 6;
const DEMO_STATES = { active: 'at work', on_hold: 'on hold', completed: 'completed', ended_early: 'ended' } as const;
type DemoState = keyof typeof DEMO_STATES;
const states = Object.keys(DEMO_STATES).filter((state): state is DemoState => state in DEMO_STATES);

const side = { select: { personId: true, name: true, role: true } } as const;
const shown = { id: true, reference: true, state: true, mentor: side, mentee: side } as const;

/** A pair whose year is over, and whose two have answered the closing questions. */
const listClosed = () =>
  db.match.findMany({
    where: {
      state: 'completed',
      AND: [
        { assessments: { some: { side: 'mentor', sentAt: { not: null } } } },
        { assessments: { some: { side: 'mentee', sentAt: { not: null } } } },
      ],
    },
    select: shown,
    orderBy: { reference: 'asc' },
    take: 1,
  });

/** Some pairs of the cycle that is under way: the first ones at work, and one of each other kind; and one of a cycle that is over. */
export async function listDemoPairs(now: Date) {
  const rows = await db.match.findMany({
    where: { state: { in: states }, plan: { cycle: { startsAt: { lte: now }, archivesAt: { gt: now } } } },
    select: shown,
    orderBy: { reference: 'asc' },
  });
  const of = (state: DemoState) => rows.filter((row) => row.state === state).map((row) => ({ ...row, state }));
  const chosen = [
    ...of('active').slice(0, MOST_PAIRS - 2),
    ...of('on_hold').slice(0, 1),
    ...of('ended_early').slice(0, 1),
    ...(await listClosed()).map((row) => ({ ...row, state: 'completed' as const })),
  ];
  return chosen.flatMap(({ id, reference, state, mentor, mentee }) =>
    [mentor, mentee].flatMap(({ personId, name, role }) =>
      personId
        ? [{ key: `${id} ${role}`, personId, name, role, pair: reference ?? id, standing: DEMO_STATES[state] }]
        : [],
    ),
  );
}
export type DemoPartner = Awaited<ReturnType<typeof listDemoPairs>>[number];
