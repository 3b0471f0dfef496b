import { db, type Tx } from '@/db/client';
import { refuseOn } from '@/db/errors';
import { recordEvent } from '@/db/events';
import type { UserActor } from '@/domain/actor';
import { authorize } from '@/domain/permissions';
import { Refusal } from '@/domain/refusal';
import { moveEverything } from '@/features/applications/helping/moving/commands';
import { assertNotSuppressed, getLetter, replaceLetter } from '../deliveries/commands';
import { listLost, listSuppressed } from './queries';
import type { CorrectInput, TryAgainInput } from './schema';

/** An entry of the list as this person sees it. @throws {Refusal} when it is not there for them, or was settled meanwhile */
async function getEntry(tx: Tx, actor: UserActor, { cycleId, suppressionId, version }: TryAgainInput, now: Date) {
  const cycle = await tx.cycle.findUnique({
    where: { id: cycleId },
    select: { id: true, organizationId: true, programId: true },
  });
  if (!cycle) throw new Refusal('actor.forbidden');
  authorize(actor, 'delivery.mend', { programId: cycle.programId }, now);
  const entry = (await listSuppressed(cycle, actor, tx)).find(({ id }) => id === suppressionId);
  if (!entry || entry.version !== version) throw new Refusal('delivery.settled');
  return { ...entry, organizationId: cycle.organizationId };
}

type Entry = Awaited<ReturnType<typeof getEntry>>;
type Done = { entry: Entry; input: TryAgainInput; action: string };

const record = (tx: Tx, actor: UserActor, { entry, input, action }: Done, at: Date) =>
  recordEvent(tx, {
    actor,
    organizationId: entry.organizationId,
    cycleId: input.cycleId,
    subjectType: 'suppression',
    subjectId: entry.id,
    action,
    reason: input.reason,
    at,
  });

/** Takes an address off the list: mail goes to it again from now on. What stayed goes when somebody sends it. */
export async function tryAddressAgain(actor: UserActor, input: TryAgainInput, now: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    const entry = await getEntry(tx, actor, input, now);
    const { count } = await tx.suppression.updateMany({
      where: { id: entry.id, version: input.version, liftedAt: null },
      data: { liftedAt: now, liftedById: actor.userId, version: { increment: 1 } },
    });
    if (count === 0) throw new Refusal('delivery.settled');
    await record(tx, actor, { entry, input, action: 'suppression.lifted' }, now);
  });
}

/**
 * The person is known by another address from now on, and the letters of this cycle that they did not get go there.
 *
 * @throws {Refusal} `help.address_taken`, `help.signs_in`, `delivery.suppressed`
 */
export async function correctAddress(actor: UserActor, input: CorrectInput, now: Date): Promise<void> {
  await db
    .$transaction(async (tx) => {
      const entry = await getEntry(tx, actor, input, now);
      const { organizationId, person, address: from } = entry;
      if (!person) throw new Refusal('delivery.no_person');
      if (input.address === from) throw new Refusal('help.same_address');
      await assertNotSuppressed(tx, organizationId, input.address);
      const lost = await listLost(tx, input.cycleId, [person.id]);
      await moveEverything(tx, { organizationId, personId: person.id, from, to: input.address }, now);
      for (const { id } of lost.filter(({ toAddress }) => toAddress === from))
        await replaceLetter(tx, await getLetter(tx, actor, id, now), input.address, now);
      await record(tx, actor, { entry, input, action: 'suppression.address_corrected' }, now);
    })
    .catch(refuseOn('persons_organization_id_email_key', 'help.address_taken'));
}
