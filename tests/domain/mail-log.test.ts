import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineTime, openMailLog } from '@/domain/mail-log';

const NOW = new Date('2030-01-15T18:00:00Z');
const line = (daemon: string, words: string) =>
  `2030-01-15T18:00:00.123456+00:00 mail postfix/${daemon}[412]: ${words}`;
const takenIn = (...lines: string[]) => {
  const log = openMailLog();
  log.read(lines.join('\n'));
  return [...log.taken];
};

describe('the log of a mail server', () => {
  const named = line('cleanup', '4XyZ12aBcD: message-id=<a@example.org>');

  it.each([
    ['the queue has it', 'qmgr', '4XyZ12aBcD: from=<m@example.org>, size=812, nrcpt=1 (queue active)'],
    ['it was sent', 'smtp', '4XyZ12aBcD: to=<b@example.test>, relay=mx, dsn=2.0.0, status=sent (250 ok)'],
    ['it waits for the other server', 'smtp', '4XyZ12aBcD: to=<b@example.test>, dsn=4.4.1, status=deferred (timeout)'],
    ['it came back', 'smtp', '4XyZ12aBcD: to=<b@example.test>, dsn=5.1.1, status=bounced (no such user)'],
  ])('says that a message was taken when %s', (_, daemon, words) => {
    expect(takenIn(named, line(daemon, words))).toEqual(['<a@example.org>']);
  });

  it('says nothing of one that was cut off', () => {
    expect(takenIn(named, line('smtpd', 'lost connection after DATA from app[10.0.0.1]'))).toEqual([]);
    expect(takenIn(line('smtp', '4XyZ12aBcD: to=<b@example.test>, status=sent (250 ok)'))).toEqual([]);
  });

  it('tells messages apart that had the same queue id one after the other', () => {
    const again = line('cleanup', '4XyZ12aBcD: message-id=<b@example.org>');
    const sent = line('smtp', '4XyZ12aBcD: to=<b@example.test>, status=sent (250 ok)');
    expect(takenIn(named, line('qmgr', '4XyZ12aBcD: removed'), sent)).toEqual([]);
    expect(takenIn(named, again, sent)).toEqual(['<b@example.org>']);
  });

  it('reads the traditional form too', () => {
    const old = (words: string) => `Jan 15 18:00:00 mail postfix/smtp[1]: ${words}`;
    expect(takenIn(named, old('4XyZ12aBcD: to=<b@example.test>, status=sent (250 ok)'))).toEqual(['<a@example.org>']);
  });

  it('whatever stands in it, never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => void takenIn(text)));
    fc.assert(fc.property(fc.string(), (text) => void lineTime(text, NOW)));
  });
});

describe('the time of a line', () => {
  it('is as written, or the last such moment', () => {
    expect(lineTime(line('smtp', 'x'), NOW)?.getTime()).toBe(NOW.getTime() + 123);
    const local = new Date(2029, 11, 31, 23, 59, 58);
    expect(lineTime('Dec 31 23:59:58 mail postfix', NOW)).toEqual(local);
    expect(lineTime('Jan  5 01:02:03 mail postfix', NOW)).toEqual(new Date(2030, 0, 5, 1, 2, 3));
    expect(lineTime('no time at all', NOW)).toBeNull();
  });
});
