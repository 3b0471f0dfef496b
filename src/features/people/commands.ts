import { toGrants } from '@/auth/grants';
import { createSession, IDLE_MINUTES } from '@/auth/sessions';
import { createCode, spendCode, type CodeDice, type TypedCode } from '@/auth/codes';
import { db, type Tx } from '@/db/client';
import { recordEvent } from '@/db/events';
import { Refusal } from '@/domain/refusal';
import { appUrl } from '@/lib/env';
import { inLanguage } from '@/lib/language';
import { paths } from '@/lib/paths';
import { hashToken } from '@/lib/token';
import { enqueue } from '@/mail/outbox';
import { signInMail } from '@/mail/templates/sign-in';
import { countSignInTokens, findUserByEmail, findUserById, type SignInUser } from './queries';

const HOUR_MS = 3_600_000;
const MAILS_PER_HOUR = 5;

type Wish = { email: string; next: string };

/**
 * Sends a link and a code if the address belongs to somebody who may sign in. An unknown address leaves the same row
 * and no mail, so that neither the answer nor the limit tells them apart.
 *
 * @throws {Refusal} `limit.reached` after five in an hour
 */
export async function askToSignIn({ email, next }: Wish, dice: CodeDice, now: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`sign_in ${email}`}, 0))::text`;
    const asked = await countSignInTokens(tx, email, new Date(now.getTime() - HOUR_MS));
    if (asked >= MAILS_PER_HOUR) throw new Refusal('limit.reached');
    const user = await findUserByEmail(tx, email, now);
    const organizationId = user?.organizationId ?? null;
    const id = await createCode(tx, { organizationId, purpose: 'sign_in', email }, dice, now);
    const { code, token } = dice;
    if (user) await sendSignInMail(tx, user, { id, code, link: linkTo(token, next) }, now);
  });
}

/** Committee and staff are written to in English, wherever they asked. */
const linkTo = (token: string, next: string) =>
  `${appUrl()}${inLanguage('en', () => paths.signInLink(token))}${next === paths.committee() ? '' : `?next=${encodeURIComponent(next)}`}`;

type Sent = { id: string; code: string; link: string };

async function sendSignInMail(tx: Tx, user: SignInUser, { id, code, link }: Sent, now: Date): Promise<void> {
  const program = user.grants[0]?.program;
  if (!program) return;
  const { name, ...contact } = program;
  const message = inLanguage('en', () => signInMail({ name: user.name, code, link }, { program: name, ...contact }));
  const to = { address: user.email, name: user.name };
  await enqueue(
    tx,
    {
      ...message,
      organizationId: user.organizationId,
      key: `sign-in:${id}`,
      kind: 'sign_in',
      to,
      personId: user.personId,
    },
    now,
  );
}

/** @returns the session's token, for the cookie. @throws {Refusal} `token.invalid` */
export function signInByLink(token: string, now: Date): Promise<string> {
  return db.$transaction(async (tx) => {
    const where = { tokenHash: hashToken(token), purpose: 'sign_in', usedAt: null, expiresAt: { gt: now } };
    const [used] = await tx.token.updateManyAndReturn({ where, data: { usedAt: now }, select: { email: true } });
    const user = used ? await findUserByEmail(tx, used.email, now) : null;
    if (!user) throw new Refusal('token.invalid');
    return openSession(tx, user, now);
  });
}

/** @returns the session's token, for the cookie. @throws {Refusal} `token.invalid` */
export async function signInByCode(typed: TypedCode, now: Date): Promise<string> {
  const opened = await db.$transaction(async (tx) => {
    const spent = await spendCode(tx, typed, { purpose: 'sign_in' }, now);
    const user = spent && (await findUserByEmail(tx, spent.email, now));
    return user ? openSession(tx, user, now) : null;
  });
  if (opened === null) throw new Refusal('token.invalid');
  return opened;
}

/** For the demonstration only: its page asks whether this is one before it calls. @throws {Refusal} `token.invalid` */
export function signInAsDemoUser(userId: string, now: Date): Promise<string> {
  return db.$transaction(async (tx) => {
    const user = await findUserById(tx, userId, now);
    if (!user) throw new Refusal('token.invalid');
    return openSession(tx, user, now);
  });
}

/** Staff and administrators, who also see what the committee does not, are signed out after one idle hour. */
const idleMinutesOf = (user: SignInUser): number =>
  user.grants.some(({ role }) => role === 'staff' || role === 'administrator')
    ? IDLE_MINUTES.staff
    : IDLE_MINUTES.committee;

async function openSession(tx: Tx, user: SignInUser, now: Date): Promise<string> {
  // What was mailed before is of no more use to anybody.
  await tx.token.updateMany({ where: { email: user.email, purpose: 'sign_in', usedAt: null }, data: { usedAt: now } });
  await tx.person.updateMany({ where: { id: user.personId, emailProvenAt: null }, data: { emailProvenAt: now } });
  const { token } = await createSession(
    tx,
    { kind: 'user', userId: user.id, personId: user.personId, idleMinutes: idleMinutesOf(user) },
    now,
  );
  const actor = {
    kind: 'user',
    userId: user.id,
    personId: user.personId,
    name: user.name,
    email: user.email,
    grants: toGrants(user.grants),
    closed: [user.personId],
  } as const;
  await recordEvent(tx, {
    actor,
    organizationId: user.organizationId,
    subjectType: 'user',
    subjectId: user.id,
    action: 'user.signed_in',
    at: now,
  });
  return token;
}
