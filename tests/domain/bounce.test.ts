import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isForGood, messageIn, readStatuses, wordsOf } from '@/domain/bounce';

const ID = '01890a5d-ac96-774b-bcce-b302099a8057';
const REPORT = `Reporting-MTA: dns; mail.example.org

Final-Recipient: rfc822; ana@example.test
Action: Failed
Status: 5.1.1 (bad destination mailbox)
Diagnostic-Code: smtp; 550 5.1.1 <ana@example.test>:
    Recipient address rejected
`;

describe('a report of a mail server', () => {
  it.each([
    ['with line feeds', REPORT],
    ['with carriage returns', REPORT.replaceAll('\n', '\r\n')],
  ])('%s names what became of the recipient', (_, report) => {
    expect(readStatuses(report)).toEqual([
      {
        action: 'failed',
        status: '5.1.1',
        diagnostic: '550 5.1.1 <ana@example.test>: Recipient address rejected',
      },
    ]);
  });

  it('names several recipients in its order, and nothing of groups that are no recipient', () => {
    const second = 'Original-Recipient: rfc822;b@example.test\nAction: delayed\nStatus: 4.4.1\n';
    const stray = 'Action: failed\nStatus: 5.0.0\n';
    expect(readStatuses(`${REPORT}\n${second}\n${stray}`).map(({ action, status }) => [action, status])).toEqual([
      ['failed', '5.1.1'],
      ['delayed', '4.4.1'],
    ]);
  });

  it.each([
    ['5.1.1', true],
    ['5.7.1', true],
    ['4.4.7', false],
    ['', false],
  ])('with status %j says for good: %s', (status, forGood) => {
    expect(isForGood({ action: 'failed', status, diagnostic: '' })).toBe(forGood);
  });

  it('is shown with its code once', () => {
    expect(wordsOf({ action: 'failed', status: '5.1.1', diagnostic: '550 5.1.1 No' })).toBe('550 5.1.1 No');
    expect(wordsOf({ action: 'failed', status: '5.0.0', diagnostic: 'No' })).toBe('5.0.0 No');
    expect(wordsOf({ action: 'failed', status: '', diagnostic: '' })).toBe('no reason given');
  });

  it('whatever it holds, never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => void readStatuses(text)));
    fc.assert(fc.property(fc.string(), (text) => void messageIn(text)));
  });
});

describe('a mail that came back', () => {
  it.each([
    [`Message-ID: <${ID}@example.org>`, ID],
    [`From: a\r\nMESSAGE-ID:\r\n <${ID.toUpperCase()}@example.org>\r\n\r\nbody`, ID],
    ['Message-ID: <CAF+abc@mail.example.org>', null],
    [`Message-ID: <${ID}@example.org> <x@y>`, null],
    [`From: a\n\nMessage-ID: <${ID}@example.org>`, null],
    ['', null],
  ])('%j is row %j', (headers, id) => {
    expect(messageIn(headers)).toBe(id);
  });
});
