import { createHash, createVerify, generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openTransport, pooledUrl } from '@/mail/transport';
import { readDkim } from '../../scripts/lib/dkim.mjs';
import { startMailCatcher } from '../../scripts/lib/mail-catcher.mjs';

const pem = { type: 'pkcs8', format: 'pem' } as const;
const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const KEY = privateKey.export(pem).toString();
const FROM = 'Mentoring <mentoring@mail.example.test>';

const relaxedLine = (line: string) => line.replace(/[ \t]+/g, ' ').trimEnd();
const relaxedBody = (body: string) =>
  `${body
    .split('\r\n')
    .map(relaxedLine)
    .join('\r\n')
    .replace(/(\r\n)*$/, '')}\r\n`;
const relaxedHeader = (name: string, value: string) => `${name.toLowerCase()}:${value.replace(/\s+/g, ' ').trim()}`;

/** Verifies as a receiver does (RFC 6376, 6.1), with relaxed canonicalisation: body hash, then signature. */
function verify(mail: string): { signed: string[]; tags: Record<string, string>; body: boolean; signature: boolean } {
  const end = mail.indexOf('\r\n\r\n');
  const headers = mail
    .slice(0, end)
    .split(/\r\n(?![ \t])/)
    .map((line): [string, string] => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]);
  const [, signature = ''] = headers.find(([name]) => name.toLowerCase() === 'dkim-signature') ?? [];
  const tags = Object.fromEntries(
    signature.split(';').map((tag) => {
      const [name = '', ...value] = tag.trim().split('=');
      return [name.trim(), value.join('=').replace(/\s+/g, '')];
    }),
  );
  const signed = (tags.h ?? '').split(':');
  const left = [...headers].reverse();
  const data = signed.flatMap((name) => {
    const at = left.findIndex(([known]) => known.toLowerCase() === name.toLowerCase());
    const [found] = at < 0 ? [] : left.splice(at, 1);
    return found ? [relaxedHeader(...found)] : [];
  });
  const own = relaxedHeader('dkim-signature', signature).replace(/\bb=[^;]*$/, 'b=');
  const hash = createHash('sha256')
    .update(relaxedBody(mail.slice(end + 4)))
    .digest('base64');
  return {
    signed: signed.map((name) => name.toLowerCase()),
    tags,
    body: hash === tags.bh,
    signature: createVerify('RSA-SHA256')
      .update([...data, own].join('\r\n'))
      .verify(publicKey, tags.b ?? '', 'base64'),
  };
}

it('signs every mail so that a receiver can verify it, and not one that was changed', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'bookend-dkim-'));
  const server = await startMailCatcher(dir, {});
  const { send, close } = openTransport(pooledUrl(server.url), FROM, {
    domain: 'example.test',
    selector: 'mail2030',
    key: KEY,
  });
  const to = { address: 'ana@example.test', name: 'Ana' };
  const words = {
    replyTo: 'desk@example.test',
    subject: 'Ünïcode  and   spaces',
    text: 'Hello,\n\n  Ana \n\n',
    html: '<p>Hello</p>',
    calendar: '',
    unsubscribeUrl: 'https://mentoring.example.test/pair/quiet/k7Qd0m-long-enough-to-be-folded-somewhere/one-click',
  };
  expect((await send({ id: '0190', to, ...words })).result).toBe('accepted');
  close();
  await server.stop();
  const [file = ''] = readdirSync(dir).filter((name) => name.endsWith('.eml'));
  const mail = readFileSync(join(dir, file), 'utf8');
  const found = verify(mail);
  expect(found).toMatchObject({ body: true, signature: true });
  expect(found.tags).toMatchObject({ d: 'example.test', s: 'mail2030', a: 'rsa-sha256' });
  const both = ['list-unsubscribe', 'list-unsubscribe-post'];
  expect(found.signed).toEqual(
    expect.arrayContaining(['from', 'reply-to', 'subject', 'to', 'message-id', 'date', ...both]),
  );
  const unfolded = mail.replace(/\r\n[ \t]+/g, ' ');
  expect(unfolded).toContain(`\r\nList-Unsubscribe: <${words.unsubscribeUrl}>\r\n`);
  expect(unfolded).toContain('\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n');
  expect(mail).toMatch(/^Reply-To: <?desk@example\.test>?\r\n/m);
  expect(verify(mail.replace('Hello,', 'Goodbye,')).body).toBe(false);
  expect(verify(mail.replace('mentoring@', 'another@')).signature).toBe(false);
});

const settings = (over: Record<string, string> = {}) =>
  readDkim({ MAIL_FROM: FROM, DKIM_DOMAIN: 'example.test', DKIM_SELECTOR: 'mail2030', DKIM_KEY: KEY, ...over });

it('is set by three variables, or not at all; the key may lie in a file', () => {
  expect(readDkim({ MAIL_FROM: FROM })).toEqual({ problems: [], settings: {} });
  const file = join(mkdtempSync(join(tmpdir(), 'bookend-dkim-')), 'key.pem');
  writeFileSync(file, KEY);
  for (const DKIM_KEY of [KEY, file, KEY.replaceAll('\n', '\\n')])
    expect(settings({ DKIM_KEY })).toEqual({
      problems: [],
      settings: { DKIM_DOMAIN: 'example.test', DKIM_SELECTOR: 'mail2030', DKIM_KEY: KEY },
    });
});

const small = generateKeyPairSync('rsa', { modulusLength: 512 }).privateKey.export(pem).toString();
const edwards = generateKeyPairSync('ed25519').privateKey.export(pem).toString();

it.each<[string, Record<string, string>, string]>([
  ['a part is missing', { DKIM_SELECTOR: '' }, 'DKIM_SELECTOR  is missing'],
  ['another domain', { DKIM_DOMAIN: 'other.test' }, 'DKIM_DOMAIN  is not the domain'],
  ['a domain that only ends alike', { DKIM_DOMAIN: 'ample.test' }, 'DKIM_DOMAIN  is not the domain'],
  ['a selector that is none', { DKIM_SELECTOR: 'a b' }, 'DKIM_SELECTOR  is no name'],
  ['no such file', { DKIM_KEY: '/nowhere/key.pem' }, 'DKIM_KEY  is neither'],
  ['no key', { DKIM_KEY: '-----BEGIN PRIVATE KEY-----\nx\n-----END PRIVATE KEY-----' }, 'DKIM_KEY  is no private key'],
  ['a key that is too small', { DKIM_KEY: small }, 'DKIM_KEY  is no RSA key'],
  ['a key of another kind', { DKIM_KEY: edwards }, 'DKIM_KEY  is no RSA key'],
])('does not start with %s', (_, over, problem) => {
  expect(settings(over).problems).toEqual([expect.stringContaining(problem)]);
});
