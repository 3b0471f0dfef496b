import { queuedJobs } from '../../support/database';
import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import { CYCLE_TEMPLATES, DAY_FIELDS } from '@/domain/cycle-plan';
import { moveDays, setUpCycle } from '@/features/cycles/setting-up/commands';
import { beginWith, getCycleDays, listEarlier, listReadiness } from '@/features/cycles/setting-up/queries';
import { moveDaysSchema, setUpSchema } from '@/features/cycles/setting-up/schema';
import { findCycle } from '@/features/programs/queries';
import { getFormDesk } from '@/features/forms/queries';
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

const typed = (over: object = {}) => ({
  programId: program.programId,
  name: 'Fall 2030',
  code: 'f30',
  timeZone: 'America/Chicago',
  hasIdentity: 'yes',
  confirmation: 'both_after',
  confirmDays: '10',
  days: CYCLE_TEMPLATES['alsc-yearly'].days('2030-09-02'),
  ...over,
});
const read = (over: object = {}) => setUpSchema.parse(typed(over));
const problem = (over: object) => setUpSchema.safeParse(typed(over)).error?.issues[0]?.message;
const stored = (code: string) => db.cycle.findUniqueOrThrow({ where: { code }, include: { templates: true } });

describe('a new cycle', () => {
  it('has its days at their hours in its zone, six letters, the standard form, and its key under way', async () => {
    const actor = await staff();
    expect(await setUpCycle(actor, read(), NOW)).toBe('F30');
    const cycle = await stored('F30');
    expect(cycle).toMatchObject({
      name: 'Fall 2030',
      timeZone: 'America/Chicago',
      opensAt: new Date('2030-09-02T14:00:00Z'),
      // The clocks have changed by then.
      closesAt: new Date('2030-10-29T04:59:00Z'),
      mentorsCloseAt: null,
      announceAt: new Date('2030-12-02T15:00:00Z'),
      formVersion: 'mentoring-2026',
      hasIdentity: true,
      confirmation: 'both_after',
      confirmDays: 10,
      publicKey: null,
      releasedAt: null,
      weights: { competencies: 45, interests: 15, region: 15, meeting: 10, setting: 5 },
    });
    expect(cycle.templates.map(({ kind }) => kind)).toHaveLength(6);
    expect(await findCycle('f30', NOW)).toMatchObject({ phase: 'upcoming' });
    expect(await queuedJobs()).toEqual([{ task: 'make-cycle-key', key: `make-cycle-key:${cycle.id}` }]);
    expect(await db.event.findFirst({ where: { subjectId: cycle.id } })).toMatchObject({
      action: 'cycle.set_up',
      actor: `user:${actor.userId}`,
    });
  });

  it('takes form, letters, weights and rules of an earlier one along as copies', async () => {
    const earlier = await createTestCycle(program, { code: 'OLD1' });
    const weights = { competencies: 20, interests: 20, region: 20, meeting: 20, setting: 20 };
    const { definition } = await formOf(earlier.id);
    await db.cycle.update({ where: { id: earlier.id }, data: { formVersion: 'OLD1-form-3', weights } });
    await db.mailTemplate.updateMany({ where: { cycleId: earlier.id, kind: 'waitlisted' }, data: { subject: 'Ours' } });
    await setUpCycle(await staff(), read({ from: earlier.id }), NOW);
    const cycle = await stored('F30');
    expect(cycle).toMatchObject({ formVersion: 'F30-form-2', weights });
    expect(cycle.templates.find(({ kind }) => kind === 'waitlisted')?.subject).toBe('Ours');
    const desk = await getFormDesk(cycle);
    expect(desk.published.map(({ number, note }) => [number, note])).toEqual([
      [2, `As in ${(await stored('OLD1')).name}.`],
    ]);
    expect(desk.used).toEqual(definition);
    await db.mailTemplate.updateMany({ where: { cycleId: cycle.id }, data: { subject: 'Changed' } });
    expect((await stored('OLD1')).templates.some(({ subject }) => subject === 'Changed')).toBe(false);
  });

  /** A published version of the earlier cycle's own. */
  async function formOf(cycleId: string) {
    const definition = {
      attestation: 'All of this is so.',
      sections: [{ key: 'about', title: 'About you', minutes: 1, questions: [] }],
    };
    const { organizationId } = program;
    await db.formVersion.create({
      data: {
        id: '01900000-0000-7000-8000-000000000001',
        organizationId,
        cycleId,
        number: 3,
        name: 'OLD1-form-3',
        definition,
        createdById: '01900000-0000-7000-8000-000000000002',
        createdAt: NOW,
        publishedById: '01900000-0000-7000-8000-000000000002',
        publishedAt: NOW,
      },
    });
    return { definition };
  }

  it('has a code of its own in the whole install', async () => {
    await setUpCycle(await staff(), read(), NOW);
    await expect(setUpCycle(await staff(), read({ name: 'Another' }), NOW)).rejects.toMatchObject({
      code: 'cycle.code_taken',
    });
    expect(await db.cycle.count()).toBe(1);
  });

  it('does not open in the past, nor with days out of order', async () => {
    const wrong = { code: 'cycle.dates' };
    const past = CYCLE_TEMPLATES['alsc-yearly'].days('2030-01-14');
    await expect(setUpCycle(await staff(), read({ days: past }), NOW)).rejects.toMatchObject(wrong);
    const days = { ...typed().days, startsOn: '2030-09-03' };
    await expect(setUpCycle(await staff(), read({ days }), NOW)).rejects.toMatchObject(wrong);
    await expect(setUpCycle(await staff(), read({ days: {} }), NOW)).rejects.toMatchObject(wrong);
    expect(await db.cycle.count()).toBe(0);
  });

  it('is made by staff of its program, from cycles of its program', async () => {
    const other = await createProgram();
    const foreign = await createTestCycle(other);
    for (const actor of [await createActor(program, 'chair'), await createActor(other, 'staff')])
      await expect(setUpCycle(actor, read(), NOW)).rejects.toMatchObject(forbidden);
    await expect(setUpCycle(await staff(), read({ from: foreign.id }), NOW)).rejects.toMatchObject(forbidden);
  });

  it.each([
    [{ name: ' ' }, 'Give the cycle a name, such as Fall 2027.'],
    [
      { code: 'F 30' },
      'Give the cycle a code of 2 to 8 capital letters and digits, such as F27: references begin with it.',
    ],
    [
      { code: '30F' },
      'Give the cycle a code of 2 to 8 capital letters and digits, such as F27: references begin with it.',
    ],
    [{ timeZone: 'Mars/Phobos' }, 'Choose a time zone.'],
    [{ confirmation: 'ask_mentors_first' }, 'Say whether matches are confirmed.'],
    [{ confirmDays: '0' }, 'Days to answer: at least 1.'],
    [{ confirmDays: 'soon' }, 'Days to answer: enter a whole number.'],
    [{ days: { opensOn: '2030-02-30' } }, 'Choose a day of the calendar.'],
  ])('%j: %s', (over, words) => {
    expect(problem(over)).toBe(words);
  });
});

