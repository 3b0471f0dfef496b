import { db, type Tx } from '@/db/client';
import { refuseOn } from '@/db/errors';
import { recordEvent } from '@/db/events';
import type { UserActor } from '@/domain/actor';
import type { Asked } from '@/domain/assigning';
import { authorize } from '@/domain/permissions';
import { Refusal } from '@/domain/refusal';
import { newId } from '@/lib/id';
import { loadExpertise, loadReading, proposeReading, signOf, type CycleOf, type Reading } from './queries';
import type { FreeInput, KeepInput, SetReadersInput } from './schema';

/** The cycle and its reading as the actor sees it; whoever assigns at the same moment waits. */
export async function readingFor(tx: Tx, actor: UserActor, cycleId: string, now: Date) {
  await tx.$queryRaw`SELECT id::text FROM cycles WHERE id = ${cycleId}::uuid FOR UPDATE`;
  const cycle = await tx.cycle.findUnique({
    where: { id: cycleId },
    select: { id: true, organizationId: true, programId: true },
  });
  if (!cycle) throw new Refusal('actor.forbidden');
  authorize(actor, 'review.arrange', { programId: cycle.programId, personId: null }, now);
  const reading = await loadReading(cycle, actor, now, { tx });
  if (!reading.open) throw new Refusal('review.closed');
  return { cycle, reading };
}

export type Change = { source: 'hand' | 'balanced' | 'file'; add: readonly Asked[]; remove: readonly Asked[] };

/** Nobody is asked who does not review any more, or who must not judge the person. */
function assertMay({ byId, applications }: Reading, { add }: Change): void {
  const persons = new Map(applications.map(({ id, personId }) => [id, personId]));
  for (const { applicationId, reviewerId } of add) {
    const [personId, member] = [persons.get(applicationId), byId.get(reviewerId)];
    if (personId === undefined) throw new Refusal('assigning.changed');
    if (!member?.inForce) throw new Refusal('assigning.not_reviewer');
    if (member.closed.includes(personId)) throw new Refusal('assigning.conflict');
  }
}

type Changing = { actor: UserActor; cycle: CycleOf; reading: Reading };

/** Writes assignments and takes others back, with a line in the history of the cycle. */
export async function change(tx: Tx, { actor, cycle, reading }: Changing, made: Change, now: Date): Promise<void> {
  assertMay(reading, made);
  const { id: cycleId, organizationId } = cycle;
  const { add, remove, source } = made;
  if (add.length + remove.length === 0) return;
  for (const pair of remove) await tx.reviewAssignment.deleteMany({ where: pair });
  await tx.reviewAssignment.createMany({
    data: add.map((pair) => ({
      id: newId(now),
      organizationId,
      cycleId,
      ...pair,
      source,
      assignedById: actor.userId,
      assignedAt: now,
    })),
    skipDuplicates: true,
  });
  await recordEvent(tx, {
    actor,
    organizationId,
    cycleId,
    subjectType: 'cycle',
    subjectId: cycleId,
    action: 'reviewers.assigned',
    detail: { source, added: add.length, removed: remove.length },
    at: now,
  });
}

const same = (a: readonly string[], b: readonly string[]) => [...a].sort().join(' ') === [...b].sort().join(' ');

/** Sets by hand who reads one application, or what one reviewer reads; refused when that changed since the page was opened. */
export async function setReaders(actor: UserActor, input: SetReadersInput, now: Date): Promise<void> {
  const { cycleId, of, id, before, after } = input;
  await db
    .$transaction(async (tx) => {
      const { cycle, reading } = await readingFor(tx, actor, cycleId, now);
      const pairOf = (other: string): Asked =>
        of === 'application' ? { applicationId: id, reviewerId: other } : { applicationId: other, reviewerId: id };
      const stand = reading.applications.flatMap((application) => {
        if (of === 'application') return application.id === id ? [...application.waiting, ...application.ended] : [];
        return application.waiting.includes(id) || application.ended.includes(id) ? [application.id] : [];
      });
      if (!same(stand, before)) throw new Refusal('assigning.changed');
      const add = after.filter((one) => !stand.includes(one)).map(pairOf);
      const remove = stand.filter((one) => !after.includes(one)).map(pairOf);
      await change(tx, { actor, cycle, reading }, { source: 'hand', add, remove }, now);
    })
    .catch(refuseOn('assignment_crosses_conflict', 'assigning.conflict'));
}

/** Keeps the proposal that was shown, if it would still be the same. Returns how many were asked. */
export async function keepProposal(
  actor: UserActor,
  { cycleId, who, anew, sign }: KeepInput,
  now: Date,
): Promise<number> {
  if (who.length === 0) throw new Refusal('assigning.nobody');
  return db
    .$transaction(
      async (tx) => {
        const { cycle, reading: plain } = await readingFor(tx, actor, cycleId, now);
        const reading = await loadExpertise(cycle, plain, tx);
        const proposal = proposeReading(reading, { who, anew });
        if (signOf(proposal) !== sign) throw new Refusal('assigning.changed');
        const kept = new Set(proposal.asked.map((one) => `${one.applicationId} ${one.reviewerId}`));
        const remove = proposal.dropped.filter((one) => !kept.has(`${one.applicationId} ${one.reviewerId}`));
        await change(tx, { actor, cycle, reading }, { source: 'balanced', add: proposal.asked, remove }, now);
        return proposal.asked.length;
      },
      { timeout: 60_000 },
    )
    .catch(refuseOn('assignment_crosses_conflict', 'assigning.conflict'));
}

/** Takes back what was asked of somebody whose term ended before they read it. */
export async function freeEnded(actor: UserActor, { cycleId, reviewerId }: FreeInput, now: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    const { cycle, reading } = await readingFor(tx, actor, cycleId, now);
    const remove = reading.applications.flatMap(({ id, ended }) =>
      ended.includes(reviewerId) ? [{ applicationId: id, reviewerId }] : [],
    );
    if (remove.length === 0) throw new Refusal('assigning.changed');
    await change(tx, { actor, cycle, reading }, { source: 'hand', add: [], remove }, now);
  });
}
