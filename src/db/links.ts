import { newId } from '@/lib/id';
import { hashToken } from '@/lib/token';
import type { Tx } from './client';

/** What a link of a mail is good for. */
export type LinkPurpose =
  'carried' | 'carry' | 'confirm_match' | 'event' | 'interest' | 'pair' | 'pair_nudge' | 'proposal';

export type MailedLink = {
  purpose: LinkPurpose;
  organizationId: string;
  /** Whose mailbox it goes to. */
  email: string;
  subjectId: string;
  token: string;
  until: Date;
};

/** Keeps the link of a mail, in the transaction that queues the mail. Only the token's hash is kept. */
export async function keepLink(tx: Tx, { token, until, ...link }: MailedLink, now: Date): Promise<void> {
  await tx.token.create({
    data: { id: newId(now), ...link, tokenHash: hashToken(token), createdAt: now, expiresAt: until },
  });
}
