import { createCode, spendCode, type CodeDice } from '@/auth/codes';
import { db, type Tx } from '@/db/client';
import { enqueueJob } from '@/db/jobs';
import type { Language } from '@/domain/language';
import { Refusal } from '@/domain/refusal';
import { newId } from '@/lib/id';
import { inLanguage } from '@/lib/language';
import type { Signature } from '@/mail/compose';
import { enqueue } from '@/mail/outbox';
import { copyCodeMail } from '@/mail/templates/identity-mails';
import { newCopyKey, openCopy, type CopyContent } from '@/vault/copies';
import { ownedBy, type Owner } from '../queries';

/** A browser whose address is proven. */
export type ProvenOwner = Owner & { personId: string; email: string };

const HOUR_MS = 3_600_000;
const PURPOSE = 'copy';

type Asking = {
  owner: ProvenOwner;
  organizationId: string;
  language: Language;
  cycleName: string;
  signature: Signature;
};
/** Mails a fresh code to the person's own address: being signed in is not enough for a copy. */
export async function askForCopyCode(asking: Asking, dice: CodeDice, now: Date): Promise<void> {
  const { owner, organizationId, language, cycleName, signature } = asking;
  const { email, personId } = owner;
  await db.$transaction(async (tx) => {
    const id = await createCode(tx, { organizationId, purpose: PURPOSE, email, about: personId }, dice, now);
    const message = inLanguage(language, () => copyCodeMail(cycleName, dice.code, signature));
    await enqueue(
      tx,
      { ...message, organizationId, key: `copy-code:${id}`, kind: 'sign_in', to: { address: email }, personId },
      now,
    );
  });
}

type Typed = { owner: ProvenOwner; organizationId: string; code: string; secret: string };

async function applicationsOf(tx: Tx, owner: ProvenOwner): Promise<string[]> {
  const rows = await tx.application.findMany({
    where: { OR: [{ personId: owner.personId }, { personId: null, draft: ownedBy(owner) }] },
    select: { id: true },
    orderBy: { id: 'asc' },
  });
  return rows.map(({ id }) => id);
}

/**
 * Has the worker make a copy, for a key that only the asking browser gets.
 *
 * @returns the copy's id, and the secret for the browser's cookie
 * @throws {Refusal} `token.invalid`
 */
export async function startCopy(typed: Typed, now: Date): Promise<{ copyId: string; copySecret: string }> {
  const { owner, organizationId, ...code } = typed;
  const spent = await db.$transaction((tx) =>
    spendCode(tx, { ...code, email: owner.email }, { purpose: PURPOSE, about: owner.personId }, now),
  );
  if (!spent) throw new Refusal('token.invalid');
  const { publicKey, secret } = newCopyKey();
  const copyId = newId(now);
  await db.$transaction(async (tx) => {
    await tx.sealedCopy.create({
      data: {
        id: copyId,
        organizationId,
        kind: 'export',
        personId: owner.personId,
        applicationIds: await applicationsOf(tx, owner),
        publicKey,
        askedAt: now,
        expiresAt: new Date(now.getTime() + HOUR_MS),
      },
    });
    await enqueueJob(tx, 'make-sealed-copy', { copyId }, `make-sealed-copy:${copyId}`);
  });
  return { copyId, copySecret: secret };
}

type Reading = { owner: ProvenOwner; copyId: string; copySecret: string };

/**
 * Opens a copy and deletes it: it is shown once.
 *
 * @throws {Refusal} `copy.gone`
 */
export async function takeCopyOnce({ owner, copyId, copySecret }: Reading, now: Date): Promise<CopyContent> {
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM sealed_copies WHERE id = ${copyId}::uuid FOR UPDATE`;
    const copy = await tx.sealedCopy.findFirst({
      where: { id: copyId, kind: 'export', state: 'made', personId: owner.personId, expiresAt: { gt: now } },
      select: { id: true, organizationId: true, personId: true, sealed: true },
    });
    const content = copy?.sealed ? openCopy(copy.sealed, copySecret, copy) : null;
    if (!content) throw new Refusal('copy.gone');
    await tx.sealedCopy.update({ where: { id: copyId }, data: { state: 'shown', sealed: null, shownAt: now } });
    return content;
  });
}
