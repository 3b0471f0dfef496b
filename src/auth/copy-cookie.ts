import { isHttps } from '@/lib/env';
import { cookieOf } from './sessions';

/** The one-time key of a copy that was asked for: only this browser has it, for an hour. */
export const copyCookieName = (copyId: string): string => `${isHttps() ? '__Host-' : ''}bookend_copy_${copyId}`;

const cookie = (copyId: string, value: string, seconds: number) =>
  `${copyCookieName(copyId)}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Strict${isHttps() ? '; Secure' : ''}`;

export const keepCopySecret = (copyId: string, secret: string): string => cookie(copyId, secret, 3600);

export const forgetCopySecret = (copyId: string): string => cookie(copyId, '', 0);

export const copySecretOf = (request: Request, copyId: string): string | null =>
  cookieOf(request, copyCookieName(copyId));
