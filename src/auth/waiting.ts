import { z } from 'zod';
import { isHttps } from '@/lib/env';
import { readSigned, signed } from '@/lib/token';
import { cookieOf } from './sessions';

const waitingSchema = z.object({ email: z.string(), next: z.string() });
/** What the browser that asked for a code remembers: the address, and where to go afterwards. */
type Waiting = z.output<typeof waitingSchema>;

const HOUR_S = 3600;
const name = () => `${isHttps() ? '__Host-' : ''}bookend_waiting`;
const cookie = (value: string, seconds: number) =>
  `${name()}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${isHttps() ? '; Secure' : ''}`;

export const rememberWaiting = (waiting: Waiting, secret: string): string =>
  cookie(signed(Buffer.from(JSON.stringify(waiting)).toString('base64url'), secret), HOUR_S);

export const forgetWaiting = (): string => cookie('', 0);

/** Null when this browser asked for nothing, or the cookie was not written here. */
export function waitingOf(request: Request, secret: string): Waiting | null {
  const value = readSigned(cookieOf(request, name()) ?? '', secret);
  return value === null ? null : waitingSchema.parse(JSON.parse(Buffer.from(value, 'base64url').toString('utf8')));
}
