import type { NextAuthOptions } from 'next-auth';
import { appUrl, isHttps, webEnv } from '@/lib/env';
import { log } from '@/lib/log';
import { adapter } from './adapter';
import { ABSOLUTE_MINUTES, cookieName } from './sessions';

declare module 'next-auth' {
  interface Session {
    userId?: string;
  }
}

const HALF_DAY_S = ABSOLUTE_MINUTES * 60;

/** next-auth reads our sessions; its providers, pages and mails are not used. */
export function authOptions(): NextAuthOptions {
  // The only way it takes its own address; without it, it warns and falls back to localhost.
  process.env.NEXTAUTH_URL ??= appUrl();
  return {
    adapter,
    providers: [],
    secret: webEnv().AUTH_SECRET,
    session: { strategy: 'database', maxAge: HALF_DAY_S, updateAge: HALF_DAY_S },
    cookies: {
      sessionToken: {
        name: cookieName('user'),
        options: { httpOnly: true, sameSite: 'lax', path: '/', secure: isHttps() },
      },
    },
    callbacks: { session: ({ session, user }) => ({ ...session, userId: user.id }) },
    // Its own logger prints whole errors, with values.
    logger: {
      error: (code) => log.error({ code }, 'sign-in'),
      warn: (code) => log.warn({ code }, 'sign-in'),
      debug: () => undefined,
    },
  };
}
