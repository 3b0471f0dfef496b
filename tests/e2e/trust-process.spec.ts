import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test, type APIResponse } from '@playwright/test';
import pg from 'pg';
import { base, IN_REVIEW, OPEN, signInAs } from './support/program';

const environmentOf = (pid: string): Record<string, string> =>
  Object.fromEntries(
    readFileSync(`/proc/${pid}/environ`, 'utf8')
      .split('\0')
      .filter(Boolean)
      .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );
const [webPid = '', workerPid = ''] = (process.env.BOOKEND_PIDS ?? '').split(' ');

test('the web process holds neither the key nor the owner of the database, and may not read the vault', async () => {
  const [web, worker] = [environmentOf(webPid), environmentOf(workerPid)];
  // Else the test would pass for a process of another kind.
  expect([web.BOOKEND_PROCESS, worker.BOOKEND_PROCESS]).toEqual(['web', 'worker']);
  expect(worker.VAULT_KEY).toMatch(/^[\w-]{43}$/);
  expect(web).not.toHaveProperty('DATABASE_URL');
  expect(Object.keys(web).filter((name) => name.startsWith('VAULT'))).toEqual([]);
  for (const secret of [worker.VAULT_KEY, worker.WORKER_DATABASE_URL, process.env.BOOKEND_OWNER_URL])
    expect(Object.values(web)).not.toContain(secret);

  const client = new pg.Client(web.WEB_DATABASE_URL);
  await client.connect();
  const refused = async (sql: string) => {
    const { message } = await client.query(sql).then(
      () => new Error('was taken'),
      (error: Error) => error,
    );
    return message;
  };
  for (const sql of [
    'SELECT sealed FROM vault.answer',
    'SELECT count(*) FROM vault.answer',
    'COPY vault.answer TO STDOUT',
    'SELECT * FROM vault.access_log',
    'SELECT payload FROM graphile_worker._private_jobs',
  ])
    expect(await refused(sql), sql).toMatch(/^permission denied/);
  await client.end();
});

test('it says that it is alive and ready', async ({ request }) => {
  for (const path of ['/healthz', '/readyz']) expect((await request.get(base() + path)).status(), path).toBe(200);
});

const ALWAYS = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), browsing-topics=()',
};
const policy = (scripts: string, styles: string, fonts: string) =>
  `default-src 'none'; script-src ${scripts}; style-src ${styles}; img-src 'self' data:; font-src ${fonts}; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'`;
const PUBLIC = {
  ...ALWAYS,
  'content-security-policy': policy("'self'", "'self' 'sha256-…'", "'self' data:"),
  'cache-control': 'private, no-store',
};
const STAFF = { ...PUBLIC, 'content-security-policy': policy("'self' 'nonce-…' 'strict-dynamic'", "'self'", "'self'") };

function guarding(answer: APIResponse, names: readonly string[]): Record<string, string | undefined> {
  const headers = answer.headers();
  expect(headers).not.toHaveProperty('x-powered-by');
  return Object.fromEntries(names.map((name) => [name, headers[name]?.replace(/(nonce|sha256)-[\w+/=]+/, '$1-…')]));
}

test('the stylesheet inside a first page is the one that its policy names', async ({ request }) => {
  const answer = await request.get(base());
  const [, sheet = ''] = /<style>([^]*?)<\/style>/.exec(await answer.text()) ?? [];
  const named = createHash('sha256').update(sheet).digest('base64');
  expect(answer.headers()['content-security-policy']).toContain(`style-src 'self' 'sha256-${named}'`);
});

test('every answer carries its guards', async ({ page }) => {
  const { request } = page;
  const expectGuards = async (path: string, status: number, guards: Record<string, string>) => {
    const answer = await request.get(base() + path, { maxRedirects: 0 });
    expect(answer.status(), path).toBe(status);
    expect(guarding(answer, Object.keys(guards)), path).toEqual(guards);
  };
  await expectGuards('/', 200, PUBLIC);
  await expectGuards('/resume', 200, PUBLIC);
  await expectGuards('/no/such/page', 404, PUBLIC);
  await expectGuards(`/apply/${OPEN}/mentee/about`, 303, PUBLIC);
  await expectGuards(`/committee/${IN_REVIEW}`, 307, STAFF);
  await expectGuards('/healthz', 200, ALWAYS);
  await signInAs(page, 'Linus');
  await expectGuards(`/committee/${IN_REVIEW}`, 200, STAFF);
  await expectGuards(`/staff/${IN_REVIEW}/announcement`, 200, STAFF);
  await expectGuards(`/committee/${IN_REVIEW}/no-such`, 404, STAFF);
});

const form = (body: string, headers: Record<string, string>) => ({
  data: body,
  headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
  maxRedirects: 0,
});

test('other sites post nothing here, and nobody posts a book', async ({ request }) => {
  const post = async (path: string, body: string, headers: Record<string, string>) =>
    (await request.post(base() + path, form(body, headers))).status();
  const evil = { Origin: 'https://evil.example' };
  for (const path of [`/apply/${OPEN}/mentee`, '/resume', '/sign-in', '/sign-out', '/dev/sign-in']) {
    expect(await post(path, 'email=a@example.test', { ...evil, 'Sec-Fetch-Site': 'cross-site' }), path).toBe(403);
    expect(await post(path, 'email=a@example.test', evil), path).toBe(403);
    expect(await post(path, 'email=a@example.test', {}), path).toBe(403);
    expect(await post(path, 'email=a@example.test', { Origin: base(), 'Sec-Fetch-Site': 'same-site' }), path).toBe(403);
  }
  const same = { Origin: base(), 'Sec-Fetch-Site': 'same-origin' };
  const long = (size: number) => `email=${'a'.repeat(size - 6)}`;
  expect(await post('/resume', long(256 * 1024 + 1), same)).toBe(413);
  expect(await post('/resume', long(256 * 1024), same)).toBe(422);
});
