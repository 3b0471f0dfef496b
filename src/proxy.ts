import { NextResponse, type NextRequest } from 'next/server';
import { securityPolicy } from '@/lib/security-policy';

const development = process.env.NODE_ENV === 'development';

/** Only scripts that this answer names may run, and what they load. React debugs with `eval` while developing. */
const policy = (nonce: string): string =>
  securityPolicy({
    scripts: `'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    styles: `'self'${development ? " 'unsafe-inline'" : ''}`,
  });

/** Headers of the pages for signed-in people. It never decides who may see them: each page, action and command does. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64');
  const headers = new Headers(request.headers);
  headers.set('Content-Security-Policy', policy(nonce));
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('Content-Security-Policy', policy(nonce));
  response.headers.set('Cache-Control', 'private, no-store');
  return response;
}

export const config = { matcher: ['/committee/:path*', '/staff/:path*'] };
