import '../../support/database';
import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import { DAY_FIELDS } from '@/domain/cycle-plan';
import { moveDays } from '@/features/cycles/setting-up/commands';
import { getCycleDays } from '@/features/cycles/setting-up/queries';
import { moveDaysSchema } from '@/features/cycles/setting-up/schema';
import {
  createActor,
  createApplied,
  createProgram,
  createTestCycle,
  NOW,
  type TestProgram,
} from '../../support/factories';

let program: TestProgram;
beforeEach(async () => {
  program = await createProgram();
});
const staff = () => createActor(program, 'staff');
const forbidden = { code: 'actor.forbidden' };
const stored = (code: string) => db.cycle.findUniqueOrThrow({ where: { code } });

describe('moving days', () => {
  const move = async (cycleId: string, change: object, over: object = {}) =>
    moveDays(
      await staff(),
      moveDaysSchema.parse({
        cycleId,
        version: 1,
        days: { ...(await getCycleDays(cycleId, NOW)).days, ...change },
        ...over,
      }),
      NOW,
    );

  it('keeps the hour of a day that stays, and tells the later of two', async () => {
    const { id, code } = await createTestCycle(program);
    const before = await stored(code);
    const { days } = await getCycleDays(id, NOW);
    await move(id, { archivesOn: '2031-12-31' });
    const after = await stored(code);
    expect(after).toMatchObject({ version: 2, opensAt: before.opensAt, closesAt: before.closesAt });
    expect((await getCycleDays(id, NOW)).days).toEqual({ ...days, archivesOn: '2031-12-31' });
    await expect(move(id, { archivesOn: '2032-01-31' })).rejects.toMatchObject({ code: 'cycle.moved' });
    expect((await getCycleDays(id, NOW)).days.archivesOn).toBe('2031-12-31');
  });

  it('writes once to everybody who applied, in their language, and to nobody else', async () => {
    const cycle = await createTestCycle(program);
    await createApplied(program, cycle, { person: { email: 'one@example.test' } });
    await createApplied(program, cycle, { role: 'both', person: { email: 'dos@example.test' } });
    await createApplied(program, cycle, { state: 'withdrawn', person: { email: 'gone@example.test' } });
    await createApplied(program, cycle, { state: 'draft', person: { email: 'draft@example.test' } });
    await db.application.updateMany({ where: { email: 'dos@example.test' }, data: { language: 'es' } });
    const { days } = await getCycleDays(cycle.id, NOW);
    await move(cycle.id, { archivesOn: '2031-12-31' }, { tell: 'yes' });
    const mails = await db.outboxMessage.findMany({ where: { kind: 'days' }, orderBy: { toAddress: 'desc' } });
    const name = (await stored(cycle.code)).name;
    expect(mails.map(({ toAddress, subject }) => [toAddress, subject])).toEqual([
      ['one@example.test', `New dates for ${name}`],
      ['dos@example.test', `Nuevas fechas de ${name}`],
    ]);
    expect(mails[0]?.text).toContain('Dec 31, 2031: Last day of the closing questions');
    expect(mails[0]?.text).not.toContain('Applications open');
    expect(mails[0]?.calendar).toContain(`UID:${cycle.code}-archives@localhost\r\nSEQUENCE:1\r\n`);
    await move(cycle.id, { archivesOn: days.archivesOn }, { version: 2 });
    expect(await db.outboxMessage.count({ where: { kind: 'days' } })).toBe(2);
  });

  it('has somebody to tell, or says that it has not', async () => {
    const { id } = await createTestCycle(program);
    await expect(move(id, { archivesOn: '2031-12-31' }, { tell: 'yes' })).rejects.toMatchObject({
      code: 'cycle.nobody_to_tell',
    });
    expect((await getCycleDays(id, NOW)).version).toBe(1);
  });

  it('is for staff of the program only', async () => {
    const { id } = await createTestCycle(program);
    const { days } = await getCycleDays(id, NOW);
    const input = moveDaysSchema.parse({ cycleId: id, version: 1, days });
    for (const actor of [await createActor(program, 'chair'), await createActor(await createProgram(), 'staff')])
      await expect(moveDays(actor, input, NOW)).rejects.toMatchObject(forbidden);
  });

  it('has a field for every day', async () => {
    const { id } = await createTestCycle(program);
    expect(Object.keys((await getCycleDays(id, NOW)).days)).toEqual(DAY_FIELDS);
  });
});
