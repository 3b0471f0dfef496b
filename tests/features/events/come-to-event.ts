import { db } from '@/db/client';
import { newId } from '@/lib/id';
import { NOW } from '../../support/factories';

type Coming = { organizationId: string; cycleId: string; email: string; userId: string };

/** Somebody's yes to an event, with what to arrange, and their private calendar. */
export async function comeToEvent({ organizationId, cycleId, email, userId }: Coming): Promise<void> {
  const { id: personId } = await db.person.findFirstOrThrow({ where: { email } });
  const eventId = newId(NOW);
  const at = new Date(NOW.getTime() + 9 * 86_400_000);
  const event = { kind: 'other', title: 'Talk', startsAt: at, answerBy: at, minutes: 60, audience: ['pairs'] };
  const made = { createdById: userId, createdAt: NOW, place: 'Hall' };
  await db.cycleEvent.create({ data: { id: eventId, organizationId, cycleId, ...event, ...made } });
  const reply = { id: newId(NOW), organizationId, eventId, personId, state: 'yes', arrange: 'marmalade' };
  await db.eventReply.create({ data: { ...reply, answeredAt: NOW } });
  await db.calendarFeed.create({ data: { personId, organizationId, key: newId(NOW), madeAt: NOW } });
}
