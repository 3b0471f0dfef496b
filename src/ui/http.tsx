import { say } from '@/lib/words/say';
import type { ReactNode } from 'react';
import { newToken } from '@/lib/token';
import { cleanText } from '@/lib/clean-text';
import { NotOffered, atAddress, pathHere } from '@/lib/language';
import { log } from '@/lib/log';
import { paths } from '@/lib/paths';
import { isSameOrigin } from '@/lib/same-origin';
import { securityPolicy } from '@/lib/security-policy';
import { BadRequest, readMultipart, readPlain } from './body';
import { sheetSource } from './static/assets';
import { Document } from './static/document';

// The face of the dates comes inside the sheet of first pages.
const policy = (): string =>
  securityPolicy({ scripts: "'self'", styles: `'self'${sheetSource()}`, fonts: "'self' data:" });

type Extra = { headers?: Record<string, string>; cookies?: readonly string[] };

function headersOf({ headers = {}, cookies = [] }: Extra): Headers {
  const all = new Headers({ 'Content-Security-Policy': policy(), 'Cache-Control': 'private, no-store', ...headers });
  for (const cookie of cookies) all.append('Set-Cookie', cookie);
  return all;
}

/** A page as static HTML: no framework script, complete without JavaScript. */
export async function html(page: ReactNode, status = 200, extra: Extra = {}): Promise<Response> {
  const { renderToStaticMarkup } = await import('react-dom/server');
  const headers = headersOf(extra);
  headers.set('Content-Type', 'text/html; charset=utf-8');
  return new Response(`<!doctype html>${renderToStaticMarkup(page)}`, { status, headers });
}

/** After a POST: the browser fetches `path` with GET, so that reload repeats nothing. */
export function seeOther(path: string, extra: Extra = {}, status: 303 | 307 = 303): Response {
  const headers = headersOf(extra);
  headers.set('Location', path);
  return new Response(null, { status, headers });
}

/** Sends the browser to a page that shows one sentence, with a status of its own. */
export const messagePage = (title: string, text: ReactNode, status: number): Promise<Response> =>
  html(
    <Document title={title}>
      <div className="stack reading">
        <h1>{title}</h1>
        <p>{text}</p>
        <p>
          <a href={paths.home()}>{say('common.goToThePrograms')}</a>
        </p>
      </div>
    </Document>,
    status,
  );

export const notFound = (): Promise<Response> =>
  messagePage(say('common.pageNotFound'), say('common.ifYouTypedTheAddress'), 404);

/** The plain fields of a posted form. */
export type PostedForm = {
  /** The first value of a field, trimmed; '' when missing. */
  text: (name: string) => string;
  /** Every value of a field. */
  all: (name: string) => string[];
  names: string[];
  /** A file that was chosen; null when none was. */
  file: (name: string) => { name: string; bytes: Uint8Array<ArrayBuffer> } | null;
};

/** Other sites cannot post here. */
function assertSameOrigin(request: Request): void {
  if (isSameOrigin(request.headers)) return;
  throw new BadRequest(403, say('common.thisFormWasNotSent'));
}

/**
 * @param takesFiles whether the form has a question for files, which are sent in parts
 * @throws {BadRequest} for another origin, a body over the limit, or a body that is no form
 */
export async function readForm(request: Request, takesFiles = false): Promise<PostedForm> {
  assertSameOrigin(request);
  const type = request.headers.get('content-type') ?? '';
  const inParts = takesFiles && type.startsWith('multipart/form-data');
  if (!inParts && !type.startsWith('application/x-www-form-urlencoded'))
    throw new BadRequest(415, say('common.sendThisAsAForm'));
  const { values, files } = inParts ? await readMultipart(request, type) : await readPlain(request);
  return {
    text: (name) => cleanText(values.get(name) ?? '').trim(),
    all: (name) => values.getAll(name).map((value) => cleanText(value).trim()),
    names: [...new Set(values.keys())],
    file: (name) => files.get(name) ?? null,
  };
}

type Handler<Context> = (request: Request, context: Context) => Promise<Response> | Response;

/** Every public route goes through here: a fault becomes a page with an incident id, never a stack trace. */
export function handled<Context>(handler: Handler<Context>): Handler<Context> {
  return (request, context) => {
    const { pathname, search } = new URL(request.url);
    return atAddress(pathname + search, () => answer(handler, request, context));
  };
}

async function answer<Context>(handler: Handler<Context>, request: Request, context: Context): Promise<Response> {
  try {
    return await handler(request, context);
  } catch (error) {
    if (error instanceof BadRequest) return messagePage(say('common.thisCouldNotBeTaken'), error.message, error.status);
    // Method and form stay the same: the program answers in English.
    if (error instanceof NotOffered) return seeOther(pathHere(), {}, 307);
    const incident = newToken().slice(0, 8);
    log.error({ incident, path: new URL(request.url).pathname, fault: faultIn(error) }, 'request failed');
    return messagePage(say('common.somethingWentWrongOnOur'), say('common.whatYouSavedBeforeIs', { incident }), 500);
  }
}

/** Where it broke, without the words of the fault: they may hold what somebody typed. */
const faultIn = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${error.stack?.split('\n').slice(1, 4).join(' ')}` : 'unknown';
