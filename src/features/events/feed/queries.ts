import { cycleDates } from '@/db/columns';
import { db } from '@/db/client';
import { TOLD } from '@/domain/match';
import { asEvent, eventColumns } from '../queries';

/** Whose private calendar has this key, however their addresses were joined since; null when it has ended. */
export async function findFeedOwner(key: string) {
  const feed = await db.calendarFeed.findUnique({
    where: { key },
    select: { person: { select: { id: true, mergedIntoId: true } } },
  });
  return feed && (feed.person.mergedIntoId ?? feed.person.id);
}

/** The key of somebody's private calendar; null before the first. */
export const findFeedKey = async (personId: string): Promise<string | null> =>
  (await db.calendarFeed.findUnique({ where: { personId }, select: { key: true } }))?.key ?? null;

/** For the foot of the page: the newest cycle somebody has to do with; null for who has nothing here. */
export const findFeedGround = (personId: string) =>
  db.application.findFirst({
    where: { personId },
    select: {
      organizationId: true,
      cycle: { select: { program: { select: { contactName: true, contactEmail: true, contactPhone: true } } } },
    },
    orderBy: { id: 'desc' },
  });

/** Pairs at work or about to be, whose dates go into the calendar. */
export const listFeedPairs = (personId: string) =>
  db.match.findMany({
    where: {
      state: { in: [...TOLD] },
      OR: [
        { mentor: { personId, state: { not: 'withdrawn' } } },
        { mentee: { personId, state: { not: 'withdrawn' } } },
      ],
    },
    select: {
      id: true,
      reference: true,
      startedAt: true,
      plan: {
        select: {
          cycle: {
            select: {
              timeZone: true,
              version: true,
              ...cycleDates,
              assessmentOpensAt: true,
              program: { select: { name: true } },
            },
          },
        },
      },
    },
    orderBy: { id: 'asc' },
  });

/** Events with a yes; one that was called off stays, so that calendars strike it out. */
export async function listFeedEvents(personId: string) {
  const rows = await db.eventReply.findMany({
    where: { personId, state: 'yes' },
    select: { event: { select: eventColumns } },
    orderBy: [{ event: { startsAt: 'asc' } }, { id: 'asc' }],
  });
  return rows.map(({ event }) => asEvent(event));
}
