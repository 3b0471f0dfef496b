import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import { correctAddress } from '@/features/announcements/addresses/commands';
import { listSuppressed } from '@/features/announcements/addresses/queries';
import { takeBounce } from '@/features/announcements/bounces/commands';
import { resendLetter, settleAllUncertain, settleUncertain } from '@/features/announcements/deliveries/commands';
import { countProblems, findUncertain, listDeliveries } from '@/features/announcements/deliveries/queries';
import { saveNotice, sendNotice, stopNotice } from '@/features/announcements/notices/commands';
import { listSent } from '@/features/announcements/notices/queries';
import { drain } from '@/mail/drain';
import type { Delivery } from '@/mail/transport';
import { bounceMail } from '../../support/bounces';
import { createActor, createProgram, NOW } from '../../support/factories';
import { minutes, readyCycle } from './ready-cycle';

type Ready = Awaited<ReturnType<typeof readyCycle>>;
let ready: Ready;
let noticeId = '';
beforeEach(async () => {
  ready = await readyCycle();
  const words = { subject: 'Orientation', body: 'We meet on the first Monday of March.', standing: 'applied' as const };
  const input = { cycleId: ready.cycle.id, id: '', version: 0, ...words, roles: ['mentor', 'mentee'] as const };
  noticeId = await saveNotice(ready.staff, { ...input, roles: [...input.roles] }, NOW);
  await sendNotice(ready.staff, { id: noticeId, version: 1, count: 5 }, NOW);
});

const ADA = 'ada@example.test';
const reason = 'She told me on the phone.';
const mailTo = (toAddress: string) =>
  db.outboxMessage.findFirstOrThrow({ where: { toAddress, noticeId }, orderBy: { id: 'desc' } });
async function put(toAddress: string, state: string): Promise<string> {
  const { id } = await mailTo(toAddress);
  await db.outboxMessage.update({ where: { id }, data: { state } });
  return id;
}
const send = async (minute: number, answer: Delivery) => {
  const sent: string[] = [];
  const one = ({ to }: { to: { address: string } }) => {
    sent.push(to.address);
    return Promise.resolve(answer);
  };
  await drain({ send: one, readNow: () => minutes(minute), lanes: 1 });
  return sent;
};
const LOST: Delivery = { result: 'unknown', reply: 'Connection closed' };
const TAKEN: Delivery = { result: 'accepted', reply: '250 ok' };

describe('a mail to a group of which nobody knows whether it arrived', () => {
  it('is never sent again blindly, and waits for a person', async () => {
    await send(10, LOST);
    expect(await send(60 * 24, TAKEN)).toEqual([]);
    expect((await findUncertain(ready.cycle.id, [])).length).toBe(5);
    expect((await findUncertain(ready.cycle.id, [ready.ada.personId])).length).toBe(4);
    await settleUncertain(ready.staff, { messageId: (await mailTo(ADA)).id, how: 'arrived', reason }, minutes(30));
    const rest = { cycleId: ready.cycle.id, seen: 4, how: 'again' as const, reason, understood: 'yes' as const };
    await settleAllUncertain(ready.staff, rest, minutes(31));
    expect((await send(32, TAKEN)).length).toBe(4);
    expect((await listSent(noticeId, ready.staff)).counts).toEqual({ accepted: 5 });
  });

  it('of a group that was stopped does not go again', async () => {
    const messageId = await put(ADA, 'uncertain');
    await stopNotice(ready.staff, { id: noticeId, version: 2 }, minutes(11));
    await expect(settleUncertain(ready.staff, { messageId, how: 'again', reason }, minutes(12))).rejects.toMatchObject({
      code: 'delivery.stopped',
    });
    await settleUncertain(ready.staff, { messageId, how: 'arrived', reason }, minutes(12));
    expect((await mailTo(ADA)).state).toBe('accepted');
  });
});

it('one that was put off when its group was stopped does not go', async () => {
  await put(ADA, 'sending');
  await stopNotice(ready.staff, { id: noticeId, version: 2 }, minutes(11));
  await put(ADA, 'deferred');
  expect(await send(20, TAKEN)).toEqual([]);
  expect((await mailTo(ADA)).state).toBe('stopped');
});

describe('a mail to a group that came back', () => {
  const comeBack = async () => {
    const id = await put(ADA, 'accepted');
    const job = { kind: 'job', name: 'bounces' } as const;
    expect(await takeBounce(job, bounceMail({ messageId: `<${id}@example.test>` }), minutes(20))).toBe('bounced');
    return id;
  };

  it('is on record with its cycle, in the lists, and for nobody to whom the person is closed', async () => {
    const subjectId = await comeBack();
    const bounced = { where: { action: 'message.bounced', subjectId } };
    expect(await db.event.findFirst(bounced)).toMatchObject({ cycleId: ready.cycle.id });
    expect(await countProblems(ready.cycle.id, [])).toBe(1);
    expect(await countProblems(ready.cycle.id, [ready.ada.personId])).toBe(0);
    const filter = { cycleId: ready.cycle.id, releaseId: null, state: 'problem', page: 1 };
    expect((await listDeliveries({ ...filter, closed: [] })).rows.map(({ id }) => id)).toEqual([subjectId]);
    expect((await listDeliveries({ ...filter, closed: [ready.ada.personId] })).rows).toEqual([]);
    const cycle = { id: ready.cycle.id, ...ready.program };
    expect(await listSuppressed(cycle, ready.staff)).toMatchObject([{ address: ADA, letters: 1 }]);
  });

  it('goes once more, to a corrected address', async () => {
    const messageId = await comeBack();
    await resendLetter(ready.staff, { messageId, address: 'ada.new@example.test', reason }, minutes(21));
    const again = await mailTo('ada.new@example.test');
    expect(again).toMatchObject({ kind: 'notice', state: 'queued', key: `again:${messageId}` });
    expect(await countProblems(ready.cycle.id, [])).toBe(0);
    expect((await listSent(noticeId, ready.staff)).counts).toEqual({ queued: 5 });
  });

  it('goes with the address that is corrected in the list, unless its group was stopped', async () => {
    await comeBack();
    const { id: suppressionId, version } = await db.suppression.findFirstOrThrow();
    const entry = { cycleId: ready.cycle.id, suppressionId, version, reason };
    await db.notice.update({ where: { id: noticeId }, data: { state: 'stopped' } });
    expect(await listSuppressed({ id: ready.cycle.id, ...ready.program }, ready.staff)).toMatchObject([{ letters: 0 }]);
    await db.notice.update({ where: { id: noticeId }, data: { state: 'sent' } });
    await correctAddress(ready.staff, { ...entry, address: 'ada.new@example.test' }, minutes(22));
    expect((await mailTo('ada.new@example.test')).state).toBe('queued');
  });

  it('is mended by staff of its program alone, not by whom the person is closed to', async () => {
    const messageId = await comeBack();
    const stranger = await createActor(await createProgram(), 'staff');
    const fenced = { ...ready.staff, closed: [ready.ada.personId] };
    for (const actor of [ready.chair, stranger, fenced])
      await expect(resendLetter(actor, { messageId, address: ADA, reason }, minutes(21))).rejects.toMatchObject({
        code: 'actor.forbidden',
      });
  });
});
