import { appendFileSync, mkdtempSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import { newId } from '@/lib/id';
import { drain } from '@/mail/drain';
import { logLedger, openLedger, type MailLedger } from '@/mail/ledger';
import { enqueue } from '@/mail/outbox';
import type { Delivery } from '@/mail/transport';
import { asWorker } from '../support/database';
import { createProgram, NOW } from '../support/factories';

const minutes = (count: number) => new Date(NOW.getTime() + count * 60_000);
const LOST: Delivery = { result: 'unknown', reply: 'connection closed' };
const TAKEN: Delivery = { result: 'accepted', reply: '250 ok' };

async function queue(kind: string): Promise<string> {
  const { organizationId } = await createProgram();
  const key = `${kind}:${newId(NOW)}`;
  await enqueue(
    db,
    { organizationId, key, kind, to: { address: 'ana@example.test' }, replyTo: '', subject: 's', text: 't', html: 'h' },
    NOW,
  );
  return (await db.outboxMessage.findUniqueOrThrow({ where: { key } })).id;
}

const sendAt = (delivery: Delivery, ledger: MailLedger | null, now: Date) =>
  asWorker(() => drain({ send: () => Promise.resolve(delivery), readNow: () => now, ledger, domain: 'example.test' }));
const stateOf = async (id: string) => (await db.outboxMessage.findUniqueOrThrow({ where: { id } })).state;

const at = (instant: Date, daemon: string, words: string) =>
  `${instant.toISOString()} mail postfix/${daemon}[7]: ${words}\n`;
const before = at(minutes(-60), 'qmgr', '4Aaaaaaaaa: removed');

/** A log that reaches back an hour. */
function logFile(...lines: string[]) {
  const path = join(mkdtempSync(join(tmpdir(), 'bookend-log-')), 'mail.log');
  writeFileSync(path, before + lines.join(''));
  return path;
}
const named = (id: string) => at(NOW, 'cleanup', `4Bbbbbbbbb: message-id=<${id}@example.test>`);
const queued = at(NOW, 'qmgr', '4Bbbbbbbbb: from=<m@example.test>, size=9, nrcpt=1 (queue active)');

describe('a letter in doubt', () => {
  it('that the mail server’s log has is accepted', async () => {
    const id = await queue('outcome');
    const ledger = logLedger(logFile(named(id), queued), () => minutes(11));
    await sendAt(LOST, ledger, NOW);
    await sendAt(TAKEN, ledger, minutes(9));
    expect(await stateOf(id)).toBe('uncertain');
    expect((await sendAt(TAKEN, ledger, minutes(11))).accepted).toBe(0);
    expect(await db.outboxMessage.findUniqueOrThrow({ where: { id } })).toMatchObject({
      state: 'accepted',
      attempts: 1,
      settledAt: minutes(11),
    });
  });

  it('that the log does not have goes again, under its own number', async () => {
    const id = await queue('outcome');
    const ledger = logLedger(logFile(named(id)), () => minutes(11));
    await sendAt(LOST, ledger, NOW);
    expect((await sendAt(TAKEN, ledger, minutes(11))).accepted).toBe(1);
    expect(await db.outboxMessage.findUniqueOrThrow({ where: { id } })).toMatchObject({
      state: 'accepted',
      attempts: 2,
    });
  });

  it('waits while the log cannot say: it begins too late, or is not there', async () => {
    const id = await queue('outcome');
    const late = join(mkdtempSync(join(tmpdir(), 'bookend-log-')), 'mail.log');
    const ledger = logLedger(late, () => minutes(11));
    await sendAt(LOST, ledger, NOW);
    await sendAt(TAKEN, ledger, minutes(11));
    expect(await stateOf(id)).toBe('uncertain');
    writeFileSync(late, at(minutes(10), 'qmgr', '4Aaaaaaaaa: removed'));
    await sendAt(TAKEN, ledger, minutes(72));
    expect(await stateOf(id)).toBe('uncertain');
  });

  it('waits for a person without a ledger, and goes again with a relay that knows its key', async () => {
    const id = await queue('outcome');
    await sendAt(LOST, null, NOW);
    await sendAt(TAKEN, null, minutes(600));
    expect(await stateOf(id)).toBe('uncertain');
    expect(
      (
        await sendAt(
          TAKEN,
          openLedger('header', () => NOW),
          minutes(601),
        )
      ).accepted,
    ).toBe(1);
  });
});

describe('a log', () => {
  it('is read on from where it was, also over the end of a line and a rotation', async () => {
    const path = logFile();
    const ledger = logLedger(path, () => NOW);
    const find = (id: string) => ledger.find(`<${id}@example.test>`, NOW);
    expect(await find('a')).toBe('unknown');
    const [half, rest] = [named('a').slice(0, 60), named('a').slice(60)];
    appendFileSync(path, half);
    expect(await find('a')).toBe('unknown');
    appendFileSync(path, rest + queued);
    expect(await find('a')).toBe('accepted');
    renameSync(path, `${path}.1`);
    writeFileSync(path, at(minutes(1), 'smtp', '4Cccccccccc: to=<x@example.test>, status=sent (ok)'));
    expect([await find('a'), await find('b')]).toEqual(['accepted', 'unknown']);
  });

  it.each([
    ['none', null],
    ['header', 'a ledger'],
    ['log:/var/log/mail.log', 'a ledger'],
  ])('%s is %s', (setting, what) => {
    expect(openLedger(setting, () => NOW) === null ? null : 'a ledger').toBe(what);
  });
});
