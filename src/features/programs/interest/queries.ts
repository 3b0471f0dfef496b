import { signedColumns } from '@/mail/compose';
import { db } from '@/db/client';
import { hashToken } from '@/lib/token';

/** Whose link this is, and whether they are on the list; null for links that are no longer good. */
export async function findInterest(token: string, now: Date) {
  const found = await db.token.findFirst({
    where: { tokenHash: hashToken(token), purpose: 'interest', expiresAt: { gt: now } },
    select: { subjectId: true },
  });
  if (!found?.subjectId) return null;
  return db.interest.findUnique({
    where: { id: found.subjectId },
    select: {
      id: true,
      email: true,
      confirmedAt: true,
      program: {
        select: {
          ...signedColumns,
          slug: true,
          languages: true,
        },
      },
    },
  });
}
export type InterestView = NonNullable<Awaited<ReturnType<typeof findInterest>>>;
