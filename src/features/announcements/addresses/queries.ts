import { db, type Tx } from '@/db/client';
import { isClosedTo, type UserActor } from '@/domain/actor';
import { ofCycle } from '../deliveries/queries';

/** Which of these addresses get no mail. */
export async function findSuppressed(
  tx: Tx,
  organizationId: string,
  addresses: readonly string[],
): Promise<Set<string>> {
  const rows = await tx.suppression.findMany({
    where: { organizationId, address: { in: [...addresses] }, liftedAt: null },
    select: { address: true },
  });
  return new Set(rows.map(({ address }) => address));
}

type Cycle = { id: string; organizationId: string; programId: string };

const personColumns = {
  id: true,
  email: true,
  name: true,
  mergedIntoId: true,
  user: { select: { id: true } },
} as const;

/** Who of a cycle or its committee is behind these addresses. Whoever belongs to another program alone is left out. */
async function findOwners(tx: Tx, { id: cycleId, organizationId, programId }: Cycle, addresses: string[]) {
  const inCycle = { applications: { some: { cycleId } } };
  const people = await tx.person.findMany({
    where: {
      organizationId,
      email: { in: addresses },
      OR: [inCycle, { mergedInto: inCycle }, { user: { grants: { some: { programId } } } }],
    },
    select: personColumns,
  });
  const drafts = await tx.draft.findMany({
    where: { cycleId, email: { in: addresses } },
    select: { email: true },
    distinct: ['email'],
  });
  return { people: new Map(people.map((person) => [person.email, person])), drafts: drafts.map(({ email }) => email) };
}

const LOST = ['failed', 'bounced', 'suppressed'];

/** Letters of the cycle that these people did not get, and that have not gone again. */
export async function listLost(tx: Tx, cycleId: string, personIds: readonly string[]) {
  return tx.outboxMessage.findMany({
    where: {
      personId: { in: [...personIds] },
      ...(await ofCycle(tx, cycleId, 'in force')),
      state: { in: LOST },
      replacedById: null,
      text: { not: '' },
    },
    select: { id: true, personId: true, toAddress: true },
  });
}

/** Addresses of people of a cycle and its committee to which nothing is sent, without those closed to the viewer. */
export async function listSuppressed(cycle: Cycle, viewer: UserActor, tx: Tx = db) {
  const rows = await tx.suppression.findMany({
    where: { organizationId: cycle.organizationId, liftedAt: null },
    select: { id: true, address: true, reply: true, since: true, version: true },
    orderBy: [{ since: 'desc' }, { id: 'asc' }],
  });
  const { people, drafts } = await findOwners(
    tx,
    cycle,
    rows.map(({ address }) => address),
  );
  const found = rows.flatMap((row) => {
    const person = people.get(row.address) ?? null;
    if (!person && !drafts.includes(row.address)) return [];
    if (person && (isClosedTo(viewer, person.id) || isClosedTo(viewer, person.mergedIntoId))) return [];
    return [{ ...row, person: person && { id: person.id, name: person.name, signsIn: person.user !== null } }];
  });
  const lost = await listLost(
    tx,
    cycle.id,
    found.flatMap(({ person }) => (person ? [person.id] : [])),
  );
  return found.map((row) => ({
    ...row,
    letters: lost.filter(({ personId, toAddress }) => personId === row.person?.id && toAddress === row.address).length,
  }));
}
export type Suppressed = Awaited<ReturnType<typeof listSuppressed>>[number];
