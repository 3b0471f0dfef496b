import type { Tx } from '@/db/client';
import { keepLink } from '@/db/links';
import { appUrl } from '@/lib/env';
import { paths } from '@/lib/paths';

const LINK_DAYS = 30;
const DAY_MS = 86_400_000;

type Linking = { organizationId: string; email: string; matchId: string; token: string };

/** Keeps a link that opens a pair once, in the transaction that mails it. */
export async function createPairLink(tx: Tx, { organizationId, email, matchId, token }: Linking, now: Date) {
  const until = new Date(now.getTime() + LINK_DAYS * DAY_MS);
  await keepLink(tx, { purpose: 'pair', organizationId, email, subjectId: matchId, token, until }, now);
}

export const pairUrl = (token: string): string => `${appUrl()}${paths.pairLink(token)}`;
