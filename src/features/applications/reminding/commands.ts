import { db } from '@/db/client';
import type { Actor } from '@/domain/actor';
import { closingFor } from '@/domain/cycle';
import { languageIn } from '@/domain/language';
import { FORM_ROLES, rolesOf, type FormRole } from '@/domain/mentoring';
import { isQuiet } from '@/domain/nudges';
import { authorize } from '@/domain/permissions';
import { dueReminders } from '@/domain/reminders';
import { appUrl } from '@/lib/env';
import { inLanguage } from '@/lib/language';
import { paths } from '@/lib/paths';
import { formatInstant } from '@/lib/words/dates';
import { signatureOf, signedColumns } from '@/mail/compose';
import { enqueue } from '@/mail/outbox';
import { unfinishedMail } from '@/mail/templates/interest';
import { fullName } from '../commands';

const DAY_MS = 86_400_000;

const openCycles = (now: Date) =>
  db.cycle.findMany({
    where: { opensAt: { lte: now }, OR: [{ closesAt: { gt: now } }, { mentorsCloseAt: { gt: now } }] },
    select: {
      id: true,
      organizationId: true,
      name: true,
      timeZone: true,
      opensAt: true,
      closesAt: true,
      mentorsCloseAt: true,
      program: { select: signedColumns },
    },
  });
type Cycle = Awaited<ReturnType<typeof openCycles>>[number];

/** Addresses with a form of this role that was begun a day ago or earlier and not sent, and that have sent none in its roles. */
async function listUnfinished(cycleId: string, role: FormRole, now: Date) {
  const drafts = await db.draft.findMany({
    where: {
      cycleId,
      role,
      sentRevision: null,
      startedAt: { lt: new Date(now.getTime() - DAY_MS) },
      applications: { some: { state: 'draft' } },
    },
    select: { email: true, language: true },
    distinct: ['email'],
    orderBy: { startedAt: 'desc' },
  });
  const emails = drafts.map(({ email }) => email);
  const sent = await db.application.findMany({
    where: { cycleId, email: { in: emails }, role: { in: [...rolesOf(role)] }, submittedAt: { not: null } },
    select: { email: true },
  });
  const done = new Set(sent.map(({ email }) => email));
  return drafts.filter(({ email }) => !done.has(email));
}

type Unfinished = Awaited<ReturnType<typeof listUnfinished>>[number] & { role: FormRole; reminder: string };

async function remind(cycle: Cycle, { email, language, role, reminder }: Unfinished, now: Date): Promise<boolean> {
  const { organizationId } = cycle;
  const message = inLanguage(languageIn(language), () =>
    unfinishedMail(
      {
        cycleName: fullName(cycle),
        until: formatInstant(closingFor(cycle, role), cycle.timeZone),
        resumeUrl: `${appUrl()}${paths.resume()}`,
      },
      signatureOf(cycle),
    ),
  );
  // One for each address and cycle, whatever the number of forms they began.
  const key = `reminder:${reminder}:${cycle.id}:${email}`;
  return db.$transaction((tx) =>
    enqueue(tx, { ...message, organizationId, key, kind: 'reminder', to: { address: email } }, now),
  );
}

/** Reminds, once, everybody who began a form and did not send it, and nobody at night. @returns how many mails were queued */
export async function remindUnfinished(actor: Actor, now: Date): Promise<number> {
  authorize(actor, 'reminder.send', {}, now);
  let count = 0;
  const cycles = await openCycles(now);
  for (const cycle of cycles.filter(({ timeZone }) => !isQuiet(now, timeZone)))
    for (const role of FORM_ROLES)
      for (const { key } of dueReminders(cycle, role, now))
        for (const draft of await listUnfinished(cycle.id, role, now))
          if (await remind(cycle, { ...draft, role, reminder: key }, now)) count++;
  return count;
}
