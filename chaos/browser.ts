import { Agent, request } from 'node:http';

export type Answer = { status: number; location: string; body: string; cookies: string[] };
export type Fields = Record<string, string | readonly string[]>;

/** Longer than any answer takes on a busy machine; a connection that says nothing for so long is given up. */
const SILENCE_MS = 20_000;

export const encoded = (fields: Fields): string =>
  new URLSearchParams(
    Object.entries(fields).flatMap(([name, value]) =>
      (typeof value === 'string' ? [value] : [...value]).map((one): [string, string] => [name, one]),
    ),
  ).toString();

/** Connections that are kept and shared by the clients of one fault. */
export const connections = (clients: number): Agent =>
  new Agent({ keepAlive: true, maxSockets: clients, timeout: SILENCE_MS });

type Place = {
  agent: Agent;
  /** Where to send to, asked anew each time: a deploy moves it. */
  at: () => URL;
  /** The public address, which forms must name as their origin. */
  origin: string;
  /** An address of its own for each client, as a crowd has; the limits stay on. */
  from: string;
};

/** One person's browser, as far as a form without script needs one: a cookie, GET, and POST of plain fields. */
export class Browser {
  constructor(
    private readonly place: Place,
    public token: string | null = null,
  ) {}

  get(path: string): Promise<Answer> {
    return this.ask('GET', path);
  }

  post(path: string, fields: Fields, headers: Record<string, string> = {}): Promise<Answer> {
    return this.ask('POST', path, encoded(fields), headers);
  }

  /** The head of a request as this browser sends it, for those who write it by hand. */
  headers(body?: string): Record<string, string> {
    const { origin, from } = this.place;
    return {
      'x-forwarded-for': from,
      ...(this.token ? { cookie: `bookend_participant=${this.token}` } : {}),
      ...(body === undefined
        ? {}
        : {
            origin,
            'sec-fetch-site': 'same-origin',
            'content-type': 'application/x-www-form-urlencoded',
            'content-length': String(Buffer.byteLength(body)),
          }),
    };
  }

  private ask(method: string, path: string, body?: string, extra: Record<string, string> = {}): Promise<Answer> {
    const { agent, at } = this.place;
    const { hostname: host, port } = at();
    return new Promise((resolve, reject) => {
      const options = { agent, host, port, method, path, headers: { ...this.headers(body), ...extra } };
      const sent = request(options, (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => (text += chunk));
        response.on('error', reject);
        response.on('aborted', () => reject(new Error('The answer was cut off.')));
        response.on('end', () => {
          const cookies = response.headers['set-cookie'] ?? [];
          this.keep(cookies);
          resolve({ status: response.statusCode ?? 0, location: response.headers.location ?? '', body: text, cookies });
        });
      });
      sent.setTimeout(SILENCE_MS, () => sent.destroy(new Error('No answer came.')));
      sent.on('error', reject);
      sent.end(body);
    });
  }

  private keep(cookies: readonly string[]): void {
    const found = cookies.map((line) => /^bookend_participant=([^;]+)/.exec(line)?.[1]).find(Boolean);
    if (found) this.token = found;
  }
}

/** The value of a hidden field in a page; null where the page has none. */
export function hidden(page: string, name: string): string | null {
  const field = new RegExp(`<input[^>]*\\bname="${name}"[^>]*>`).exec(page)?.[0];
  const value = field && /\bvalue="([^"]*)"/.exec(field)?.[1];
  return value === undefined ? null : plain(value);
}

/** Text of a page as a reader sees it. */
export const plain = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
