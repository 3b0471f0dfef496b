import { db } from '@/db/client';
import { recordEvent } from '@/db/events';
import type { Actor } from '@/domain/actor';
import { languageIn } from '@/domain/language';
import { dayIn } from '@/domain/pair';
import { authorize } from '@/domain/permissions';
import { isTopicDue } from '@/domain/topic';
import { createNudgeLink, nudgeUrls } from '@/features/pairs/quiet/commands';
import { inLanguage } from '@/lib/language';
import { signatureOf } from '@/mail/compose';
import { enqueue } from '@/mail/outbox';
import { topicMail } from '@/mail/templates/topic';
import { listReaders, listWaiting, type Reader, type WaitingTopic } from './queries';

type Sending = { topic: WaitingTopic; reader: Reader; token: string };

/** Queues a topic for one reader, with the link that ends reminders. @returns false when it was made before */
function send({ topic, reader, token }: Sending, now: Date): Promise<boolean> {
  const { organizationId, title, words, cycle } = topic;
  const { personId, email, name, matchId } = reader;
  const { homeUrl, quietUrl, unsubscribeUrl } = inLanguage(languageIn(reader.language), () => nudgeUrls(token));
  const mail = inLanguage(languageIn(reader.language), () =>
    topicMail({ title, words, cycleName: cycle.name, homeUrl, quietUrl }, signatureOf(cycle)),
  );
  const key = `topic:${topic.id}:${personId}`;
  const letter = {
    ...mail,
    organizationId,
    key,
    kind: 'topic',
    to: { address: email, name },
    personId,
    unsubscribeUrl,
  };
  return db.$transaction(async (tx) => {
    if (!(await enqueue(tx, letter, now))) return false;
    await createNudgeLink(tx, { organizationId, email, matchId, token }, now);
    return true;
  });
}

/** That a topic was sent, and to how many: counted from the mails, whoever made them and how often the job began anew. */
async function finish(actor: Actor, { id, organizationId, cycleId }: WaitingTopic, now: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    const mails = await tx.outboxMessage.count({ where: { key: { startsWith: `topic:${id}:` } } });
    const { count } = await tx.monthlyTopic.updateMany({
      where: { id, doneAt: null },
      data: { doneAt: now, version: { increment: 1 } },
    });
    if (count === 0) return;
    const event = {
      subjectType: 'topic',
      subjectId: id,
      action: 'topic.sent',
      detail: { count: mails },
      at: now,
    };
    await recordEvent(tx, { actor, organizationId, cycleId, ...event });
  });
}

/**
 * Sends the topics whose day has come, once to each reader and never at night. Killed at any point, the next run goes on where it
 * stopped. @returns how many mails were queued
 */
export async function sendTopics(actor: Actor, newToken: () => string, now: Date): Promise<number> {
  authorize(actor, 'reminder.send', {}, now);
  const due = (await listWaiting(now)).filter(({ sendOn, cycle }) => isTopicDue(dayIn(sendOn), cycle.timeZone, now));
  let sent = 0;
  for (const topic of due) {
    for (const reader of await listReaders(topic.cycleId))
      if (await send({ topic, reader, token: newToken() }, now)) sent += 1;
    await finish(actor, topic, now);
  }
  return sent;
}
