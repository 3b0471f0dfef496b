import { createHash } from 'node:crypto';
import type { Answers } from '@/domain/answers';
import { readSigned, signed } from '@/lib/token';
import { canonical } from '../schema';

/** A short mark of the answers a page was drawn with. */
export const markOf = (answers: Answers): string =>
  createHash('sha256').update(canonical(answers)).digest('base64url').slice(0, 16);

/** When this form was opened, signed for this draft: it decides the grace after a deadline. */
export const openedMark = (draftId: string, openedAt: Date, secret: string): string =>
  signed(`${draftId}.${openedAt.getTime()}`, secret);

/** The time in a mark made for this draft; null for any other text. */
export function openedAtOf(mark: string, draftId: string, secret: string): Date | null {
  const [id, at] = (readSigned(mark, secret) ?? '').split('.');
  return id === draftId && at && /^\d+$/.test(at) ? new Date(Number(at)) : null;
}
