import { newCodeDice } from '@/auth/codes';
import '../../support/database';
import { expect, it } from 'vitest';
import { endSessionsOf, findSession } from '@/auth/sessions';
import { db } from '@/db/client';
import { askToSignIn, signInByCode, signInByLink } from '@/features/people/commands';
import { createActor, createProgram, NOW } from '../../support/factories';

const SECRET = 'a secret for tests only, long enough to be taken';
const HOUR_MS = 3_600_000;
const after = (ms: number) => new Date(NOW.getTime() + ms);

async function ask(email: string, now = NOW, next = '/committee') {
  const secrets = newCodeDice(SECRET);
  await askToSignIn({ email, next }, secrets, now);
  return secrets;
}
const byCode = (email: string, code: string, now = NOW) => signInByCode({ email, code, secret: SECRET }, now);
const member = async (role: 'administrator' | 'staff' | 'chair' | 'reviewer' = 'reviewer') =>
  createActor(await createProgram(), role);
const wrong = (code: string) => (code.startsWith('A') ? `B${code.slice(1)}` : `A${code.slice(1)}`);

it('mails a known address a code and a link, and stores neither', async () => {
  const { email } = await member();
  const { token, code } = await ask(email, NOW, '/committee/f26');
  const [mail] = await db.outboxMessage.findMany({ select: { kind: true, toAddress: true, text: true, state: true } });
  expect(mail).toMatchObject({ kind: 'sign_in', toAddress: email, state: 'queued' });
  expect(mail?.text).toContain(`${code.slice(0, 4)} ${code.slice(4)}`);
  expect(mail?.text).toContain(`http://localhost:3000/sign-in/${token}?next=%2Fcommittee%2Ff26`);
  const stored = JSON.stringify(await db.token.findMany());
  expect([stored.includes(token), stored.includes(code)]).toEqual([false, false]);
});

it('leaves the same row and no mail for an unknown address', async () => {
  await member();
  await ask('nobody@example.test');
  expect(await db.outboxMessage.count()).toBe(0);
  expect(await db.token.findMany({ select: { purpose: true, email: true, usedAt: true } })).toEqual([
    { purpose: 'sign_in', email: 'nobody@example.test', usedAt: null },
  ]);
});

it('sends nothing to a member whose last role has ended', async () => {
  const { email, userId } = await member();
  await db.grant.updateMany({ where: { userId }, data: { until: NOW } });
  await ask(email);
  expect(await db.outboxMessage.count()).toBe(0);
});

it.each([
  ['known', true],
  ['unknown', false],
])('refuses the sixth mail within an hour to a %s address', async (_, isKnown) => {
  const { email: known } = await member();
  const email = isKnown ? known : 'nobody@example.test';
  for (let count = 0; count < 5; count++) await ask(email);
  await expect(ask(email)).rejects.toMatchObject({ code: 'limit.reached' });
  await expect(ask(email, after(HOUR_MS + 1))).resolves.toBeDefined();
});

it('counts asks that come at once', async () => {
  const { email } = await member();
  const asked = await Promise.allSettled(Array.from({ length: 8 }, () => ask(email)));
  expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
});

it('signs in by link once', async () => {
  const { email, userId } = await member();
  const { token } = await ask(email);
  const session = await findSession(await signInByLink(token, NOW), 'user', NOW);
  expect(session).toMatchObject({ userId, kind: 'user' });
  await expect(signInByLink(token, NOW)).rejects.toMatchObject({ code: 'token.invalid' });
});

it('signs in by code, typed as people type', async () => {
  const { email, userId } = await member();
  const { code } = await ask(email);
  const session = await findSession(
    await byCode(email, ` ${code.slice(0, 4).toLowerCase()} ${code.slice(4)}`),
    'user',
    NOW,
  );
  expect(session?.userId).toBe(userId);
});

it('signs in by code once', async () => {
  const { email } = await member();
  const { code } = await ask(email);
  await byCode(email, code);
  await expect(byCode(email, code)).rejects.toMatchObject({ code: 'token.invalid' });
});

it('ends the link when the code was used', async () => {
  const { email } = await member();
  const { token, code } = await ask(email);
  await byCode(email, code);
  await expect(signInByLink(token, NOW)).rejects.toMatchObject({ code: 'token.invalid' });
});

it('refuses link and code after 60 minutes', async () => {
  const { email } = await member();
  const { token, code } = await ask(email);
  await expect(signInByLink(token, after(HOUR_MS))).rejects.toMatchObject({ code: 'token.invalid' });
  await expect(byCode(email, code, after(HOUR_MS))).rejects.toMatchObject({ code: 'token.invalid' });
  await expect(signInByLink(token, after(HOUR_MS - 1))).resolves.toEqual(expect.any(String));
});

it('kills a code after five wrong tries, and not the link', async () => {
  const { email } = await member();
  const { token, code } = await ask(email);
  for (let count = 0; count < 5; count++)
    await expect(byCode(email, wrong(code))).rejects.toMatchObject({ code: 'token.invalid' });
  await expect(byCode(email, code)).rejects.toMatchObject({ code: 'token.invalid' });
  await expect(signInByLink(token, NOW)).resolves.toEqual(expect.any(String));
});

it('compares no more than five of many tries that come at once', async () => {
  const { email } = await member();
  const { code } = await ask(email);
  await Promise.allSettled(Array.from({ length: 12 }, () => byCode(email, wrong(code))));
  expect(await db.token.findMany({ select: { wrongTries: true } })).toEqual([{ wrongTries: 5 }]);
});

it('takes a code only with the address it was sent to', async () => {
  const program = await createProgram();
  const [one, other] = [await createActor(program, 'staff'), await createActor(program, 'staff')];
  const { code } = await ask(one.email);
  await ask(other.email);
  await expect(byCode(other.email, code)).rejects.toMatchObject({ code: 'token.invalid' });
});

it.each([
  ['administrator', 1],
  ['staff', 1],
  ['chair', 8],
  ['reviewer', 8],
] as const)('lets a %s be idle for %s hours', async (role, hours) => {
  const { email } = await member(role);
  const session = await signInByLink((await ask(email)).token, NOW);
  expect(await findSession(session, 'user', after(hours * HOUR_MS))).toBeNull();
  expect(await findSession(session, 'user', after(hours * HOUR_MS - 1))).not.toBeNull();
});

it('ends a session after twelve hours, however busy', async () => {
  const { email } = await member();
  const session = await signInByLink((await ask(email)).token, NOW);
  for (const hours of [6, 11]) expect(await findSession(session, 'user', after(hours * HOUR_MS))).not.toBeNull();
  expect(await findSession(session, 'user', after(12 * HOUR_MS))).toBeNull();
});

it('ends every session of a user whose roles change', async () => {
  const { email, userId } = await member();
  const session = await signInByLink((await ask(email)).token, NOW);
  await endSessionsOf(db, userId);
  expect(await findSession(session, 'user', NOW)).toBeNull();
});

it('writes who signed in', async () => {
  const { email, userId } = await member();
  await signInByLink((await ask(email)).token, NOW);
  expect(
    await db.event.findMany({ where: { action: 'user.signed_in' }, select: { actor: true, subjectId: true } }),
  ).toEqual([{ actor: `user:${userId}`, subjectId: userId }]);
});
