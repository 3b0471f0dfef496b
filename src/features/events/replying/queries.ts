import { findMailed } from '@/features/pairs/links/queries';
import { findInvitation, type Invitation } from '../queries';

/** An event as somebody sees it, and the page on which they do. */
export type Place = { invitation: Invitation; href: string; fileHref: string; byLink: boolean };

/** The event behind a mailed link as the person sees it to whom it was mailed; null when the link has ended. */
export async function findByLink(token: string, now: Date) {
  const mailed = await findMailed(token, 'event', now);
  return mailed && findInvitation(mailed.personId, mailed.subjectId, now);
}