describe('what a new cycle begins with', () => {
  it('is an earlier cycle with its days moved, a template, or nothing but the opening', async () => {
    await setUpCycle(await staff(), read(), NOW);
    const earlier = await listEarlier(program.programId);
    const moved = beginWith(earlier, { template: 'from-F30', opens: '2031-09-01' });
    expect(moved).toMatchObject({ from: earlier[0]?.id, chosen: 'from-F30', opens: '2031-09-01' });
    expect(moved.fields).toMatchObject({ opensOn: '2031-09-01', closesOn: '2031-10-27', confirmation: 'both_after' });
    const ten = beginWith(earlier, { template: 'alcts-2017', opens: '2031-04-07' });
    expect([ten.from, ten.fields.closesOn, ten.fields.timeZone]).toEqual(['', '2031-05-12', 'America/Chicago']);
    const blank = beginWith([], { template: 'blank', opens: '2031-04-07' });
    expect([blank.fields.opensOn, blank.fields.closesOn, blank.fields.confirmDays]).toEqual(['2031-04-07', '', '7']);
    expect(beginWith(earlier, { template: ['a', 'b'], opens: 'soon' })).toMatchObject({ from: '', opens: '' });
  });
});

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
    expect(mails[0]?.text).toContain('Dec 31, 2031: Last day of the closing assessment');
    expect(mails[0]?.text).not.toContain('Applications open');
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

describe('what should be so before applications open', () => {
  const open = async () =>
    (await listReadiness((await stored('F30')).id, NOW)).filter(({ done }) => !done).map(({ key }) => key);

  it('is told one by one', async () => {
    await setUpCycle(await staff(), read(), NOW);
    expect(await open()).toEqual(['key', 'chair', 'two']);
    await createActor(program, 'deputy');
    await db.cycle.update({ where: { code: 'F30' }, data: { keyId: 'F30-1', publicKey: Buffer.from('key') } });
    expect(await open()).toEqual([]);
    await db.program.update({
      where: { id: program.programId },
      data: { promise: '', eligibility: { mentor: [], mentee: [] } },
    });
    expect(await open()).toEqual(['rules', 'words']);
  });
});
