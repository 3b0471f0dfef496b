import { db } from '@/db/client';
import { recordEvent } from '@/db/events';
import type { UserActor } from '@/domain/actor';
import { dayOf } from '@/domain/dates';
import { Refusal } from '@/domain/refusal';
import { appUrl } from '@/lib/env';
import { paths } from '@/lib/paths';
import { signatureOf } from '@/mail/compose';
import { enqueue } from '@/mail/outbox';
import { reviewReminderMail } from '@/mail/templates/review-reminder';
import { readingFor } from '../assigning/commands';
import { loadReading } from '../assigning/queries';
import { leftOf, reminderKey } from './queries';
import type { RemindInput } from './schema';

/**
 * Writes to every reviewer who has something left; to nobody twice on a day. Who is written to follows from what the actor may
 * see; how much is left, from what the reviewer may. Returns the number of mails.
 *
 * @throws {Refusal} `reminding.nobody`
 */
export async function remindReviewers(actor: UserActor, { cycleId }: RemindInput, now: Date): Promise<number> {
  return db.$transaction(async (tx) => {
    const { cycle, reading } = await readingFor(tx, actor, cycleId, now);
    const { organizationId } = cycle;
    const {
      code,
      name: cycleName,
      timeZone,
      program,
    } = await tx.cycle.findUniqueOrThrow({
      where: { id: cycleId },
      select: {
        code: true,
        name: true,
        timeZone: true,
        program: { select: { name: true, contactName: true, contactEmail: true, contactPhone: true } },
      },
    });
    const whole = await loadReading(cycle, { ...actor, closed: [] }, now, { tx });
    const url = `${appUrl()}${paths.inbox(code, '?mine=todo')}`;
    let mails = 0;
    for (const member of reading.members.filter((one) => leftOf(reading, one) > 0)) {
      const { id, name, email, personId } = member;
      const message = reviewReminderMail(
        { name, cycleName, left: leftOf(whole, member), url },
        signatureOf({ program }),
      );
      const key = reminderKey(cycleId, id, dayOf(now, timeZone));
      const mail = { organizationId, key, kind: 'review_reminder', to: { address: email, name }, personId };
      if (await enqueue(tx, { ...mail, ...message }, now)) mails++;
    }
    if (mails === 0) throw new Refusal('reminding.nobody');
    await recordEvent(tx, {
      actor,
      organizationId,
      cycleId,
      subjectType: 'cycle',
      subjectId: cycleId,
      action: 'reviewers.reminded',
      detail: { mails },
      at: now,
    });
    return mails;
  });
}
