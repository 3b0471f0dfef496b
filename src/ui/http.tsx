import type { ReactNode } from 'react';
import { newToken } from '@/lib/token';
import { cleanText } from '@/lib/clean-text';
import { log } from '@/lib/log';
import { isSameOrigin } from '@/lib/same-origin';
import { securityPolicy } from '@/lib/security-policy';
import { sheetSource } from './static/assets';
import { Document } from './static/document';

const MAX_BODY = 256 * 1024;
/** Above the limit of a file, so that a file which is too large can be answered beside its question. */
const MAX_FILE_BODY = 12 * 1024 * 1024;

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
export function seeOther(path: string, extra: Extra = {}): Response {
  const headers = headersOf(extra);
  headers.set('Location', path);
  return new Response(null, { status: 303, headers });
}

/** Sends the browser to a page that shows one sentence, with a status of its own. */
export const messagePage = (title: string, text: ReactNode, status: number): Promise<Response> =>
  html(
    <Document title={title}>
      <div className="stack reading">
        <h1>{title}</h1>
        <p>{text}</p>
        <p>
          <a href="/">Go to the programs</a>
        </p>
      </div>
    </Document>,
    status,
  );

export const notFound = (): Promise<Response> =>
  messagePage(
    'Page not found',
    'If you typed the address, check it. If you followed a link from a mail, copy the whole link. Nothing you saved is lost.',
    404,
  );

/** A request that is turned away before any rule of ours is asked. */
class BadRequest extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

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
  throw new BadRequest(403, 'This form was not sent from our own page. Open the page again and send it from there.');
}

/** Reads at most `most` bytes, whatever the headers promise. */
async function readBody(request: Request, most: number): Promise<Buffer<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > most) {
      await reader.cancel();
      throw new BadRequest(
        413,
        'This is more than the form can take. Shorten the longest answer, or choose a smaller file, and send it again.',
      );
    }
    chunks.push(value);
  }
  return Buffer.concat(chunks);
}

type Fields = { values: URLSearchParams; files: Map<string, { name: string; bytes: Uint8Array<ArrayBuffer> }> };

async function readMultipart(request: Request, type: string): Promise<Fields> {
  const body = await readBody(request, MAX_FILE_BODY);
  const form = await new Response(body, { headers: { 'content-type': type } }).formData().catch(() => null);
  if (form === null) throw new BadRequest(400, 'This form arrived incomplete. Go back and send it again.');
  const fields: Fields = { values: new URLSearchParams(), files: new Map() };
  for (const [name, value] of form) {
    if (typeof value === 'string') fields.values.append(name, value);
    // A file field that was left empty comes as a file without a name; an empty file has one.
    else if (value.size > 0 || value.name !== '')
      fields.files.set(name, { name: value.name, bytes: new Uint8Array(await value.arrayBuffer()) });
  }
  return fields;
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
    throw new BadRequest(415, 'Send this as a form.');
  const { values, files } = inParts
    ? await readMultipart(request, type)
    : { values: new URLSearchParams((await readBody(request, MAX_BODY)).toString('utf8')), files: new Map() };
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
  return async (request, context) => {
    try {
      return await handler(request, context);
    } catch (error) {
      if (error instanceof BadRequest) return messagePage('This could not be taken', error.message, error.status);
      const incident = newToken().slice(0, 8);
      log.error(
        {
          incident,
          path: new URL(request.url).pathname,
          fault:
            error instanceof Error ? `${error.name}: ${error.stack?.split('\n').slice(1, 4).join(' ')}` : 'unknown',
        },
        'request failed',
      );
      return messagePage(
        'Something went wrong on our side',
        `What you saved before is safe. Try again in a minute; if it goes on, tell us this number: ${incident}.`,
        500,
      );
    }
  };
}
