import { type CodeDice } from '@/auth/codes';
import { db } from '@/db/client';
import { recordEvent } from '@/db/events';
import type { UserActor } from '@/domain/actor';
import { closingFor } from '@/domain/cycle';
import { languageIn } from '@/domain/language';
import { authorize } from '@/domain/permissions';
import { Refusal } from '@/domain/refusal';
import { findCycle } from '@/features/programs/queries';
import { appUrl } from '@/lib/env';
import { normalEmail } from '@/lib/email-address';
import { endOfDay } from '@/lib/days';
import { newId } from '@/lib/id';
import { inLanguage } from '@/lib/language';
import { paths } from '@/lib/paths';
import { formatInstant } from '@/lib/words/dates';
import { signatureOf } from '@/mail/compose';
import { enqueue } from '@/mail/outbox';
import { lateLinkMail } from '@/mail/templates/late-link';
import { fullName, makeDraft } from '../commands';
import { createResumeToken, resumeUrl } from '../resume/commands';
import type { LateInput } from './schema';

/**
 * Gives one address more time for one role, and mails the way in. Given again, the new day stands and a new mail goes.
 *
 * @throws {Refusal} `late.no_address`; `late.no_time` when the day is over or before the deadline; `late.released`
 */
export async function giveLateLink(
  actor: UserActor,
  { cycle: code, role, reason, ...typed }: LateInput,
  secrets: CodeDice,
  now: Date,
): Promise<void> {
  const email = normalEmail(typed.email);
  if (email === null) throw new Refusal('late.no_address');
  const cycle = await findCycle(code, now);
  if (!cycle) throw new Refusal('actor.forbidden');
  authorize(actor, 'late_link.give', { programId: cycle.program.id }, now);
  if (cycle.releasedAt !== null) throw new Refusal('late.released');
  const until = endOfDay(typed.until, cycle.timeZone);
  if (until <= now || until <= closingFor(cycle, role)) throw new Refusal('late.no_time');
  const { id: cycleId, organizationId } = cycle;
  await db.$transaction(async (tx) => {
    const values = { until, reason, createdById: actor.userId, createdAt: now };
    await tx.latePermit.upsert({
      where: { cycleId_email_role: { cycleId, email, role } },
      create: { id: newId(now), organizationId, cycleId, email, role, ...values },
      update: values,
    });
    const known = await tx.draft.findFirst({
      where: { cycleId, email, role, applications: { some: { state: { not: 'withdrawn' } } } },
      select: { id: true, language: true },
      orderBy: { startedAt: 'desc' },
    });
    const draftId =
      known?.id ?? (await makeDraft(tx, { cycle, role, email, sessionId: null, actor, language: 'en' }, now));
    const tokenId = await createResumeToken(tx, { organizationId, email, draftId }, secrets, now);
    const message = inLanguage(languageIn(known?.language), () =>
      lateLinkMail(
        {
          cycleName: fullName(cycle),
          until: formatInstant(until, cycle.timeZone),
          link: resumeUrl(secrets.token),
          code: secrets.code,
          askAgain: `${appUrl()}${paths.resume()}`,
        },
        signatureOf(cycle),
      ),
    );
    await enqueue(
      tx,
      { ...message, organizationId, key: `late:${draftId}:${tokenId}`, kind: 'resume', to: { address: email } },
      now,
    );
    await recordEvent(tx, {
      actor,
      organizationId,
      cycleId,
      subjectType: 'draft',
      subjectId: draftId,
      action: 'late_link.given',
      reason,
      detail: { role, until: until.toISOString() },
      at: now,
    });
  });
}
