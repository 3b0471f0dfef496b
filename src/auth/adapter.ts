import type { Adapter, AdapterSession } from 'next-auth/adapters';
import { clock } from '@/lib/clock';
import { endSession, findSession } from './sessions';

/** Our sessions as next-auth asks for them: the token comes from the cookie, only its hash is in the table. */
async function getSessionAndUser(sessionToken: string) {
  const session = await findSession(sessionToken, 'user', clock.now());
  if (!session?.userId) return null;
  // Who that is, and what they may, is read once by `currentUser`; next-auth hands on the id alone.
  const { userId, expiresAt } = session;
  return {
    user: { id: userId, email: '', emailVerified: null },
    session: { sessionToken, userId, expires: expiresAt },
  };
}

/** Our pages make sessions and ours alone end them; next-auth reads them. What it never calls is not here. */
export const adapter: Adapter = {
  getSessionAndUser,
  // `findSession` has moved the idle limit already; the last moment of a session never moves.
  updateSession: (): AdapterSession | null => null,
  deleteSession: (sessionToken) => endSession(sessionToken),
};
