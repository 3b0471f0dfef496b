import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import { readBounces, type Seen } from '@/jobs/read-bounces';
import { newId } from '@/lib/id';
import { asWorker } from '../support/database';
import { bounceMail } from '../support/bounces';
import { createProgram, NOW } from '../support/factories';

let folder = '';
let seen: Seen;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bookend-bounces-'));
  seen = new Map();
});
const look = () => asWorker(() => readBounces(folder, seen, NOW));
const put = (name: string, content: string | Buffer) => writeFileSync(join(folder, name), content);
const inside = (shelf: string) => (existsSync(join(folder, shelf)) ? readdirSync(join(folder, shelf)) : []);

async function sent(state = 'accepted'): Promise<string> {
  const { organizationId } = await createProgram();
  const id = newId(NOW);
  const words = { toAddress: 'ana@example.test', subject: 's', text: 't', html: 'h' };
  const row = { id, organizationId, key: `receipt:${id}`, kind: 'receipt', state, ...words };
  await db.outboxMessage.create({ data: { ...row, notBefore: NOW, createdAt: NOW } });
  return id;
}
const messageId = (id: string) => `<${id}@example.test>`;

describe('the folder of mails that came back', () => {
  it('is read once a file has its whole size, and the file goes where it belongs', async () => {
    const id = await sent();
    const whole = bounceMail({ messageId: messageId(id) });
    put('a.eml', whole.subarray(0, 300));
    put('b.eml', 'From: a@example.test\n\nOut of office');
    expect(await look()).toEqual({});
    appendFileSync(join(folder, 'a.eml'), whole.subarray(300));
    expect(await look()).toEqual({ unread: 1 });
    expect(await look()).toEqual({ bounced: 1 });
    expect(await look()).toEqual({});
    expect([inside('done'), inside('unread')]).toEqual([['a.eml'], ['b.eml']]);
    expect(await db.outboxMessage.findUniqueOrThrow({ where: { id } })).toMatchObject({
      state: 'bounced',
      lastReply: '550 5.1.1 No such user here',
    });
    expect(await db.suppression.findMany({ select: { address: true } })).toEqual([{ address: 'ana@example.test' }]);
  });

  it('the same mail twice changes nothing', async () => {
    const id = await sent();
    for (const name of ['a.eml', 'b.eml']) put(name, bounceMail({ messageId: messageId(id) }));
    await look();
    expect(await look()).toEqual({ bounced: 1, known: 1 });
    expect(await db.event.count({ where: { action: 'message.bounced' } })).toBe(1);
    expect(await db.suppression.count()).toBe(1);
  });

  it('leaves a mail about a letter that is being sent for the next look', async () => {
    const id = await sent('sending');
    put('a.eml', bounceMail({ messageId: messageId(id) }));
    await look();
    expect(await look()).toEqual({ later: 1 });
    await db.outboxMessage.update({ where: { id }, data: { state: 'accepted' } });
    expect(await look()).toEqual({ bounced: 1 });
  });

  it('takes files alone: not folders, links, or what is far too large', async () => {
    mkdirSync(join(folder, 'c.eml'));
    symlinkSync('/etc/hostname', join(folder, 'd.eml'));
    put('e.eml', Buffer.alloc(300 * 1024, 'a'));
    put('.f.eml', 'hidden while it is written');
    await look();
    expect(await look()).toEqual({ unread: 1 });
    expect(inside('unread')).toEqual(['e.eml']);
  });

  it('that is not there is no fault', async () => {
    expect(await asWorker(() => readBounces(join(folder, 'none'), seen, NOW))).toEqual({});
  });
});
