import { queuedJobs } from '../../support/database';
import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import { CYCLE_TEMPLATES } from '@/domain/cycle-plan';
import { setUpCycle } from '@/features/cycles/setting-up/commands';
import { beginWith, listEarlier, listReadiness } from '@/features/cycles/setting-up/queries';
import { setUpSchema } from '@/features/cycles/setting-up/schema';
import { findCycle } from '@/features/programs/queries';
import { getFormDesk } from '@/features/forms/queries';
import { createActor, createProgram, createTestCycle, NOW, type TestProgram } from '../../support/factories';

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
      reviewStyle: 'light',
    });
    expect(cycle.templates.map(({ kind }) => kind)).toHaveLength(7);
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
    await db.cycle.update({
      where: { id: earlier.id },
      data: { formVersion: 'OLD1-form-3', weights, blindReview: true },
    });
    await db.mailTemplate.updateMany({ where: { cycleId: earlier.id, kind: 'waitlisted' }, data: { subject: 'Ours' } });
    await setUpCycle(await staff(), read({ from: earlier.id }), NOW);
    const cycle = await stored('F30');
    expect(cycle).toMatchObject({ formVersion: 'F30-form-2', weights, blindReview: true, reviewStyle: 'rubric' });
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
    [{ confirmation: 'by_telegram' }, 'Say whether matches are confirmed.'],
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
