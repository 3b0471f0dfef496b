import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import { correctAddress, tryAddressAgain } from '@/features/announcements/addresses/commands';
import { listSuppressed } from '@/features/announcements/addresses/queries';
import { getPreflight, readPoints } from '@/features/announcements/releases/queries';
import { newId } from '@/lib/id';
import { createActor, createProgram, createTestCycle, NOW } from '../../support/factories';
import { held, minutes, readyCycle } from './ready-cycle';

type Ready = Awaited<ReturnType<typeof readyCycle>>;
let ready: Ready;
let cycle: { id: string; organizationId: string; programId: string };
beforeEach(async () => {
  ready = await readyCycle();
  cycle = { id: ready.cycle.id, ...ready.program };
});

async function suppress(address: string) {
  const id = newId(NOW);
  const { organizationId } = ready.program;
  await db.suppression.create({
    data: { id, organizationId, address, reply: '550 5.1.1 No such user', messageId: newId(NOW), since: NOW },
  });
  return { cycleId: cycle.id, suppressionId: id, version: 1, reason: 'He called.' };
}
const names = async (viewer = ready.staff) => (await listSuppressed(cycle, viewer)).map(({ person }) => person?.name);
const addressFaults = async () =>
  (await getPreflight(cycle.id, NOW)).points.find(({ key }) => key === 'addresses')?.faults ?? [];

describe('the list of bad addresses', () => {
  it('names people of the cycle and its committee, and nobody closed to the viewer', async () => {
    await suppress('ada@example.test');
    await suppress(ready.chair.email);
    await suppress('elsewhere@example.test');
    expect(await names()).toEqual(['Ada', ready.chair.name]);
    expect(await names(ready.chair)).toEqual(['Ada']);
    expect(await names({ ...ready.chair, closed: [ready.chair.personId, ready.ada.personId] })).toEqual([]);
    const other = await createProgram();
    const elsewhere = await createTestCycle(other);
    expect(await listSuppressed({ id: elsewhere.id, ...other }, ready.staff)).toEqual([]);
  });

  it('names a joined person closed to the viewer as little as the one they were joined with', async () => {
    await suppress('ada@example.test');
    await db.person.update({ where: { id: ready.ada.personId }, data: { mergedIntoId: ready.ben.personId } });
    const chair = { ...ready.chair, closed: [ready.chair.personId, ready.ben.personId] };
    expect(await names(chair)).toEqual([]);
  });
});

describe('the pre-flight', () => {
  it('names each letter to such an address, and blocks until each is settled', async () => {
    const ada = await suppress('ada@example.test');
    const ben = await suppress('ben@example.test');
    expect(await addressFaults()).toEqual([
      expect.stringContaining('Mail to Ada'),
      expect.stringContaining('Mail to Ben'),
    ]);
    await tryAddressAgain(ready.staff, ada, minutes(1));
    expect(await addressFaults()).toEqual([expect.stringContaining('Mail to Ben')]);
    await correctAddress(ready.staff, { ...ben, address: 'benjamin@example.test' }, minutes(2));
    expect(await addressFaults()).toEqual([]);
  });

  it('tells whoever a person is closed to only how many there are', async () => {
    await suppress('ada@example.test');
    await suppress('ben@example.test');
    const preflight = await getPreflight(cycle.id, NOW);
    const chair = { ...ready.chair, closed: [ready.chair.personId, ready.ada.personId] };
    expect(readPoints(preflight, chair).find(({ key }) => key === 'addresses')?.faults).toEqual([
      expect.stringContaining('Mail to Ben'),
      '1 of people who are closed to you.',
    ]);
    expect(readPoints(preflight, ready.staff)).toEqual(preflight.points);
  });
});

describe('settling an address', () => {
  it('taken back, mail goes there again, and who said so is on record', async () => {
    const entry = await suppress('ada@example.test');
    await tryAddressAgain(ready.staff, entry, minutes(1));
    expect(await names()).toEqual([]);
    expect(await db.suppression.findFirst()).toMatchObject({ liftedAt: minutes(1), liftedById: ready.staff.userId });
    expect(await db.event.findFirst({ where: { action: 'suppression.lifted' } })).toMatchObject({
      subjectId: entry.suppressionId,
      reason: 'He called.',
      actor: `user:${ready.staff.userId}`,
    });
    await expect(tryAddressAgain(ready.other, entry, minutes(2))).rejects.toMatchObject({ code: 'delivery.settled' });
  });

  it('corrected, the letters that did not arrive go to the new address, once', async () => {
    await held(ready);
    const where = { toAddress: 'ada@example.test' };
    await db.outboxMessage.updateMany({ where, data: { state: 'suppressed' } });
    const entry = await suppress('ada@example.test');
    expect(await listSuppressed(cycle, ready.staff)).toMatchObject([{ letters: 1 }]);
    const correct = (address: string) => correctAddress(ready.staff, { ...entry, address }, minutes(1));
    await expect(correct('ada@example.test')).rejects.toMatchObject({ code: 'help.same_address' });
    await expect(correct('ben@example.test')).rejects.toMatchObject({ code: 'help.address_taken' });
    await correct('ada.new@example.test');
    await expect(correct('ada.third@example.test')).rejects.toMatchObject({ code: 'delivery.settled' });
    const letters = await db.outboxMessage.findMany({
      where: { personId: ready.ada.personId },
      orderBy: { id: 'asc' },
    });
    expect(letters.map(({ toAddress, state }) => [toAddress, state])).toEqual([
      ['ada@example.test', 'suppressed'],
      ['ada.new@example.test', 'queued'],
    ]);
    expect(letters[0]?.replacedById).toBe(letters[1]?.id);
  });

  it('is for staff, not for who is closed to them, and never of somebody who signs in', async () => {
    const entry = await suppress('ada@example.test');
    const member = await suppress(ready.chair.email);
    const fenced = { ...ready.staff, closed: [ready.staff.personId, ready.ada.personId] };
    const stranger = await createActor(await createProgram(), 'staff');
    await expect(tryAddressAgain(ready.chair, entry, NOW)).rejects.toMatchObject({ code: 'actor.forbidden' });
    await expect(tryAddressAgain(stranger, entry, NOW)).rejects.toMatchObject({ code: 'actor.forbidden' });
    await expect(tryAddressAgain(fenced, entry, NOW)).rejects.toMatchObject({ code: 'delivery.settled' });
    await expect(correctAddress(ready.staff, { ...member, address: 'chair@example.test' }, NOW)).rejects.toMatchObject({
      code: 'help.signs_in',
    });
    expect(await db.suppression.count({ where: { liftedAt: null } })).toBe(2);
  });
});
