import { type CodeDice } from '@/auth/codes';
import { db, type Tx } from '@/db/client';
import { recordEvent } from '@/db/events';
import type { UserActor } from '@/domain/actor';
import { languageIn } from '@/domain/language';
import { Refusal } from '@/domain/refusal';
import { appUrl } from '@/lib/env';
import { inLanguage } from '@/lib/language';
import { paths } from '@/lib/paths';
import { signatureOf } from '@/mail/compose';
import { enqueue } from '@/mail/outbox';
import { addressLeftMail, addressTakenMail } from '@/mail/templates/helping';
import { fullName } from '../../commands';
import { moveDrafts } from '../../drafts/commands';
import { createResumeToken, resumeUrl } from '../../resume/commands';
import { lockForHelp, type LockedHelp } from '../commands';
import type { MoveAddressInput } from '../schema';

/** A person is known by one address; nobody has proven the new one. @throws {Refusal} `help.address_taken`, `help.signs_in` */
async function movePerson(tx: Tx, organizationId: string, personId: string, email: string): Promise<string> {
  const person = await tx.person.findUniqueOrThrow({
    where: { id: personId },
    select: { id: true, email: true, user: { select: { id: true } } },
  });
  if (person.user) throw new Refusal('help.signs_in');
  await tx.person.update({ where: { id: personId }, data: { email, emailProvenAt: null } });
  // Whoever reads the old mailbox is signed out; links to it open nothing more.
  await tx.session.deleteMany({ where: { personId, kind: 'participant' } });
  await tx.application.updateMany({ where: { personId, organizationId }, data: { email, provenAt: null } });
  return person.email;
}

async function endOldLinks(tx: Tx, email: string, now: Date): Promise<void> {
  await tx.token.updateMany({ where: { email, purpose: 'resume', usedAt: null }, data: { usedAt: now } });
}

/** Letters of a release that have not left yet go to the new address. */
const moveLetters = (tx: Tx, personId: string, email: string) =>
  tx.outboxMessage.updateMany({
    where: { personId, kind: 'outcome', state: { in: ['held', 'queued', 'deferred'] } },
    data: { toAddress: email },
  });

async function tellBoth(
  tx: Tx,
  { organizationId, draftId, cycle, personId, version, id, language }: LockedHelp,
  { from, to }: { from: string; to: string },
  secrets: CodeDice,
  now: Date,
): Promise<void> {
  const cycleName = fullName(cycle);
  await createResumeToken(tx, { organizationId, email: to, draftId }, secrets, now);
  const [left, taken] = inLanguage(
    languageIn(language),
    () =>
      [
        addressLeftMail({ cycleName }, signatureOf(cycle)),
        addressTakenMail(
          { cycleName, link: resumeUrl(secrets.token), code: secrets.code, askAgain: `${appUrl()}${paths.resume()}` },
          signatureOf(cycle),
        ),
      ] as const,
  );
  const key = `moved:${id}:${version}`;
  const shared = { organizationId, personId };
  await enqueue(tx, { ...left, ...shared, key: `${key}:left`, kind: 'helped', to: { address: from } }, now);
  await enqueue(tx, { ...taken, ...shared, key: `${key}:taken`, kind: 'resume', to: { address: to } }, now);
}

type Moving = { organizationId: string; personId: string | null; from: string; to: string };

/**
 * Whoever is known by `from` is known by `to` from now on, with all forms and all letters that have not left yet.
 *
 * @throws {Refusal} `help.address_taken`, `help.signs_in`
 */
export async function moveEverything(tx: Tx, { organizationId, personId, from, to }: Moving, now: Date): Promise<void> {
  const isTaken =
    (await tx.person.count({ where: { organizationId, email: to } })) +
    (await tx.draft.count({ where: { organizationId, email: to } }));
  if (isTaken > 0) throw new Refusal('help.address_taken');
  if (personId) {
    await movePerson(tx, organizationId, personId, to);
    await moveLetters(tx, personId, to);
  }
  await moveDrafts(tx, organizationId, { from, to });
  await endOldLinks(tx, from, now);
}

/**
 * Writes to another address from now on: all forms of the old one come along, and both addresses are told.
 *
 * @throws {Refusal} `help.same_address`, `help.address_taken`, `help.signs_in`
 */
export async function moveAddress(
  actor: UserActor,
  { applicationId, email, reason }: MoveAddressInput,
  secrets: CodeDice,
  now: Date,
): Promise<void> {
  await db.$transaction(async (tx) => {
    const locked = await lockForHelp(tx, actor, applicationId, now);
    const { organizationId, personId, cycleId, email: from } = locked;
    if (email === from) throw new Refusal('help.same_address');
    await moveEverything(tx, { organizationId, personId, from, to: email }, now);
    await tx.application.update({ where: { id: applicationId }, data: { email, version: { increment: 1 } } });
    await recordEvent(tx, {
      actor,
      organizationId,
      cycleId,
      subjectType: 'application',
      subjectId: applicationId,
      action: 'application.address_moved',
      reason,
      at: now,
    });
    await tellBoth(tx, locked, { from, to: email }, secrets, now);
  });
}
