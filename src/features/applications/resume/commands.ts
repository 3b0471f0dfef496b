import { createCode, spendCode, type CodeDice, type TypedCode } from '@/auth/codes';
import { createSession, IDLE_MINUTES } from '@/auth/sessions';
import { db, type Tx } from '@/db/client';
import { recordEvent } from '@/db/events';
import type { Language } from '@/domain/language';
import { Refusal } from '@/domain/refusal';
import { appUrl } from '@/lib/env';
import { newId } from '@/lib/id';
import { inLanguage } from '@/lib/language';
import { paths } from '@/lib/paths';
import { hashToken } from '@/lib/token';
import type { Signature } from '@/mail/compose';
import { enqueue } from '@/mail/outbox';
import { resumeLinkMail } from '@/mail/templates/resume-link';
import { moveDrafts } from '../drafts/commands';

export const resumeUrl = (token: string): string => `${appUrl()}${paths.resumeLink(token)}`;

type Way = { organizationId: string | null; email: string; draftId: string | null };

/** Makes a way back to a draft, or to the status page when `draftId` is null. @returns its id */
export const createResumeToken = (tx: Tx, { organizationId, email, draftId }: Way, dice: CodeDice, now: Date) =>
  createCode(tx, { organizationId, purpose: 'resume', email, about: draftId }, dice, now);

type Mailing = Way & {
  organizationId: string;
  cycleName: string;
  signature: Signature;
  started: boolean;
  /** Of the form it leads to. */ language: Language;
};

/** Queues the mail with link and code, in the transaction that causes it. */
export async function sendResumeLink(tx: Tx, way: Mailing, secrets: CodeDice, now: Date): Promise<void> {
  const id = await createResumeToken(tx, way, secrets, now);
  const { organizationId, email, draftId, cycleName, signature, started, language } = way;
  const message = inLanguage(language, () =>
    resumeLinkMail(
      {
        cycleName,
        started,
        code: secrets.code,
        link: resumeUrl(secrets.token),
        askAgain: `${appUrl()}${paths.resume()}`,
      },
      signature,
    ),
  );
  await enqueue(
    tx,
    { ...message, organizationId, key: `resume:${draftId ?? email}:${id}`, kind: 'resume', to: { address: email } },
    now,
  );
}

type Asked = {
  email: string;
  /** Where the way leads; null when the address has nothing here. */ way: Omit<Mailing, 'email' | 'started'> | null;
  mail: boolean;
};

/** Sends the way back if there is something to come back to. An unknown address leaves the same row and gets no mail. */
export async function askForWayBack({ email, way, mail }: Asked, secrets: CodeDice, now: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    if (way && mail) await sendResumeLink(tx, { ...way, email, started: false }, secrets, now);
    else await createResumeToken(tx, { organizationId: null, email, draftId: null }, secrets, now);
  });
}

type Spent = { organizationId: string | null; email: string; subjectId: string | null };
export type Opened = { cookieToken: string; /** What the link was about. */ subjectId: string | null };

/** The link or code was used: the address is proven, and this browser gets a session of its own. */
async function proveAddress(
  tx: Tx,
  { organizationId, email, subjectId }: Spent,
  sessionId: string | null,
  now: Date,
): Promise<Opened> {
  if (!organizationId) throw new Refusal('token.invalid');
  const person = await tx.person.upsert({
    where: { organizationId_email: { organizationId, email } },
    create: { id: newId(now), organizationId, email, name: '', createdAt: now, emailProvenAt: now },
    update: {},
    select: { id: true, email: true, mergedInto: { select: { id: true, email: true } } },
  });
  // Two addresses of one person lead to the same applications.
  const { id: personId, email: known } = person.mergedInto ?? person;
  if (known !== email) await moveDrafts(tx, organizationId, { from: email, to: known });
  await tx.person.updateMany({ where: { id: person.id, emailProvenAt: null }, data: { emailProvenAt: now } });
  await tx.application.updateMany({ where: { organizationId, email: known, provenAt: null }, data: { provenAt: now } });
  const session = await createSession(
    tx,
    { kind: 'participant', personId, email: known, idleMinutes: IDLE_MINUTES.participant },
    now,
  );
  if (sessionId) {
    await tx.draft.updateMany({ where: { sessionId }, data: { sessionId: session.id } });
    await tx.session.deleteMany({ where: { id: sessionId } });
  }
  const actor = { kind: 'participant', personId } as const;
  await recordEvent(tx, {
    actor,
    organizationId,
    subjectType: 'person',
    subjectId: personId,
    action: 'address.proven',
    at: now,
  });
  return { cookieToken: session.token, subjectId };
}

const spentColumns = { organizationId: true, email: true, subjectId: true } as const;

/**
 * @param purpose what the link was made for: a way back to a form, the page of a pair, or a form begun for somebody
 * @throws {Refusal} `token.invalid`
 */
export const openByLink = (
  token: string,
  sessionId: string | null,
  now: Date,
  purpose: 'resume' | 'pair' | 'carried' = 'resume',
): Promise<Opened> =>
  db.$transaction(async (tx) => {
    const where = { tokenHash: hashToken(token), purpose, usedAt: null, expiresAt: { gt: now } };
    const [spent] = await tx.token.updateManyAndReturn({ where, data: { usedAt: now }, select: spentColumns });
    if (!spent) throw new Refusal('token.invalid');
    return proveAddress(tx, spent, sessionId, now);
  });

/** @throws {Refusal} `token.invalid` */
export async function openByCode(typed: TypedCode, sessionId: string | null, now: Date): Promise<Opened> {
  const opened = await db.$transaction(async (tx) => {
    const spent = await spendCode(tx, typed, { purpose: 'resume' }, now);
    return spent?.organizationId ? proveAddress(tx, spent, sessionId, now) : null;
  });
  if (!opened) throw new Refusal('token.invalid');
  return opened;
}
