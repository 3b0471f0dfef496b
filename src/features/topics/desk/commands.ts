import { db, type Tx } from '@/db/client';
import { refuseOn } from '@/db/errors';
import { recordEvent } from '@/db/events';
import type { UserActor } from '@/domain/actor';
import { dayAt } from '@/domain/pair';
import { authorize } from '@/domain/permissions';
import { Refusal } from '@/domain/refusal';
import { monthOf, topicFault } from '@/domain/topic';
import { newId } from '@/lib/id';
import type { SaveTopicInput, TopicStep } from './schema';

const getCycle = (tx: Tx, id: string) =>
  tx.cycle.findUniqueOrThrow({
    where: { id },
    select: { id: true, organizationId: true, programId: true, timeZone: true, startsAt: true, endsAt: true },
  });

type Note = { cycle: Awaited<ReturnType<typeof getCycle>>; topicId: string; action: string; title: string };

const note = (tx: Tx, actor: UserActor, { cycle, topicId, action, title }: Note, at: Date) =>
  recordEvent(tx, {
    actor,
    organizationId: cycle.organizationId,
    cycleId: cycle.id,
    subjectType: 'topic',
    subjectId: topicId,
    action,
    detail: { title },
    at,
  });

/**
 * Plans the topic of a month, or changes one that was not sent.
 *
 * @returns its id
 * @throws {Refusal} `topic.outside`, `topic.past`, `topic.twice`, `topic.changed`
 */
export async function saveTopic(actor: UserActor, input: SaveTopicInput, now: Date): Promise<string> {
  const { cycleId, topicId, version, sendOn, title, words } = input;
  return db
    .$transaction(async (tx) => {
      const cycle = await getCycle(tx, cycleId);
      authorize(actor, 'library.edit', { programId: cycle.programId }, now);
      const fault = topicFault(sendOn, cycle, now);
      if (fault) throw new Refusal(fault);
      const values = { month: monthOf(sendOn), sendOn: dayAt(sendOn), title, words, updatedAt: now };
      if (topicId === '') {
        const id = newId(now);
        const { organizationId } = cycle;
        await tx.monthlyTopic.create({ data: { id, organizationId, cycleId, ...values } });
        await note(tx, actor, { cycle, topicId: id, action: 'topic.planned', title }, now);
        return id;
      }
      const { count } = await tx.monthlyTopic.updateMany({
        where: { id: topicId, cycleId, version, doneAt: null },
        data: { ...values, version: { increment: 1 } },
      });
      if (count === 0) throw new Refusal('topic.changed');
      await note(tx, actor, { cycle, topicId, action: 'topic.changed', title }, now);
      return topicId;
    })
    .catch(refuseOn('monthly_topics_cycle_id_month_key', 'topic.twice'));
}

/** Takes a topic away that was not sent. @throws {Refusal} `topic.changed` */
export async function dropTopic(actor: UserActor, { topicId, version }: TopicStep, now: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    const topic = await tx.monthlyTopic.findUnique({ where: { id: topicId }, select: { cycleId: true, title: true } });
    if (!topic) throw new Refusal('topic.changed');
    const cycle = await getCycle(tx, topic.cycleId);
    authorize(actor, 'library.edit', { programId: cycle.programId }, now);
    const { count } = await tx.monthlyTopic.deleteMany({ where: { id: topicId, version, doneAt: null } });
    if (count === 0) throw new Refusal('topic.changed');
    await note(tx, actor, { cycle, topicId, action: 'topic.dropped', title: topic.title }, now);
  });
}
