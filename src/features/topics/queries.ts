import { db } from '@/db/client';
import type { UserActor } from '@/domain/actor';

const columns = {
  id: true,
  month: true,
  sendOn: true,
  title: true,
  words: true,
  doneAt: true,
  version: true,
} as const;

/** How many mails of a topic were made, but for those to people who are closed to the viewer. */
const countMails = (id: string, { closed }: UserActor): Promise<number> =>
  db.outboxMessage.count({ where: { key: { startsWith: `topic:${id}:` }, personId: { notIn: [...closed] } } });

/** The topics of a cycle, month by month, with what was sent. */
export async function listTopics(cycleId: string, viewer: UserActor) {
  const rows = await db.monthlyTopic.findMany({ where: { cycleId }, select: columns, orderBy: { sendOn: 'asc' } });
  return Promise.all(
    rows.map(async (topic) => ({ ...topic, mails: topic.doneAt ? await countMails(topic.id, viewer) : 0 })),
  );
}
export type SentTopic = Awaited<ReturnType<typeof listTopics>>[number];
export type Topic = Omit<SentTopic, 'mails'>;

/** One topic of a cycle; null for another's. */
export const findTopic = (cycleId: string, id: string): Promise<Topic | null> =>
  db.monthlyTopic.findFirst({ where: { id, cycleId }, select: columns });
