import { createServer, type Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import { newId } from '@/lib/id';
import { drain } from '@/mail/drain';
import { enqueue } from '@/mail/outbox';
import { openTransport, pooledUrl, type Delivery } from '@/mail/transport';
import { queuedJobs } from '../support/database';
import { createProgram, NOW } from '../support/factories';
import { openMailbox, smtpError } from '../support/mailbox';

const minutes = (count: number) => new Date(NOW.getTime() + count * 60_000);

async function queue(kind: string, key = `${kind}:${newId(NOW)}`, address = 'ana@example.test') {
  const { organizationId } = await createProgram();
  return enqueue(
    db,
    {
      organizationId,
      key,
      kind,
      to: { address },
      replyTo: '',
      subject: 'Hello',
      text: 'Hello\n',
      html: '<p>Hello</p>',
    },
    NOW,
  );
}

const outbox = () => db.outboxMessage.findMany({ select: { state: true, attempts: true }, orderBy: { id: 'asc' } });
const open = (url: string) => openTransport(pooledUrl(url), 'Mentoring <mentoring@example.test>');

/** Takes a message up to a point, then cuts the connection: `afterDot` only once the whole message is there. */
async function cutter(when: 'data' | 'afterDot') {
  let taken = 0;
  const answer = (socket: Socket, text: string) => {
    if (/^(EHLO|HELO)/.test(text)) return socket.write('250 here\r\n');
    if (/^(MAIL|RCPT)/.test(text)) return socket.write('250 fine\r\n');
    if (text.startsWith('DATA')) return when === 'data' ? socket.destroy() : socket.write('354 go on\r\n');
    if (!text.includes('\r\n.\r\n')) return undefined;
    taken++;
    return socket.destroy();
  };
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.write('220 ready\r\n');
    socket.on('data', (chunk) => void answer(socket, chunk.toString()));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const stop = () => {
    for (const socket of sockets) socket.destroy();
    server.close();
  };
  return { url: `smtp://127.0.0.1:${port}`, taken: () => taken, stop };
}

it.each([
  [1200, '20', '1000'],
  [90, '2', '1333'],
  [6, '1', '10000'],
  [0, null, null],
])('sends %i letters a minute as %s every %s ms', (perMinute, limit, delta) => {
  const { searchParams } = new URL(pooledUrl('smtp://localhost:25', perMinute));
  expect([searchParams.get('rateLimit'), searchParams.get('rateDelta')]).toEqual([limit, delta]);
});

describe('queueing', () => {
  it('makes one mail per key, and one job', async () => {
    expect(await queue('receipt', 'receipt:1')).toBe(true);
    expect(await queue('receipt', 'receipt:1')).toBe(false);
    expect(await outbox()).toEqual([{ state: 'queued', attempts: 0 }]);
    expect(await queuedJobs()).toEqual([{ task: 'drain-outbox', key: 'drain-outbox' }]);
  });
});

describe('sending', () => {
  it('goes to one recipient, whatever the address looks like to a header', async () => {
    const mailbox = await openMailbox();
    const { send, close } = open(mailbox.url);
    await queue('receipt');
    expect((await drain({ send, readNow: () => NOW })).accepted).toBe(1);
    expect(await mailbox.read()).toMatchObject([
      { from: 'mentoring@example.test', to: ['ana@example.test'], subject: 'Hello', text: 'Hello' },
    ]);
    expect(await outbox()).toEqual([{ state: 'accepted', attempts: 1 }]);
    close();
    await mailbox.stop();
  });

  it.each([
    [451, 'not now', 'deferred', 1],
    [451, '4.7.1 greylisted', 'deferred', 5],
    [552, '5.2.2 mailbox full', 'deferred', 360],
    [535, '5.7.8 who are you', 'deferred', 1],
    [550, 'not now', 'failed', null],
    [550, '5.1.1 no such user', 'failed', null],
  ])('on reply %i %s is %s, for %j minutes', async (code, words, state, wait) => {
    const mailbox = await openMailbox(() => smtpError(code, words));
    const { send, close } = open(mailbox.url);
    await queue('receipt');
    await drain({ send, readNow: () => NOW });
    expect(await outbox()).toEqual([{ state, attempts: 1 }]);
    const { notBefore, lastReply } = await db.outboxMessage.findFirstOrThrow();
    expect(lastReply).toContain(words);
    if (wait !== null) expect(notBefore).toEqual(minutes(wait));
    close();
    await mailbox.stop();
  });

  it('tries again later while the server is down, and is lost to nobody', async () => {
    const { send, close } = open('smtp://127.0.0.1:1');
    await queue('outcome');
    await drain({ send, readNow: () => NOW });
    expect(await outbox()).toEqual([{ state: 'deferred', attempts: 1 }]);
    expect((await drain({ send, readNow: () => NOW })).accepted).toBe(0);
    close();
    const mailbox = await openMailbox();
    const later = open(mailbox.url);
    expect((await drain({ send: later.send, readNow: () => minutes(2) })).accepted).toBe(1);
    later.close();
    await mailbox.stop();
  });

  it.each(['data', 'afterDot'] as const)(
    'cut at %s is uncertain, and an outcome letter is never sent again blindly',
    async (when) => {
      const cut = await cutter(when);
      const { send, close } = open(cut.url);
      await queue('outcome');
      await drain({ send, readNow: () => NOW });
      expect(await outbox()).toEqual([{ state: 'uncertain', attempts: 1 }]);
      expect(cut.taken()).toBe(when === 'afterDot' ? 1 : 0);
      await drain({ send, readNow: () => minutes(60 * 24) });
      expect(await outbox()).toEqual([{ state: 'uncertain', attempts: 1 }]);
      close();
      cut.stop();
    },
  );

  it('repeats a mail that does no harm an hour after an uncertain attempt', async () => {
    const cut = await cutter('afterDot');
    const { send, close } = open(cut.url);
    await queue('receipt');
    await drain({ send, readNow: () => NOW });
    close();
    cut.stop();
    const mailbox = await openMailbox();
    const later = open(mailbox.url);
    expect((await drain({ send: later.send, readNow: () => minutes(59) })).accepted).toBe(0);
    expect((await drain({ send: later.send, readNow: () => minutes(61) })).accepted).toBe(1);
    later.close();
    await mailbox.stop();
  });

  it('treats a mail whose sender was killed as uncertain', async () => {
    await queue('outcome');
    const killed = new Promise<Delivery>(() => undefined);
    void drain({ send: () => killed, readNow: () => NOW, lanes: 1 });
    await expect.poll(async () => (await outbox())[0]?.state).toBe('sending');
    const send = () => Promise.resolve<Delivery>({ result: 'accepted', reply: '250' });
    expect((await drain({ send, readNow: () => minutes(2) })).accepted).toBe(0);
    expect((await drain({ send, readNow: () => minutes(4) })).accepted).toBe(0);
    expect(await outbox()).toEqual([{ state: 'uncertain', attempts: 1 }]);
  });

  it('stops after twenty faults in a row and leaves the rest for later', async () => {
    for (let index = 0; index < 30; index++) await queue('receipt');
    const send = () => Promise.resolve<Delivery>({ result: 'offline', reply: 'gone' });
    await drain({ send, readNow: () => NOW, lanes: 1 });
    const states = (await outbox()).map(({ state }) => state);
    expect([
      states.filter((state) => state === 'deferred').length,
      states.filter((state) => state === 'queued').length,
    ]).toEqual([20, 10]);
  });

  it('sends each of many once when two workers drain at the same time', async () => {
    for (let index = 0; index < 40; index++) await queue('outcome');
    const sent: string[] = [];
    const send = ({ id }: { id: string }) => {
      sent.push(id);
      return Promise.resolve<Delivery>({ result: 'accepted', reply: '250' });
    };
    await Promise.all([drain({ send, readNow: () => NOW }), drain({ send, readNow: () => NOW })]);
    expect([sent.length, new Set(sent).size]).toEqual([40, 40]);
  });
});
