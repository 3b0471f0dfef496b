import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { POST } from '@/app/(public)/hooks/bounces/route';
import { db } from '@/db/client';
import { takeBounce } from '@/features/announcements/bounces/commands';
import { newId } from '@/lib/id';
import { bounceMail } from '../../support/bounces';
import { createActor, NOW } from '../../support/factories';
import { held, readyCycle } from './ready-cycle';

const SECRET = 'a secret for tests, long enough';
afterAll(() => {
  delete process.env.BOUNCE_SECRET;
});

const JOB = { kind: 'job', name: 'bounces' } as const;
let id = '';
let ready: Awaited<ReturnType<typeof readyCycle>>;
beforeEach(async () => {
  process.env.BOUNCE_SECRET = SECRET;
  ready = await readyCycle();
  await held(ready);
  await db.outboxMessage.updateMany({ data: { state: 'accepted', attempts: 1, lastReply: '250 ok' } });
  ({ id } = await db.outboxMessage.findFirstOrThrow({ where: { toAddress: 'ada@example.test' } }));
});
const letter = () => db.outboxMessage.findUniqueOrThrow({ where: { id }, select: { state: true, lastReply: true } });
const report = (over: Parameters<typeof bounceMail>[0] = {}) =>
  bounceMail({ messageId: `<${id}@example.test>`, ...over });
const take = (over: Parameters<typeof bounceMail>[0] = {}) => takeBounce(JOB, report(over), NOW);
const listed = () => db.suppression.count();

describe('a report about a letter', () => {
  it('that failed for good marks it and the address, once', async () => {
    expect([await take(), await take()]).toEqual(['bounced', 'known']);
    expect(await letter()).toEqual({ state: 'bounced', lastReply: '550 5.1.1 No such user here' });
    expect(await db.suppression.findMany({ select: { address: true, messageId: true } })).toEqual([
      { address: 'ada@example.test', messageId: id },
    ]);
    expect(await db.event.findMany({ where: { action: 'message.bounced' } })).toMatchObject([
      { subjectId: id, cycleId: ready.cycle.id, actor: 'job:bounces', detail: { status: '5.1.1' } },
    ]);
  });

  it('that only took too long leaves the address alone', async () => {
    expect(await take({ status: '4.4.7', diagnostic: 'smtp; delivery expired' })).toBe('bounced');
    expect([(await letter()).state, await listed()]).toEqual(['bounced', 0]);
  });

  it('that is late is noted, and only then', async () => {
    const late = { action: 'delayed', status: '4.4.1', diagnostic: 'smtp; timed out' };
    expect([await take(late), await take(late)]).toEqual(['noted', 'known']);
    expect(await letter()).toEqual({
      state: 'accepted',
      lastReply: 'Late, and tried again by the mail server: 4.4.1 timed out',
    });
    expect(await listed()).toBe(0);
  });

  it.each(['delivered', 'relayed', 'expanded', 'nonsense'])('that says %s changes nothing', async (action) => {
    expect(await take({ action, status: '2.0.0' })).toBe('known');
    expect(await letter()).toEqual({ state: 'accepted', lastReply: '250 ok' });
  });

  it.each([
    ['uncertain', 'bounced'],
    ['deferred', 'bounced'],
    ['queued', 'bounced'],
    ['sending', 'later'],
    ['failed', 'known'],
    ['stopped', 'known'],
  ] as const)('in state %s: %s', async (state, taken) => {
    await db.outboxMessage.update({ where: { id }, data: { state } });
    expect(await take()).toBe(taken);
  });

  it('of no row of ours, or no report at all, is left unread', async () => {
    expect(await take({ messageId: `<${newId(NOW)}@example.test>` })).toBe('unread');
    expect(await takeBounce(JOB, Buffer.from('Subject: hello\n\nhello'), NOW)).toBe('unread');
  });

  it('is taken from jobs alone', async () => {
    const actor = await createActor(ready.program, 'administrator');
    await expect(takeBounce(actor, report(), NOW)).rejects.toMatchObject({ code: 'actor.forbidden' });
  });
});

describe('the address for mail servers', () => {
  type Posted = { type?: string; body?: BodyInit; authorization?: string };
  const post = ({ type = 'message/rfc822', body, authorization = `Bearer ${SECRET}` }: Posted = {}) =>
    POST(
      new Request('http://localhost:3000/hooks/bounces', {
        method: 'POST',
        headers: { 'content-type': type, authorization },
        body: body ?? new Uint8Array(report()),
      }),
      {},
    );

  it('takes a report as it is, and as JSON', async () => {
    const answer = await post();
    expect([answer.status, await answer.json()]).toEqual([200, { result: 'bounced' }]);
    const again = await post({
      type: 'application/json; charset=utf-8',
      body: JSON.stringify({ message: report().toString('utf8') }),
    });
    expect([again.status, await again.json()]).toEqual([200, { result: 'known' }]);
  });

  it.each([
    ['a wrong secret', { authorization: 'Bearer wrong' }, 401],
    ['none', { authorization: '' }, 401],
    ['a form', { type: 'application/x-www-form-urlencoded' }, 415],
    ['JSON that is none', { type: 'application/json', body: '{' }, 415],
    ['JSON of another shape', { type: 'application/json', body: '{"message":1,"a":2}' }, 415],
    ['more than 256 KB', { body: 'a'.repeat(256 * 1024 + 1) }, 413],
  ])('refuses %s', async (_, posted, status) => {
    expect((await post(posted)).status).toBe(status);
    expect((await letter()).state).toBe('accepted');
  });

  it('is not there without a secret', async () => {
    delete process.env.BOUNCE_SECRET;
    expect((await post({ authorization: 'Bearer ' })).status).toBe(404);
  });

  it('asks to come back while the letter is being sent', async () => {
    await db.outboxMessage.update({ where: { id }, data: { state: 'sending' } });
    expect((await post()).status).toBe(503);
  });
});
