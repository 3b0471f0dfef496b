import type { Tx } from '@/db/client';
import { appUrl } from '@/lib/env';
import { newId } from '@/lib/id';
import { paths } from '@/lib/paths';
import { hashToken } from '@/lib/token';

const LINK_DAYS = 30;
const DAY_MS = 86_400_000;

type Linking = { organizationId: string; email: string; matchId: string; token: string };

/** Keeps a link that opens a pair once, in the transaction that mails it. */
export async function createPairLink(tx: Tx, { organizationId, email, matchId, token }: Linking, now: Date) {
  const expiresAt = new Date(now.getTime() + LINK_DAYS * DAY_MS);
  const link = { purpose: 'pair', tokenHash: hashToken(token), email, subjectId: matchId };
  await tx.token.create({ data: { id: newId(now), organizationId, ...link, createdAt: now, expiresAt } });
}

export const pairUrl = (token: string): string => `${appUrl()}${paths.pairLink(token)}`;
