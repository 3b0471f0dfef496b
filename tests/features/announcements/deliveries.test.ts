import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import { resendLetter, settleAllUncertain, settleUncertain } from '@/features/announcements/deliveries/commands';
import { findUncertain, listDeliveries } from '@/features/announcements/deliveries/queries';
import { countByState } from '@/features/announcements/releases/queries';
import { createActor, createProgram } from '../../support/factories';
import { held, minutes, readyCycle } from './ready-cycle';

type Ready = Awaited<ReturnType<typeof readyCycle>>;
let ready: Ready;
let releaseId = '';
/** Every letter was taken by the mail server. */
beforeEach(async () => {
  ready = await readyCycle();
  releaseId = await held(ready);
  await db.release.updateMany({ data: { state: 'sending' } });
  await db.outboxMessage.updateMany({ data: { state: 'accepted', attempts: 1, settledAt: minutes(12) } });
});

const letterOf = (address: string) =>
  db.outboxMessage.findFirstOrThrow({ where: { toAddress: address, releaseId }, orderBy: { id: 'desc' } });
const ADA = 'ada@example.test';
const reason = 'She told me on the phone.';

async function put(address: string, state: string) {
  const { id } = await letterOf(address);
  await db.outboxMessage.update({ where: { id }, data: { state } });
  return id;
}
const events = async () =>
  (await db.event.findMany({ where: { subjectType: 'message' }, orderBy: { id: 'asc' } })).map(
    ({ subjectId, action, reason: why, detail }) => ({ subjectId, action, why, detail }),
  );

