import { newCodeDice } from '@/auth/codes';
import '../../support/database';
import { expect, it } from 'vitest';
import { db } from '@/db/client';
import { askToSignIn } from '@/features/people/commands';
import { showLink, showSignIn, signOut, takeAddress, takeCode, takeLink } from '@/features/people/handlers';
import { safeNext } from '@/features/people/schema';
import { createActor, createProgram } from '../../support/factories';

const SITE = 'http://localhost:3000';
const get = (path: string) => new Request(`${SITE}${path}`);
const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  new Request(`${SITE}${path}`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { origin: SITE, 'content-type': 'application/x-www-form-urlencoded', ...headers },
  });
const cookieOf = (response: Response, name: string) =>
  response.headers
    .getSetCookie()
    .find((line) => line.startsWith(name))
    ?.split(';')[0] ?? '';

it.each(['known', 'unknown'])('answers a %s address in the same way', async (kind) => {
  const { email } = await createActor(await createProgram(), 'reviewer');
  const started = Date.now();
  const answer = await takeAddress(
    post('/sign-in', { email: kind === 'known' ? email : 'nobody@example.test', next: '/committee' }),
  );
  expect([answer.status, answer.headers.get('location'), Date.now() - started >= 349]).toEqual([
    303,
    '/sign-in/code',
    true,
  ]);
});

it('gives the page back with what was typed', async () => {
  const answer = await takeAddress(post('/sign-in', { email: 'two@example.test, three@example.test' }));
  const page = await answer.text();
  expect(answer.status).toBe(422);
  expect(page).toContain('value="two@example.test, three@example.test"');
  expect(page).toContain('Error: Enter one address');
});

it('signs in on the device that asked, with the code alone, and goes where one wanted', async () => {
  const { email } = await createActor(await createProgram(), 'reviewer');
  const asked = await takeAddress(post('/sign-in', { email, next: '/committee/f26' }));
  const mail = await db.outboxMessage.findFirstOrThrow({ select: { text: true } });
  const code = /Your code is (\w{4} \w{4})/.exec(mail.text)?.[1] ?? '';
  const answer = await takeCode(post('/sign-in/code', { code }, { cookie: cookieOf(asked, 'bookend_waiting') }));
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/committee/f26']);
  expect(cookieOf(answer, 'bookend_user')).toMatch(/^bookend_user=.{43}$/);
});

it('asks for the address too on another device', async () => {
  const answer = await takeCode(post('/sign-in/code', { code: 'ABCD2345' }));
  expect([answer.status, (await answer.text()).includes('name="email"')]).toEqual([422, true]);
});

it('spends nothing when a link is opened, however often', async () => {
  const { email } = await createActor(await createProgram(), 'reviewer');
  const secrets = newCodeDice('a secret for tests only, long enough to be taken');
  await askToSignIn({ email, next: '/committee' }, secrets, new Date());
  const path = `/sign-in/${secrets.token}`;
  for (let count = 0; count < 3; count++) expect((await showLink(get(path), secrets.token)).status).toBe(200);
  expect((await takeLink(post(path, {}), secrets.token)).headers.get('location')).toBe('/committee');
  expect((await takeLink(post(path, {}), secrets.token)).status).toBe(410);
  expect((await showLink(get(path), secrets.token)).status).toBe(410);
});

it('is signed out by its own page only', async () => {
  await expect(signOut(post('/sign-out', {}, { origin: 'https://elsewhere.example.org' }))).rejects.toMatchObject({
    status: 403,
  });
  const answer = await signOut(post('/sign-out', {}));
  expect(answer.headers.getSetCookie()).toEqual([expect.stringMatching(/^bookend_user=; .*Max-Age=0$/)]);
});

it('puts a wanted page into the form', async () => {
  expect(await (await showSignIn(get('/sign-in?next=/committee/f26/applications'))).text()).toContain(
    'name="next" value="/committee/f26/applications"',
  );
});

it.each([
  ['/committee/f26', '/committee/f26'],
  ['/committee/f26/applications?mine=todo&q=a%20b', '/committee/f26/applications?mine=todo&q=a%20b'],
  ['/staff/f26/announcement', '/staff/f26/announcement'],
  ['//elsewhere.example.org', '/committee'],
  ['/\\elsewhere.example.org', '/committee'],
  ['https://elsewhere.example.org', '/committee'],
  ['/committee/../sign-out', '/committee'],
  ['/committee\r\nSet-Cookie: a=b', '/committee'],
  ['', '/committee'],
])('leads %j to %j', (wanted, next) => {
  expect(safeNext(wanted)).toBe(next);
});
