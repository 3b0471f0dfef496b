import type { Tx } from '@/db/client';
import { appUrl } from '@/lib/env';
import { newId } from '@/lib/id';
import { paths } from '@/lib/paths';
import { hashCode, hashToken, newCode, newToken } from '@/lib/token';
import type { Signature } from '@/mail/compose';
import { enqueue } from '@/mail/outbox';
import { resumeLinkMail } from '@/mail/templates/resume-link';

const HOUR_MS = 3_600_000;

export type ResumeSecrets = { token: string; code: string; secret: string };

/** The dice for one link and code, thrown at the edge. */
export const newResumeSecrets = (secret: string): ResumeSecrets => ({ token: newToken(), code: newCode(), secret });

export const resumeUrl = (token: string): string => `${appUrl()}${paths.resumeLink(token)}`;

type Way = { organizationId: string | null; email: string; draftId: string | null };

/** Makes a way back to a draft, or to the status page when `draftId` is null. Lasts 60 minutes. @returns its id */
export async function createResumeToken(tx: Tx, { organizationId, email, draftId }: Way, { token, code, secret }: ResumeSecrets, now: Date): Promise<string> {
  const id = newId(now);
  await tx.token.create({
    data: {
      id, organizationId, purpose: 'resume', email, subjectId: draftId, tokenHash: hashToken(token), codeHash: hashCode(code, email, secret),
      createdAt: now, expiresAt: new Date(now.getTime() + HOUR_MS),
    },
  });
  return id;
}

type Mailing = Way & { organizationId: string; cycleName: string; signature: Signature; started: boolean };

/** Queues the mail with link and code, in the transaction that causes it. */
export async function sendResumeLink(tx: Tx, way: Mailing, secrets: ResumeSecrets, now: Date): Promise<void> {
  const id = await createResumeToken(tx, way, secrets, now);
  const { organizationId, email, draftId, cycleName, signature, started } = way;
  const message = resumeLinkMail({ cycleName, started, code: secrets.code, link: resumeUrl(secrets.token), askAgain: `${appUrl()}${paths.resume()}` }, signature);
  await enqueue(tx, { ...message, organizationId, key: `resume:${draftId ?? email}:${id}`, kind: 'resume', to: { address: email } }, now);
}
