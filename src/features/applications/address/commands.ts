import { type CodeDice } from '@/auth/codes';
import { db, type Tx } from '@/db/client';
import { recordEvent } from '@/db/events';
import { textOf } from '@/domain/answers';
import { APPLICATION_STATES, moved } from '@/domain/application';
import { languageIn } from '@/domain/language';
import { Refusal } from '@/domain/refusal';
import type { CycleView } from '@/features/programs/queries';
import { appUrl } from '@/lib/env';
import { newId } from '@/lib/id';
import { inLanguage } from '@/lib/language';
import { paths } from '@/lib/paths';
import { enqueue } from '@/mail/outbox';
import { REFERENCES, between, duplicateMail } from '@/mail/templates/application-mails';
import { actorOf, fullName } from '../commands';
import { lockDraft } from '../drafts/commands';
import type { DraftView, Owner } from '../queries';
import { createResumeToken, resumeUrl, sendResumeLink } from '../resume/commands';
import { signatureOf, type MessageText } from '@/mail/compose';

type NewAddress = {
  cycle: CycleView;
  owner: Owner;
  draftId: string;
  email: string;
  /** False past the day's limit for an unproven address. */ mail: boolean;
};

const isSent = ({ state }: { state: string }) => state !== 'draft' && state !== 'withdrawn';

const findPerson = async (tx: Tx, { cycle, email }: NewAddress, name: string, now: Date): Promise<string> => {
  const { organizationId } = cycle;
  const where = { organizationId_email: { organizationId, email } };
  return (
    await tx.person.upsert({
      where,
      create: { id: newId(now), organizationId, email, name, createdAt: now },
      update: {},
      select: { id: true },
    })
  ).id;
};

/** The mail that asks which counts; its references are known already. */
function duplicateOf({ cycle }: NewAddress, draft: DraftView, secrets: CodeDice): MessageText {
  const links = {
    cycleName: fullName(cycle),
    statusUrl: `${appUrl()}${paths.status()}`,
    proveUrl: resumeUrl(secrets.token),
  };
  const { text, html, ...rest } = duplicateMail(links, signatureOf(cycle));
  const references = draft.applications
    .map(({ reference }) => reference)
    .filter(Boolean)
    .join(between());
  return {
    ...rest,
    text: text.replaceAll(REFERENCES, references),
    html: html.replaceAll(REFERENCES, references),
  };
}

/** The address already has an application in a role of this form: this one waits, and only the mail says so. */
async function setAside(tx: Tx, change: NewAddress, draft: DraftView, secrets: CodeDice, now: Date): Promise<void> {
  const { cycle, email } = change;
  for (const { id, state } of draft.applications.filter(isSent)) {
    const from = APPLICATION_STATES.find((one) => one === state) ?? 'draft';
    await tx.application.update({ where: { id }, data: { state: moved(from, 'set_aside'), personId: null } });
  }
  await tx.draft.update({ where: { id: draft.id }, data: { duplicateAt: now } });
  await createResumeToken(tx, { organizationId: cycle.organizationId, email, draftId: draft.id }, secrets, now);
  const written = inLanguage(languageIn(draft.language), () => duplicateOf(change, draft, secrets));
  await enqueue(
    tx,
    {
      ...written,
      organizationId: cycle.organizationId,
      key: `duplicate:${draft.id}:${email}`,
      kind: 'duplicate',
      to: { address: email },
    },
    now,
  );
}

/**
 * Puts right an address that nobody has proven: the whole form moves to the new one.
 *
 * @throws {Refusal} `application.wrong_status` once the address is proven
 */
export async function changeAddress(change: NewAddress, secrets: CodeDice, now: Date): Promise<void> {
  const { cycle, owner, draftId, email, mail } = change;
  await db.$transaction(async (tx) => {
    const draft = await lockDraft(tx, draftId, owner);
    if (draft.email === email) return;
    if ((await tx.application.count({ where: { draftId, provenAt: { not: null } } })) > 0) {
      throw new Refusal('application.wrong_status', 'This address is confirmed; staff can change it for you.');
    }
    const roles = draft.applications.filter(isSent).map(({ role }) => role);
    const personId = roles.length > 0 ? await findPerson(tx, change, textOf(draft.answers, 'name'), now) : null;
    const taken =
      personId === null
        ? 0
        : await tx.application.count({
            where: { cycleId: cycle.id, personId, role: { in: roles }, state: { notIn: ['draft', 'withdrawn'] } },
          });
    await tx.token.updateMany({ where: { subjectId: draftId, usedAt: null }, data: { usedAt: now } });
    if (taken > 0) await setAside(tx, change, draft, secrets, now);
    await tx.draft.update({ where: { id: draftId }, data: { email, updatedAt: now } });
    await tx.application.updateMany({
      where: { draftId },
      data: { email, ...(personId && taken === 0 ? { personId } : {}) },
    });
    await recordEvent(tx, {
      actor: actorOf(owner),
      organizationId: cycle.organizationId,
      cycleId: cycle.id,
      subjectType: 'draft',
      subjectId: draftId,
      action: 'draft.address_changed',
      at: now,
    });
    const way = {
      organizationId: cycle.organizationId,
      email,
      draftId,
      cycleName: fullName(cycle),
      signature: signatureOf(cycle),
      started: true,
      language: languageIn(draft.language),
    };
    if (taken === 0 && mail) await sendResumeLink(tx, way, secrets, now);
  });
}
