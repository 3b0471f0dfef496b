import { db, type Tx } from '@/db/client';
import { backStanding, type BackGroup } from '@/domain/asking-back';
import { shownName } from '@/features/applications/schema';
import { listMade } from '@/mail/outbox';

/** The mail by which somebody is asked back names cycle and person: nobody is asked twice. */
export const backKey = (cycleId: string, personId: string): string => `ask-back:${cycleId}:${personId}`;

const side = {
  select: {
    personId: true,
    name: true,
    answers: true,
    email: true,
    language: true,
    person: { select: { mergedIntoId: true, nudgeOptOut: { select: { at: true } } } },
  },
} as const;

/** Pairs of earlier cycles of the program that came to their end, newest first. */
const listCompleted = (tx: Tx, { programId, startsAt }: { programId: string; startsAt: Date }) =>
  tx.match.findMany({
    where: { state: 'completed', plan: { cycle: { programId, startsAt: { lt: startsAt } } } },
    select: {
      id: true,
      mentor: side,
      mentee: side,
      plan: { select: { cycle: { select: { name: true, startsAt: true } } } },
    },
    orderBy: [{ plan: { cycle: { startsAt: 'desc' } } }, { id: 'asc' }],
  });
type Completed = Awaited<ReturnType<typeof listCompleted>>[number];

function membersOf({ id: matchId, mentor, mentee, plan }: Completed) {
  return (['mentor', 'mentee'] as const).flatMap((group: BackGroup) => {
    const { person, personId, email, language, ...named } = group === 'mentor' ? mentor : mentee;
    if (!personId || !person || person.mergedIntoId || email === '') return [];
    const quiet = person.nudgeOptOut !== null;
    return [{ group, matchId, personId, email, language, quiet, name: shownName(named), cycleName: plan.cycle.name }];
  });
}

/**
 * Who took part in an earlier cycle of the program to its end, each once: as mentor, if ever they were one, from their last cycle
 * in that role. People who are closed to the reader are not in it.
 */
export async function listFormer(
  cycle: { id: string; organizationId: string; programId: string; startsAt: Date },
  closed: readonly string[],
  tx: Tx = db,
) {
  const members = (await listCompleted(tx, cycle))
    .flatMap(membersOf)
    .filter(({ personId }) => !closed.includes(personId));
  const mentors = new Set(members.flatMap(({ group, personId }) => (group === 'mentor' ? [personId] : [])));
  const seen = new Set<string>();
  const each = members.filter(({ group, personId }) => {
    if (seen.has(personId) || (group === 'mentee' && mentors.has(personId))) return false;
    seen.add(personId);
    return true;
  });
  const applied = await tx.application.findMany({
    where: { cycleId: cycle.id, role: 'mentor', state: { not: 'withdrawn' } },
    select: { personId: true, email: true },
  });
  const asked = await listMade(
    each.map(({ personId }) => backKey(cycle.id, personId)),
    tx,
  );
  const refused = await tx.suppression.findMany({
    where: { organizationId: cycle.organizationId, address: { in: each.map(({ email }) => email) }, liftedAt: null },
    select: { address: true },
  });
  const [people, addresses] = [
    new Set(applied.map(({ personId }) => personId)),
    new Set(applied.map(({ email }) => email)),
  ];
  const bad = new Set(refused.map(({ address }) => address));
  return each
    .map((member) => ({
      ...member,
      standing: backStanding({
        applied: people.has(member.personId) || addresses.has(member.email),
        asked: asked.has(backKey(cycle.id, member.personId)),
        quiet: member.quiet,
        refused: bad.has(member.email),
      }),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)));
}
export type FormerMember = Awaited<ReturnType<typeof listFormer>>[number];
