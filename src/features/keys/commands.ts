import { db } from '@/db/client';
import { recordEvent } from '@/db/events';
import type { UserActor } from '@/domain/actor';
import { Refusal } from '@/domain/refusal';
import type { KeysInput } from './schema';

/** Turns keys of one letter on or off for oneself. */
export async function turnKeys(actor: UserActor, { on }: KeysInput, now: Date): Promise<void> {
  // Who has no role any more has nothing to press.
  if (actor.grants.length === 0) throw new Refusal('actor.forbidden');
  await db.$transaction(async (tx) => {
    const { organizationId } = await tx.user.update({
      where: { id: actor.userId },
      data: { shortcuts: on === 'yes' },
      select: { organizationId: true },
    });
    const event = { subjectType: 'user', subjectId: actor.userId, action: `user.keys_${on}`, at: now };
    await recordEvent(tx, { actor, organizationId, ...event });
  });
}