describe('a letter that did not arrive', () => {
  it.each(['failed', 'bounced', 'suppressed'])(
    '%s goes again to a corrected address, as a mail of its own',
    async (state) => {
      const id = await put(ADA, state);
      const before = await letterOf(ADA);
      await resendLetter(ready.staff, { messageId: id, address: 'ada.new@example.test', reason }, minutes(20));
      const after = await db.outboxMessage.findUniqueOrThrow({ where: { id } });
      const again = await letterOf('ada.new@example.test');
      expect(after).toEqual({ ...before, replacedById: again.id });
      const { subject, text, html, calendar, personId, toName } = before;
      expect(again).toMatchObject({
        subject,
        text,
        html,
        calendar,
        personId,
        toName,
        state: 'queued',
        key: `again:${id}`,
      });
      expect((await db.person.findUniqueOrThrow({ where: { id: ready.ada.personId } })).email).toBe(
        'ada.new@example.test',
      );
      expect(await countByState(releaseId)).toEqual({ accepted: 4, queued: 1 });
      expect(await events()).toEqual([
        { subjectId: id, action: 'message.sent_again', why: reason, detail: { addressChanged: true } },
      ]);
    },
  );

  it('goes again once, however often and by however many it is pressed', async () => {
    const messageId = await put(ADA, 'bounced');
    const press = (actor = ready.staff) => resendLetter(actor, { messageId, address: ADA, reason }, minutes(20));
    const done = await Promise.allSettled([press(), press(ready.other)]);
    expect(done.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(press()).rejects.toMatchObject({ code: 'release.wrong_status' });
    expect(await db.outboxMessage.count({ where: { releaseId } })).toBe(6);
    const { rows } = await listDeliveries({
      cycleId: ready.cycle.id,
      releaseId,
      state: 'bounced',
      page: 1,
      closed: [],
    });
    expect(rows.map(({ replacedById }) => replacedById === null)).toEqual([false]);
  });

  it('waits with its release while that is paused', async () => {
    const messageId = await put(ADA, 'bounced');
    await db.release.updateMany({ data: { paused: true } });
    await resendLetter(ready.staff, { messageId, address: ADA, reason }, minutes(20));
    expect((await letterOf(ADA)).state).toBe('held');
  });

  it('does not go to an address on the list, one that is taken, or not the person’s', async () => {
    const messageId = await put(ADA, 'bounced');
    const to = (address: string) => resendLetter(ready.staff, { messageId, address, reason }, minutes(20));
    await expect(to('ben@example.test')).rejects.toMatchObject({ code: 'help.address_taken' });
    const { organizationId } = ready.program;
    await db.suppression.create({
      data: { id: messageId, organizationId, address: 'old@example.test', reply: '', messageId, since: minutes(1) },
    });
    await expect(to('old@example.test')).rejects.toMatchObject({ code: 'delivery.suppressed' });
    await db.person.update({ where: { id: ready.ada.personId }, data: { email: 'ada.two@example.test' } });
    await expect(to(ADA)).rejects.toMatchObject({ code: 'delivery.other_address' });
    await to('ada.two@example.test');
    expect(await db.outboxMessage.count({ where: { releaseId } })).toBe(6);
  });

  it('whose words are gone, or that did arrive, does not go again', async () => {
    const taken = (await letterOf(ADA)).id;
    const press = (messageId: string) => resendLetter(ready.staff, { messageId, address: ADA, reason }, minutes(20));
    await expect(press(taken)).rejects.toMatchObject({ code: 'release.wrong_status' });
    await db.outboxMessage.update({ where: { id: taken }, data: { state: 'bounced', text: '' } });
    await expect(press(taken)).rejects.toMatchObject({ code: 'delivery.too_old' });
  });
});

describe('a letter in doubt', () => {
  it.each([
    ['arrived', 'accepted', 'message.arrived'],
    ['again', 'queued', 'message.sent_again'],
  ] as const)('%s is %s, with the reason on record', async (how, state, action) => {
    const id = await put(ADA, 'uncertain');
    await settleUncertain(ready.staff, { messageId: id, how, reason }, minutes(20));
    expect((await letterOf(ADA)).state).toBe(state);
    expect(await events()).toEqual([{ subjectId: id, action, why: reason, detail: {} }]);
    await expect(settleUncertain(ready.other, { messageId: id, how, reason }, minutes(21))).rejects.toMatchObject({
      code: 'release.wrong_status',
    });
  });

  it('is settled with all others in one press, but for those closed to who presses', async () => {
    for (const name of ['ada', 'ben', 'cem']) await put(`${name}@example.test`, 'uncertain');
    const staff = { ...ready.staff, closed: [...ready.staff.closed, ready.cem.personId] };
    const all = (seen: number) =>
      settleAllUncertain(
        staff,
        { cycleId: ready.cycle.id, seen, how: 'again', reason, understood: 'yes' },
        minutes(20),
      );
    await expect(all(3)).rejects.toMatchObject({ code: 'delivery.changed' });
    await all(2);
    expect(await countByState(releaseId)).toEqual({ accepted: 2, queued: 2, uncertain: 1 });
    expect((await events()).map(({ action, why }) => [action, why])).toEqual([
      ['message.sent_again', reason],
      ['message.sent_again', reason],
    ]);
    expect((await findUncertain(ready.cycle.id, staff.closed)).length).toBe(0);
    expect((await findUncertain(ready.cycle.id, [])).map(({ toName }) => toName)).toEqual(['Cem']);
  });
});

it('only staff say what became of a letter, and none whose letter is closed to them', async () => {
  const lost = await put(ADA, 'bounced');
  const doubted = await put('ben@example.test', 'uncertain');
  const { chair, staff } = ready;
  const stranger = await createActor(await createProgram(), 'staff');
  const fenced = { ...staff, closed: [...staff.closed, ready.ada.personId, ready.ben.personId] };
  for (const actor of [chair, stranger, fenced]) {
    const again = resendLetter(actor, { messageId: lost, address: ADA, reason }, minutes(20));
    await expect(again).rejects.toMatchObject({ code: 'actor.forbidden' });
    const settle = settleUncertain(actor, { messageId: doubted, how: 'again', reason }, minutes(20));
    await expect(settle).rejects.toMatchObject({ code: 'actor.forbidden' });
  }
  expect(await countByState(releaseId)).toEqual({ accepted: 3, bounced: 1, uncertain: 1 });
});
