import { NextResponse, type NextRequest } from 'next/server';
import { isSameOrigin } from '@/lib/same-origin';
import { securityPolicy } from '@/lib/security-policy';

const development = process.env.NODE_ENV === 'development';

/** Only scripts that this answer names may run, and what they load. React debugs with `eval` while developing. */
const policy = (nonce: string): string =>
  securityPolicy({
    scripts: `'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    styles: `'self'${development ? " 'unsafe-inline'" : ''}`,
  });

/** The HTML of a mail brings a stricter policy of its own, under which its own styles count. */
const hasOwnPolicy = ({ pathname }: { pathname: string }) => /\/announcement\/letters\/[^/]+\/mail$/.test(pathname);

const NO_STORE = { 'Cache-Control': 'private, no-store' };

/**
 * Headers of the pages for signed-in people, and no posts from other sites. It never decides who may see them: each page,
 * action and command does, and the tests ask them without this file too.
 */
export function proxy(request: NextRequest): NextResponse {
  if (request.method === 'POST' && !isSameOrigin(request.headers))
    return new NextResponse('This form was not sent from our own page.', { status: 403, headers: NO_STORE });
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64');
  const headers = new Headers(request.headers);
  headers.set('Content-Security-Policy', policy(nonce));
  const response = NextResponse.next({ request: { headers } });
  if (!hasOwnPolicy(request.nextUrl)) response.headers.set('Content-Security-Policy', policy(nonce));
  response.headers.set('Cache-Control', NO_STORE['Cache-Control']);
  return response;
}

export const config = { matcher: ['/committee/:path*', '/staff/:path*'] };
