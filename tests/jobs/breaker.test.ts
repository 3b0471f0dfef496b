import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import { newId } from '@/lib/id';
import { drain, hasUntriedMail } from '@/mail/drain';
import type { Delivery, Outgoing } from '@/mail/transport';
import { createProgram, NOW } from '../support/factories';

const minutes = (count: number) => new Date(NOW.getTime() + count * 60_000);
const TAKEN: Delivery = { result: 'accepted', reply: '250 ok' };
const REFUSED: Delivery = { result: 'refused', reply: '550 5.7.1 <ana@example.test> not from you' };

let organizationId = '';
beforeEach(async () => {
  ({ organizationId } = await createProgram());
});

const queue = (kind: string, count: number) =>
  db.outboxMessage.createMany({
    data: Array.from({ length: count }, () => ({
      id: newId(NOW),
      organizationId,
      key: newId(NOW),
      kind,
      toAddress: 'ana@example.test',
      subject: kind,
      text: 'Hello\n',
      html: '<p>Hello</p>',
      notBefore: NOW,
      createdAt: NOW,
    })),
  });

/** Sends what is due then. @returns the kinds that were tried, in their order */
async function sendAt(minute: number, answer: (message: Outgoing) => Delivery, lanes = 1): Promise<string[]> {
  const tried: string[] = [];
  const send = (message: Outgoing) => {
    tried.push(message.subject);
    return Promise.resolve(answer(message));
  };
  await drain({ send, readNow: () => minutes(minute), lanes });
  return tried;
}
const refuseOutcomes = ({ subject }: Outgoing) => (subject === 'outcome' ? REFUSED : TAKEN);
const breaker = () => db.mailBreaker.findUniqueOrThrow({ where: { kind: 'outcome' } });

describe('a kind of mail that the server refuses twenty times in a row', () => {
  it('rests, while other kinds go on', async () => {
    await queue('outcome', 30);
    await queue('receipt', 3);
    const tried = await sendAt(0, refuseOutcomes);
    expect([
      tried.filter((kind) => kind === 'outcome').length,
      tried.filter((kind) => kind === 'receipt').length,
    ]).toEqual([20, 3]);
    expect(await breaker()).toMatchObject({ failures: 20, reply: '550 5.7.1 <…> not from you', openUntil: minutes(1) });
    expect([await hasUntriedMail(NOW), await sendAt(0.5, refuseOutcomes)]).toEqual([false, []]);
    await queue('receipt', 1);
    expect(await hasUntriedMail(NOW)).toBe(true);
  });

  it('is tried with one mail after a minute, five, then fifteen each', async () => {
    await queue('outcome', 40);
    await sendAt(0, refuseOutcomes);
    expect(await sendAt(1, refuseOutcomes)).toEqual(['outcome']);
    expect((await breaker()).openUntil).toEqual(minutes(6));
    expect(await sendAt(5, refuseOutcomes)).toEqual([]);
    await sendAt(6, refuseOutcomes);
    await sendAt(21, refuseOutcomes);
    expect((await breaker()).openUntil).toEqual(minutes(36));
  });

  it('goes on as soon as one mail is taken, and begins to count anew', async () => {
    await queue('outcome', 30);
    await sendAt(0, refuseOutcomes);
    expect((await sendAt(2, () => TAKEN)).length).toBe(10);
    expect(await breaker()).toMatchObject({ failures: 0, trips: 0, openUntil: null });
  });

  it('never rests for what is about one recipient, nor while some are taken', async () => {
    await queue('outcome', 60);
    let count = 0;
    await sendAt(0, () => (++count % 3 === 0 ? TAKEN : { result: 'refused', reply: '550 5.1.1 no such user' }));
    expect(await db.mailBreaker.count()).toBe(0);
    await queue('notice', 60);
    await sendAt(0, () => (++count % 20 === 0 ? TAKEN : REFUSED));
    expect(await db.outboxMessage.count({ where: { state: 'queued' } })).toBe(0);
  });

  it('counts what several lanes send at once together', async () => {
    await queue('outcome', 60);
    const tried = await sendAt(0, refuseOutcomes, 4);
    expect(tried.length).toBeLessThan(24);
    expect((await breaker()).openUntil).toEqual(minutes(1));
  });
});
