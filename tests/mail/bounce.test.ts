import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_BYTES, readBounce } from '@/mail/bounce';
import { bounceMail } from '../support/bounces';

const ID = '01890a5d-ac96-774b-bcce-b302099a8057';
const messageId = `<${ID}@example.test>`;

describe('reading a mail that came back', () => {
  it.each(['message/rfc822', 'text/rfc822-headers'] as const)('finds our row in %s', async (returned) => {
    expect(await readBounce(bounceMail({ messageId, returned }))).toEqual({
      messageId: ID,
      action: 'failed',
      status: '5.1.1',
      diagnostic: '550 5.1.1 No such user here',
      words: '550 5.1.1 No such user here',
    });
  });

  it('leaves control characters out of what is shown', async () => {
    const bounce = await readBounce(bounceMail({ messageId, diagnostic: 'smtp; 550 5.1.1 \u001b[31mred\u0000' }));
    expect(bounce?.words).toBe('550 5.1.1 [31mred');
  });

  it.each([
    ['a letter from somebody', Buffer.from('From: a@example.test\r\nSubject: Hi\r\n\r\nHello')],
    ['a report about a mail of somebody else', bounceMail({ messageId: '<abc@example.test>' })],
    ['nothing', Buffer.alloc(0)],
    ['more than is read', Buffer.concat([bounceMail({ messageId }), Buffer.alloc(MOST_BYTES)])],
    ['half a file', bounceMail({ messageId }).subarray(0, 500)],
    ['headers without end', Buffer.from(`Subject: ${'a'.repeat(MOST_BYTES - 20)}`)],
  ])('is not fooled by %s', async (_, raw) => {
    expect(await readBounce(raw)).toBeNull();
  });

  it('takes a mail in a mail in a mail without harm', async () => {
    const nested = (depth: number): string =>
      depth === 0
        ? 'Content-Type: text/plain\r\n\r\nend\r\n'
        : `Content-Type: multipart/report; boundary="b${depth}"\r\n\r\n--b${depth}\r\n${nested(depth - 1)}\r\n--b${depth}--\r\n`;
    expect(await readBounce(Buffer.from(nested(500)))).toBeNull();
  });

  it('never throws, whatever is changed in it', async () => {
    const whole = bounceMail({ messageId }).toString('latin1');
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length), fc.nat(80), fc.string({ maxLength: 40 }), async (at, gone, put) => {
        await readBounce(Buffer.from(whole.slice(0, at) + put + whole.slice(at + gone), 'latin1'));
      }),
      { numRuns: 300 },
    );
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), async (bytes) => void (await readBounce(bytes))),
    );
  });
});
