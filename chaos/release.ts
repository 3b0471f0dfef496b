import { db } from '../src/db/client';
import type { UserActor } from '../src/domain/actor';
import { newId } from '../src/lib/id';
import type { Ground } from './fill';
import { SLOW_MS } from './sink';
import type { World } from './world';

const AT_ONCE = 1000;
const WORDS = 'Dear reader,\n\nyou are matched. Your page has everything that you need to begin.\n\n'.repeat(8);

export type Release = { id: string; cycleId: string };

export async function someoneOfStaff({ organizationId, programId }: Ground, now: Date): Promise<UserActor> {
  const [personId, userId] = [newId(now), newId(now)];
  const email = `staff-${userId}@example.test`;
  const name = 'Somebody of staff';
  const shared = { organizationId, email, name, createdAt: now };
  await db.person.create({ data: { id: personId, ...shared } });
  await db.user.create({ data: { id: userId, personId, ...shared } });
  await db.grant.create({ data: { id: newId(now), organizationId, programId, userId, role: 'staff' } });
  return {
    kind: 'user',
    userId,
    personId,
    name,
    email,
    grants: [{ programId, role: 'staff', until: null }],
    closed: [],
  };
}

/** A release whose hold has just passed, with so many letters. */
export async function holdRelease(ground: Ground, cycleId: string, letters: number): Promise<Release> {
  const now = new Date();
  const { organizationId } = ground;
  const { userId } = await someoneOfStaff(ground, now);
  const [planId, id] = [newId(now), newId(now)];
  const last = await db.plan.findFirst({ where: { cycleId }, select: { number: true }, orderBy: { number: 'desc' } });
  const plan = { inputsHash: 'x', weights: {}, totalFit: 0, matchedCount: 0, verified: true };
  await db.plan.updateMany({ where: { cycleId, state: 'approved' }, data: { state: 'superseded' } });
  await db.plan.create({
    data: {
      id: planId,
      organizationId,
      cycleId,
      number: (last?.number ?? 0) + 1,
      state: 'approved',
      ...plan,
      createdById: userId,
      createdAt: now,
      approvedById: userId,
      approvedAt: now,
    },
  });
  const asked = { requestedById: userId, requestedAt: now, confirmedById: userId, confirmedAt: now, holdUntil: now };
  await db.release.create({
    data: { id, organizationId, cycleId, planId, state: 'held', letterCount: letters, ...asked },
  });
  for (let from = 0; from < letters; from += AT_ONCE)
    await db.outboxMessage.createMany({
      data: Array.from({ length: Math.min(AT_ONCE, letters - from) }, (_, index) => ({
        id: newId(now),
        organizationId,
        key: `outcome:${id}:${from + index}`,
        kind: 'outcome',
        state: 'held',
        toAddress: `reader-${from + index}@example.test`,
        toName: `Reader ${from + index}`,
        subject: 'About your application',
        text: WORDS,
        html: `<p>${WORDS}</p>`,
        releaseId: id,
        notBefore: now,
        createdAt: now,
      })),
    });
  return { id, cycleId };
}

/** On the wire for longer than this is nothing: the client has given up, and the slowest answer has been booked. */
const onTheWireMs = (socketTimeoutMs: number) => socketTimeoutMs + SLOW_MS + 1000;

/**
 * What a person would wait for comes at once: leases of the dead end, what was put off is due, breakers have rested, and what is
 * in doubt is looked up. As in production none of it comes while a try may still be on its way to the mail server's book.
 */
export async function timePasses(world: World, socketTimeoutMs: number): Promise<void> {
  const over = `tried_at < now() - interval '${onTheWireMs(socketTimeoutMs)} milliseconds'`;
  await world.query(
    `UPDATE outbox_messages SET lease_until = now() - interval '1 second' WHERE state = 'sending' AND ${over}`,
  );
  await world.query("UPDATE outbox_messages SET not_before = now() WHERE state = 'deferred'");
  await world.query(
    `UPDATE outbox_messages SET not_before = now() - interval '1 second' WHERE state = 'uncertain' AND ${over}`,
  );
  await world.query('UPDATE mail_breakers SET open_until = now() WHERE open_until > now()');
}

/** What waits is looked at now, not with the next minute. */
export const nudge = (world: World) =>
  world.query("SELECT app.enqueue_job('release-held'), app.enqueue_job('drain-outbox')");

/** No other release of the cycle may stand beside the next one. */
export const closeRelease = (world: World, { id }: Release) =>
  world.query("UPDATE releases SET state = 'done' WHERE id = $1", [id]);
