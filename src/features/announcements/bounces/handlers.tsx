import { createHash, timingSafeEqual } from 'node:crypto';
import { clock } from '@/lib/clock';
import { bounceSecret } from '@/lib/env';
import { log } from '@/lib/log';
import { BadRequest, readBody } from '@/ui/body';
import { notFound } from '@/ui/http';
import { takeBounce } from './commands';
import { bounceSchema } from './schema';

const MOST_BYTES = 256 * 1024;
const JOB = { kind: 'job', name: 'bounces' } as const;

const digest = (text: string) => createHash('sha256').update(text).digest();
const isSecret = (given: string, secret: string) => timingSafeEqual(digest(given), digest(`Bearer ${secret}`));

const answer = (result: string, status: number) =>
  Response.json({ result }, { status, headers: { 'Cache-Control': 'no-store' } });

/** The report in the body, whichever way it came; null when it is neither. */
function reportIn(type: string, body: Buffer<ArrayBuffer>): Uint8Array | null {
  if (type.startsWith('message/rfc822')) return body;
  if (!type.startsWith('application/json')) return null;
  try {
    return Buffer.from(bounceSchema.parse(JSON.parse(body.toString('utf8'))).message, 'utf8');
  } catch {
    return null;
  }
}

/** Mail that came back, from a mail server that knows the secret. Without a secret there is no such address. */
export async function receiveBounce(request: Request): Promise<Response> {
  const secret = bounceSecret();
  if (!secret) return notFound();
  if (!isSecret(request.headers.get('authorization') ?? '', secret)) return answer('forbidden', 401);
  try {
    const raw = reportIn(request.headers.get('content-type') ?? '', await readBody(request, MOST_BYTES));
    if (!raw) return answer('send message/rfc822, or JSON with "message"', 415);
    const taken = await takeBounce(JOB, raw, clock.now());
    log.info({ taken }, 'a mail came back');
    return answer(taken, taken === 'later' ? 503 : 200);
  } catch (error) {
    if (error instanceof BadRequest) return answer('too large', error.status);
    throw error;
  }
}
