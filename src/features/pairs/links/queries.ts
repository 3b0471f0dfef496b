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
