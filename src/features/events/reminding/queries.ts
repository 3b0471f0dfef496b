import { db } from '@/db/client';
import { EVENT_REMINDERS } from '@/domain/event';
import { asEvent, eventColumns } from '../queries';

const HOUR_MS = 3_600_000;
const MOST_HOURS = Math.max(...EVENT_REMINDERS.map(({ hours }) => hours));

/** Events that begin soon, with those who said yes. */
export async function listSoon(now: Date) {
  const rows = await db.cycleEvent.findMany({
    where: { cancelledAt: null, startsAt: { gt: now, lte: new Date(now.getTime() + MOST_HOURS * HOUR_MS) } },
    select: { ...eventColumns, replies: { where: { state: 'yes' }, select: { personId: true, answeredAt: true } } },
    orderBy: { id: 'asc' },
  });
  return rows.map(({ replies, ...row }) => ({ event: asEvent(row), replies }));
}

/** Events still to come in which somebody waits, and a place may be free. */
export const listWaitedFor = (now: Date) =>
  db.cycleEvent.findMany({
    where: { cancelledAt: null, startsAt: { gt: now }, replies: { some: { state: 'waiting' } } },
    select: { id: true },
    orderBy: { id: 'asc' },
  });

/** Answers to coming events by people who have none of the invited roles any more. */
export const listComing = (now: Date) =>
  db.cycleEvent.findMany({
    where: { cancelledAt: null, startsAt: { gt: now }, replies: { some: { state: { in: ['yes', 'waiting'] } } } },
    select: eventColumns,
    orderBy: { id: 'asc' },
  });
