import { z } from 'zod';
import { callFunction, db, type Tx } from '@/db/client';
import { jsonDate, jsonRow } from '@/lib/json-rows';
import { isHttps } from '@/lib/env';
import { newId } from '@/lib/id';
import { hashToken, newToken } from '@/lib/token';

export type SessionKind = 'user' | 'participant';

const MINUTE_MS = 60_000;
/** How stale the last sign of life may be: a busy hour writes it twelve times, not at every page. */
const AWAKE_MS = 5 * MINUTE_MS;
/** Idle minutes: a form's session ends after 60 (its text stays saved), staff after 60, committee after 8 hours. */
export const IDLE_MINUTES = { participant: 60, staff: 60, committee: 480 } as const;
/** However busy, a session ends after this. */
export const ABSOLUTE_MINUTES = 12 * 60;

export const cookieName = (kind: SessionKind): string => `${isHttps() ? '__Host-' : ''}bookend_${kind}`;

/** The Set-Cookie line that keeps `token` in this browser until it is closed or the session ends. */
export const sessionCookie = (kind: SessionKind, token: string): string =>
  `${cookieName(kind)}=${token}; Path=/; HttpOnly; SameSite=Lax${isHttps() ? '; Secure' : ''}`;

export const endedCookie = (kind: SessionKind): string => `${sessionCookie(kind, '')}; Max-Age=0`;

export function cookieOf(request: Request, name: string): string | null {
  const cookies = (request.headers.get('cookie') ?? '').split(/;\s*/);
  const found = cookies.find((cookie) => cookie.startsWith(`${name}=`));
  return found ? found.slice(name.length + 1) || null : null;
}

type NewSession = { kind: SessionKind; userId?: string; personId?: string; email?: string; idleMinutes: number };

/** @returns the token for the cookie (only its hash is stored) and the session's id */
export async function createSession(tx: Tx, { kind, userId, personId, email, idleMinutes }: NewSession, now: Date) {
  const token = newToken();
  const id = newId(now);
  const after = (minutes: number) => new Date(now.getTime() + minutes * MINUTE_MS);
  await tx.session.create({
    data: {
      id,
      tokenHash: hashToken(token),
      kind,
      userId: userId ?? null,
      personId: personId ?? null,
      email: email ?? null,
      createdAt: now,
      lastSeenAt: now,
      idleExpiresAt: after(idleMinutes),
      expiresAt: after(ABSOLUTE_MINUTES),
    },
  });
  return { token, id };
}

/** A session as the database's functions hand it over. */
export const sessionRow = jsonRow({
  id: z.string(),
  kind: z.string(),
  userId: z.string().nullable(),
  personId: z.string().nullable(),
  email: z.string().nullable(),
  lastSeenAt: jsonDate,
  idleExpiresAt: jsonDate,
  expiresAt: jsonDate,
});

type SessionRow = z.output<typeof sessionRow>;

const SESSION_BY_HASH = `SELECT to_json(s) AS result FROM (
  SELECT id, kind, user_id, person_id, email, last_seen_at, idle_expires_at, expires_at FROM sessions WHERE token_hash = $1) s`;

/** The session in `row`, if it is of this kind and neither idle nor ended. Being asked for keeps it awake. */
export async function awake(row: SessionRow | null, kind: SessionKind, now: Date): Promise<SessionRow | null> {
  if (!row || row.kind !== kind || now >= row.idleExpiresAt || now >= row.expiresAt) return null;
  const seenAgo = now.getTime() - row.lastSeenAt.getTime();
  if (seenAgo > AWAKE_MS) {
    const idleMs = row.idleExpiresAt.getTime() - row.lastSeenAt.getTime();
    await db.session.updateMany({
      where: { id: row.id },
      data: { lastSeenAt: now, idleExpiresAt: new Date(now.getTime() + idleMs) },
    });
  }
  return row;
}

/** The session behind a cookie; see {@link awake}. */
export async function findSession(token: string | null, kind: SessionKind, now: Date) {
  if (!token) return null;
  const row = await callFunction(SESSION_BY_HASH, [hashToken(token)]);
  return awake(row === undefined ? null : sessionRow.parse(row), kind, now);
}
export type Session = SessionRow;

export async function endSession(token: string | null): Promise<void> {
  if (token) await db.session.deleteMany({ where: { tokenHash: hashToken(token) } });
}

/** Signs a user out everywhere: their roles changed, or they asked for it. */
export const endSessionsOf = (tx: Tx, userId: string) => tx.session.deleteMany({ where: { kind: 'user', userId } });

const participantToken = (request: Request) => cookieOf(request, cookieName('participant'));

/** The hash under which the participant's session of this browser is stored; null without its cookie. */
export function participantHash(request: Request): string | null {
  const token = participantToken(request);
  return token && hashToken(token);
}

/** The participant's session of a request on a public page. */
export const participantSession = (request: Request, now: Date) =>
  findSession(participantToken(request), 'participant', now);
