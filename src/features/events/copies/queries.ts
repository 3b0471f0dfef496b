import { db } from '@/db/client';

/** What somebody answered to events, and where they were, for the copy of everything they gave. */
export async function listOwnReplies(personId: string) {
  const rows = await db.eventReply.findMany({
    where: { personId },
    select: {
      id: true,
      state: true,
      arrange: true,
      answeredAt: true,
      came: true,
      event: { select: { title: true, startsAt: true, cycle: { select: { name: true, timeZone: true } } } },
    },
    orderBy: [{ event: { startsAt: 'asc' } }, { id: 'asc' }],
  });
  return rows.map(({ event: { title, startsAt, cycle }, ...reply }) => ({
    ...reply,
    title,
    startsAt,
    cycle: cycle.name,
    timeZone: cycle.timeZone,
  }));
}
export type CopiedReply = Awaited<ReturnType<typeof listOwnReplies>>[number];
