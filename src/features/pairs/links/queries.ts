import { db } from '@/db/client';
import { hashToken } from '@/lib/token';

/** Whether a mailed link to a pair still opens it. */
export const isLivePairLink = async (token: string, now: Date): Promise<boolean> =>
  (await db.token.count({
    where: { tokenHash: hashToken(token), purpose: 'pair', usedAt: null, expiresAt: { gt: now } },
  })) > 0;

/** How addresses name the pair behind a link; null when it is gone. */
export async function findLinkedName(matchId: string | null): Promise<string | null> {
  if (!matchId) return null;
  const row = await db.match.findUnique({ where: { id: matchId }, select: { id: true, reference: true } });
  return row && (row.reference?.toLowerCase() ?? row.id);
}

/**
 * Whom a link of a mail was sent to, and what it is about; null when it has ended. An address that was joined with another leads
 * to the person who has both. Looking spends nothing.
 */
export async function findMailed(token: string, purpose: 'pair_nudge' | 'event', now: Date) {
  const link = await db.token.findFirst({
    where: { tokenHash: hashToken(token), purpose, expiresAt: { gt: now } },
    select: { organizationId: true, email: true, subjectId: true },
  });
  if (!link?.organizationId || !link.subjectId) return null;
  const { organizationId, email, subjectId } = link;
  const person = await db.person.findUnique({
    where: { organizationId_email: { organizationId, email } },
    select: { id: true, mergedIntoId: true },
  });
  return person && { personId: person.mergedIntoId ?? person.id, subjectId };
}
