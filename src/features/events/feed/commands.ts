import { randomUUID } from 'node:crypto';
import { db } from '@/db/client';
import { recordEvent } from '@/db/events';
import type { Actor } from '@/domain/actor';
import { authorize } from '@/domain/permissions';

type Owner = { personId: string; organizationId: string };

/** Makes somebody's private calendar, or a new one whose address replaces the old. */
export async function renewFeed({ personId, organizationId }: Owner, now: Date): Promise<void> {
  const actor: Actor = { kind: 'participant', personId };
  authorize(actor, 'event.answer', { personId }, now);
  // Not by time: nothing of another person's key may help to guess it.
  const values = { key: randomUUID(), madeAt: now };
  await db.$transaction(async (tx) => {
    await tx.calendarFeed.upsert({
      where: { personId },
      create: { personId, organizationId, ...values },
      update: values,
    });
    const event = { subjectType: 'person', subjectId: personId, action: 'feed.made', at: now };
    await recordEvent(tx, { actor, organizationId, ...event });
  });
}

/** Ends the private calendar: its address leads nowhere from then on. */
export async function endFeed({ personId, organizationId }: Owner, now: Date): Promise<void> {
  const actor: Actor = { kind: 'participant', personId };
  authorize(actor, 'event.answer', { personId }, now);
  await db.$transaction(async (tx) => {
    const { count } = await tx.calendarFeed.deleteMany({ where: { personId } });
    if (count === 0) return;
    const event = { subjectType: 'person', subjectId: personId, action: 'feed.ended', at: now };
    await recordEvent(tx, { actor, organizationId, ...event });
  });
}
