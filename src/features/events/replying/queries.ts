import { db } from '@/db/client';
import { hashToken } from '@/lib/token';
import { findInvitation, type Invitation } from '../queries';

/** An event as somebody sees it, and the page on which they do. */
export type Place = { invitation: Invitation; href: string; fileHref: string; byLink: boolean };

/**
 * The event behind a mailed link as the person sees it to whom it was mailed; null when the link has ended. An address that was
 * joined with another leads to the person who has both.
 */
export async function findByLink(token: string, now: Date) {
  const link = await db.token.findFirst({
    where: { tokenHash: hashToken(token), purpose: 'event', expiresAt: { gt: now } },
    select: { organizationId: true, email: true, subjectId: true },
  });
  if (!link?.organizationId || !link.subjectId) return null;
  const { organizationId, email } = link;
  const person = await db.person.findUnique({
    where: { organizationId_email: { organizationId, email } },
    select: { id: true, mergedIntoId: true },
  });
  return person && findInvitation(person.mergedIntoId ?? person.id, link.subjectId, now);
}
