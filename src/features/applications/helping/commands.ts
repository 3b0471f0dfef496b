import { type CodeDice } from '@/auth/codes';
import { db, type Tx } from '@/db/client';
import { recordEvent } from '@/db/events';
import type { UserActor } from '@/domain/actor';
import { moved } from '@/domain/application';
import { isOpenFor } from '@/domain/cycle';
import { dayOf } from '@/domain/dates';
import { languageIn } from '@/domain/language';
import { authorize } from '@/domain/permissions';
import { Refusal } from '@/domain/refusal';
import { findCycle } from '@/features/programs/queries';
import { appUrl } from '@/lib/env';
import { newId } from '@/lib/id';
import { inLanguage } from '@/lib/language';
import { paths } from '@/lib/paths';
import { signatureOf, signedColumns } from '@/mail/compose';
import { enqueue } from '@/mail/outbox';
import { enteredForYouMail, reinstatedMail } from '@/mail/templates/helping';
import { fullName, makeDraft } from '../commands';
import { extended } from '../queries';
import { createResumeToken, resumeUrl } from '../resume/commands';
import { findPermit } from './queries';
import type { EnterInput, NoteInput, ReinstateInput } from './schema';

/** The application, locked after its form as everywhere, and asked whether this person of staff may help with it. @throws {Refusal} `actor.forbidden` */
export async function lockForHelp(tx: Tx, actor: UserActor, applicationId: string, now: Date) {
  await tx.$queryRaw`SELECT d.id FROM drafts d JOIN applications a ON a.draft_id = d.id
    WHERE a.id = ${applicationId}::uuid FOR UPDATE OF d`;
  await tx.$queryRaw`SELECT id FROM applications WHERE id = ${applicationId}::uuid FOR UPDATE`;
  const found = await tx.application.findUnique({
    where: { id: applicationId },
    select: {
      id: true,
      organizationId: true,
      cycleId: true,
      draftId: true,
      personId: true,
      role: true,
      state: true,
      reference: true,
      email: true,
      language: true,
      version: true,
      cycle: {
        select: {
          name: true,
          code: true,
          programId: true,
          timeZone: true,
          releasedAt: true,
          program: { select: signedColumns },
        },
      },
    },
  });
  if (!found || found.email === actor.email) throw new Refusal('actor.forbidden');
  authorize(actor, 'application.help', { programId: found.cycle.programId, personId: found.personId }, now);
  return found;
}
export type LockedHelp = Awaited<ReturnType<typeof lockForHelp>>;

/** Keeps what was said. @throws {Refusal} `help.future_day` */
export async function addContactNote(
  actor: UserActor,
  { applicationId, how, day, text }: NoteInput,
  now: Date,
): Promise<void> {
  await db.$transaction(async (tx) => {
    const { organizationId, cycle } = await lockForHelp(tx, actor, applicationId, now);
    if (day > dayOf(now, cycle.timeZone)) throw new Refusal('help.future_day');
    await tx.contactNote.create({
      data: {
        id: newId(now),
        organizationId,
        applicationId,
        how,
        day: new Date(`${day}T00:00:00Z`),
        text,
        createdById: actor.userId,
        createdAt: now,
      },
    });
  });
}

/** One person counts once in a role. @throws {Refusal} `help.applied_again` */
async function assertAlone(tx: Tx, { id, cycleId, role, personId, email }: LockedHelp): Promise<void> {
  const others = await tx.application.count({
    where: {
      id: { not: id },
      cycleId,
      role,
      OR: [{ email }, ...(personId ? [{ personId }] : [])],
      state: { notIn: ['draft', 'withdrawn'] },
    },
  });
  if (others > 0) throw new Refusal('help.applied_again');
}

/**
 * Puts back what was withdrawn by mistake; the person hears of it.
 *
 * @throws {Refusal} `application.wrong_status` for what was never sent or is not withdrawn, `help.released`, `help.applied_again`
 */
export async function reinstate(actor: UserActor, { applicationId, reason }: ReinstateInput, now: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    const locked = await lockForHelp(tx, actor, applicationId, now);
    const { organizationId, cycleId, reference, email, personId, cycle, version } = locked;
    if (locked.state !== 'withdrawn' || reference === null) throw new Refusal('application.wrong_status');
    if (cycle.releasedAt !== null) throw new Refusal('help.released');
    await assertAlone(tx, locked);
    await tx.application.update({
      where: { id: applicationId },
      data: {
        state: moved('withdrawn', 'reinstate'),
        withdrawnAt: null,
        withdrawReason: '',
        version: { increment: 1 },
      },
    });
    await recordEvent(tx, {
      actor,
      organizationId,
      cycleId,
      subjectType: 'application',
      subjectId: applicationId,
      action: 'application.reinstated',
      reason,
      at: now,
    });
    const key = `reinstated:${applicationId}:${version}`;
    const to = { address: email };
    const message = inLanguage(languageIn(locked.language), () =>
      reinstatedMail(
        { cycleName: fullName(cycle), reference, statusUrl: `${appUrl()}${paths.status()}` },
        signatureOf(cycle),
      ),
    );
    await enqueue(tx, { ...message, organizationId, key, kind: 'helped', to, personId }, now);
  });
}

/**
 * Begins a form for somebody who told staff on the phone or on paper, and mails them the way in.
 *
 * @returns the id of its first application
 * @throws {Refusal} `help.not_open`, `help.applied_again` when this address has a form of this role, begun or sent
 */
export async function enterFor(
  actor: UserActor,
  { cycle: code, email, role, reason }: EnterInput,
  secrets: CodeDice,
  now: Date,
): Promise<string> {
  const cycle = await findCycle(code, now);
  if (!cycle || email === actor.email) throw new Refusal('actor.forbidden');
  authorize(actor, 'application.help', { programId: cycle.program.id, personId: null }, now);
  const { id: cycleId, organizationId } = cycle;
  const permit = await findPermit(cycleId, email, role);
  if (!isOpenFor(extended(cycle, permit), role, now)) throw new Refusal('help.not_open');
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`enter ${cycleId} ${email}`}, 0))::text`;
    const known = { cycleId, email, role, applications: { some: { state: { not: 'withdrawn' } } } };
    if ((await tx.draft.count({ where: known })) > 0) throw new Refusal('help.applied_again');
    const draftId = await makeDraft(tx, { cycle, role, email, sessionId: null, actor, language: 'en' }, now);
    await tx.draft.update({ where: { id: draftId }, data: { enteredById: actor.userId } });
    const event = { subjectType: 'draft', subjectId: draftId, action: 'draft.entered', reason, at: now };
    await recordEvent(tx, { actor, organizationId, cycleId, ...event });
    await createResumeToken(tx, { organizationId, email, draftId }, secrets, now);
    const message = enteredForYouMail(
      {
        cycleName: fullName(cycle),
        staff: actor.name,
        link: resumeUrl(secrets.token),
        code: secrets.code,
        askAgain: `${appUrl()}${paths.resume()}`,
      },
      signatureOf(cycle),
    );
    const to = { address: email };
    await enqueue(tx, { ...message, organizationId, key: `entered:${draftId}`, kind: 'resume', to }, now);
    const first = await tx.application.findFirstOrThrow({
      where: { draftId },
      select: { id: true },
      orderBy: { role: 'desc' },
    });
    return first.id;
  });
}
