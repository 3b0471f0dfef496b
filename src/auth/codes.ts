import type { Tx } from '@/db/client';
import { newId } from '@/lib/id';
import { hashCode, hashToken, newCode, newToken } from '@/lib/token';

const HOUR_MS = 3_600_000;

/** The dice for one mailed link and code, thrown at the edge. */
export type CodeDice = { token: string; code: string; secret: string };
export const newCodeDice = (secret: string): CodeDice => ({ token: newToken(), code: newCode(), secret });

type CodeFor = { organizationId: string | null; purpose: string; email: string; about?: string | null };

/** Keeps the hashes of a link and a code that work for 60 minutes, because library mail is slow. @returns its id */
export async function createCode(
  tx: Tx,
  { organizationId, purpose, email, about = null }: CodeFor,
  { token, code, secret }: CodeDice,
  now: Date,
): Promise<string> {
  const id = newId(now);
  const [tokenHash, codeHash] = [hashToken(token), hashCode(code, email, secret)];
  const expiresAt = new Date(now.getTime() + HOUR_MS);
  const times = { createdAt: now, expiresAt };
  await tx.token.create({
    data: { id, organizationId, purpose, email, subjectId: about, tokenHash, codeHash, ...times },
  });
  return id;
}

/** This many wrong ones, and a code is dead. */
const WRONG_TRIES = 5;

export type TypedCode = { email: string; code: string; secret: string };
type Spent = { organizationId: string | null; email: string; subjectId: string | null };

/**
 * Spends a mailed code of this purpose. Every try is counted before it is compared, however many come at once; the caller
 * commits whatever the answer is, so that the count stays.
 *
 * @param about the person or draft it must be for, if that matters
 * @returns what the code was for, or null for a wrong, used, old or dead one
 */
export async function spendCode(
  tx: Tx,
  { email, code, secret }: TypedCode,
  { purpose, about }: { purpose: string; about?: string },
  now: Date,
): Promise<Spent | null> {
  const live = { email, purpose, usedAt: null, expiresAt: { gt: now }, wrongTries: { lt: WRONG_TRIES } };
  const tried = await tx.token.updateManyAndReturn({
    where: about === undefined ? live : { ...live, subjectId: about },
    data: { wrongTries: { increment: 1 } },
    select: { id: true, codeHash: true, organizationId: true, email: true, subjectId: true },
  });
  const typed = hashCode(code, email, secret);
  const found = tried.find(({ codeHash }) => codeHash === typed);
  if (!found) return null;
  await tx.token.update({ where: { id: found.id }, data: { usedAt: now } });
  return found;
}
