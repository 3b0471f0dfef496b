import { db, type Tx } from '@/db/client';
import { recordEvent } from '@/db/events';
import type { UserActor } from '@/domain/actor';
import { unknownFields } from '@/domain/letters/template';
import { NOTICE_HOLD_MINUTES, sortAudience } from '@/domain/notice';
import { authorize } from '@/domain/permissions';
import { Refusal } from '@/domain/refusal';
import { newId } from '@/lib/id';
import { enqueue } from '@/mail/outbox';
import { fieldsAmiss, noticeMail } from '@/mail/templates/notice';
import { getAnnouncementCycle, type AnnouncementCycle } from '../queries';
import { findNotice, listPeople } from './queries';
import type { NoticeStep, SaveNotice, SendNotice } from './schema';

const MINUTE_MS = 60_000;

/** Keeps words to a group, new or changed. Nothing is sent. Returns its id. */
export async function saveNotice(actor: UserActor, input: SaveNotice, now: Date): Promise<string> {
  const { cycleId, id, version, subject, body, roles, standing } = input;
  return db.$transaction(async (tx) => {
    const { organizationId, programId } = await getAnnouncementCycle(tx, cycleId);
    authorize(actor, 'template.edit', { programId }, now);
    const amiss = [...unknownFields({ subject, body }), ...fieldsAmiss({ subject, body })];
    if (amiss.length > 0) throw new Refusal('notice.field', `Not possible: ${[...new Set(amiss)].join(', ')}.`);
    const words = { subject, body, roles, standing, updatedAt: now };
    if (id === '') {
      const made = newId(now);
      await tx.notice.create({ data: { id: made, organizationId, cycleId, createdById: actor.userId, ...words } });
      return made;
    }
    const { count } = await tx.notice.updateMany({
      where: { id, cycleId, version, state: 'draft' },
      data: { ...words, version: { increment: 1 } },
    });
    if (count === 0) throw new Refusal('notice.moved_on');
    return id;
  });
}

/** The notice and its cycle; of two who press at once, the second is told. */
async function takeNotice(tx: Tx, actor: UserActor, { id }: NoticeStep, now: Date) {
  const row = await tx.notice.findUnique({ where: { id }, select: { cycleId: true } });
  const notice = row && (await findNotice(row.cycleId, id, tx));
  if (!notice) throw new Refusal('notice.moved_on');
  const cycle = await getAnnouncementCycle(tx, notice.cycleId);
  authorize(actor, 'template.edit', { programId: cycle.programId }, now);
  return { notice, cycle };
}

type Taken = Awaited<ReturnType<typeof takeNotice>>;

type Done = { action: 'notice.sent' | 'notice.stopped'; count?: number };

const record = (tx: Tx, actor: UserActor, { notice, cycle }: Taken, { action, count }: Done, at: Date) =>
  recordEvent(tx, {
    actor,
    organizationId: cycle.organizationId,
    cycleId: cycle.id,
    subjectType: 'notice',
    subjectId: notice.id,
    action,
    detail: { subject: notice.subject, ...(count === undefined ? {} : { count }) },
    at,
  });

/**
 * Queues the notice for everybody of its group, once each, and holds it for ten minutes. The group must still be as large as the
 * page said.
 *
 * @throws {Refusal} `notice.moved_on`, `notice.nobody`, `notice.count`
 */
export async function sendNotice(actor: UserActor, step: SendNotice, now: Date): Promise<void> {
  await db.$transaction(
    async (tx) => {
      const taken = await takeNotice(tx, actor, step, now);
      const { notice, cycle } = taken;
      const holdUntil = new Date(now.getTime() + NOTICE_HOLD_MINUTES * MINUTE_MS);
      const { in: group } = sortAudience(await listPeople(tx, cycle.id), notice);
      if (group.length === 0) throw new Refusal('notice.nobody');
      if (group.length !== step.count)
        throw new Refusal('notice.count', `It is ${group.length} now, not ${step.count}.`);
      const { count } = await tx.notice.updateMany({
        where: { id: notice.id, version: step.version, state: 'draft' },
        data: {
          state: 'sent',
          sentById: actor.userId,
          sentAt: now,
          holdUntil,
          letterCount: group.length,
          version: { increment: 1 },
        },
      });
      if (count === 0) throw new Refusal('notice.moved_on');
      await tx.outboxMessage.createMany({
        data: group.map(({ person }) => ({
          id: newId(now),
          organizationId: cycle.organizationId,
          key: `notice:${notice.id}:${person.personId}`,
          kind: 'notice',
          toAddress: person.email,
          toName: person.name,
          ...noticeMail(notice, person, cycle),
          noticeId: notice.id,
          personId: person.personId,
          notBefore: holdUntil,
          createdAt: now,
        })),
      });
      await record(tx, actor, taken, { action: 'notice.sent', count: group.length }, now);
    },
    { timeout: 60_000 },
  );
}

/** Keeps back what has not gone out yet; what has stays sent. @throws {Refusal} `notice.moved_on` */
export async function stopNotice(actor: UserActor, step: NoticeStep, now: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    const taken = await takeNotice(tx, actor, step, now);
    const { id } = taken.notice;
    const { count } = await tx.notice.updateMany({
      where: { id, version: step.version, state: 'sent' },
      data: { state: 'stopped', stoppedById: actor.userId, stoppedAt: now, version: { increment: 1 } },
    });
    if (count === 0) throw new Refusal('notice.moved_on');
    await tx.outboxMessage.updateMany({
      where: { noticeId: id, state: { in: ['queued', 'deferred'] } },
      data: { state: 'stopped', settledAt: now },
    });
    await record(tx, actor, taken, { action: 'notice.stopped' }, now);
  });
}

/** Sends it to the member who asks, marked as a test. */
export async function testNotice(actor: UserActor, step: NoticeStep, now: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    const { notice, cycle }: { notice: Taken['notice']; cycle: AnnouncementCycle } = await takeNotice(
      tx,
      actor,
      step,
      now,
    );
    const mail = noticeMail(notice, actor, cycle);
    const to = { address: actor.email, name: actor.name };
    const { organizationId } = cycle;
    const key = `test:${newId(now)}`;
    await enqueue(tx, { ...mail, subject: `[Test] ${mail.subject}`, organizationId, key, kind: 'test', to }, now);
  });
}
