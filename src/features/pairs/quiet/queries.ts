import { db } from '@/db/client';
import { hashToken } from '@/lib/token';
import { findPair } from '../home/queries';

/**
 * The pair behind the link of a reminder, as the person it was mailed to sees it; null when the link has ended. An address that
 * was joined with another leads to the person who has both.
 */
export async function findNudged(token: string, now: Date) {
  const link = await db.token.findFirst({
    where: { tokenHash: hashToken(token), purpose: 'pair_nudge', expiresAt: { gt: now } },
    select: { organizationId: true, email: true, subjectId: true },
  });
  if (!link?.organizationId || !link.subjectId) return null;
  const { organizationId, email } = link;
  const person = await db.person.findUnique({
    where: { organizationId_email: { organizationId, email } },
    select: { id: true, mergedIntoId: true },
  });
  return person && findPair(person.mergedIntoId ?? person.id, link.subjectId);
}

/** Whether somebody is reminded about their pairs. */
export const wantsNudges = async (personId: string): Promise<boolean> =>
  (await db.nudgeOptOut.count({ where: { personId } })) === 0;
