import { currentContact } from '@/auth/actor';
import { signedColumns } from '@/mail/compose';
import { db, type Prisma, type Tx } from '@/db/client';
import { inForceAt } from '@/db/grants';

const userColumns = (now: Date) =>
  ({
    id: true,
    organizationId: true,
    personId: true,
    email: true,
    name: true,
    grants: {
      where: inForceAt(now),
      select: { programId: true, role: true, until: true, program: { select: signedColumns } },
      orderBy: [{ program: { name: 'asc' } }, { role: 'asc' }],
    },
  }) satisfies Prisma.UserSelect;

/** The user of an address who holds at least one role now, or null. */
export const findUserByEmail = (tx: Tx, email: string, now: Date) =>
  tx.user.findFirst({ where: { email, grants: { some: inForceAt(now) } }, select: userColumns(now) });

export const findUserById = (tx: Tx, id: string, now: Date) =>
  tx.user.findFirst({ where: { id, grants: { some: inForceAt(now) } }, select: userColumns(now) });
export type SignInUser = NonNullable<Awaited<ReturnType<typeof findUserByEmail>>>;

/** How many sign-in mails an address asked for since then; addresses nobody has are counted alike. */
export const countSignInTokens = (tx: Tx, email: string, since: Date): Promise<number> =>
  tx.token.count({ where: { email, purpose: 'sign_in', createdAt: { gt: since } } });

/** Whether the link can still be used. */
export async function isLiveLink(tokenHash: string, now: Date): Promise<boolean> {
  const token = await db.token.findUnique({
    where: { tokenHash },
    select: { purpose: true, usedAt: true, expiresAt: true },
  });
  return token !== null && token.purpose === 'sign_in' && token.usedAt === null && now < token.expiresAt;
}

const contactOf = (program: { contactName: string; contactEmail: string; contactPhone: string } | null) =>
  program ? { name: program.contactName, email: program.contactEmail, phone: program.contactPhone } : undefined;

/** Whom to ask on pages that belong to no program: the contact of the first one. */
export const findContact = async () =>
  contactOf(await db.program.findFirst({ orderBy: { name: 'asc' }, select: signedColumns }));

/** Whom somebody who is signed in can ask; the same as of everybody, where they have no role. */
export const findOwnContact = async (now: Date) => (await currentContact(now)) ?? (await findContact());

/** Everybody who can sign in, for the demonstration's list. */
export const listUsers = (now: Date) => db.user.findMany({ select: userColumns(now), orderBy: { name: 'asc' } });
