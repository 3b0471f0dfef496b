import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import type { GuardedCycle } from '@/auth/guard';
import type { UserActor } from '@/domain/actor';
import { reportsOf } from '@/domain/reports/all';
import type { ReportKey } from '@/domain/reports/report';
import { sendReport } from '@/features/reports/handlers';
import { getFacts, listComparable } from '@/features/reports/queries';
import { askedSchema, readFile, writeAsked } from '@/features/reports/schema';
import { newId } from '@/lib/id';
import {
  createActor,
  createApplied,
  createProgram,
  createTestCycle,
  NOW,
  type TestProgram,
} from '../../support/factories';
import { after, addPair, createPair } from '../pairs/pair-ground';

let program: TestProgram;
let staff: UserActor;
let pair: Awaited<ReturnType<typeof createPair>>;
beforeEach(async () => {
  program = await createProgram();
  staff = await createActor(program, 'staff');
  pair = await createPair(program, {
    mentor: { answers: { rating_outreach: '5', subdivision: 'US-MN' } },
    mentee: { answers: { rating_outreach: '1', help_areas: ['outreach'], subdivision: 'US-TX' } },
  });
  await db.match.updateMany({ data: { state: 'active', startedAt: NOW } });
});

const cycleOf = (id = pair.cycle.id) =>
  db.cycle.findUniqueOrThrow({ where: { id }, include: { program: true } }) satisfies Promise<GuardedCycle>;
const reports = async (closed: readonly string[] = [], now = after(60)) =>
  reportsOf(await getFacts(await cycleOf(), closed, now));
const find = async (key: ReportKey, closed: readonly string[] = []) => {
  const report = (await reports(closed)).find((one) => one.key === key);
  if (!report) throw new Error(key);
  return report;
};
const rowsOf = async (key: ReportKey, closed: readonly string[] = []) =>
  Object.fromEntries((await find(key, closed)).rows.map((row) => [row.key, row.figures]));

async function logContacts(matchId: string, count: number) {
  const { organizationId } = program;
  for (let index = 0; index < count; index += 1)
    await db.pairMeeting.create({
      data: {
        id: newId(NOW),
        organizationId,
        matchId,
        day: after(index + 1),
        mode: 'email',
        minutes: 30,
        writtenBy: 'mentor',
        writtenAt: NOW,
      },
    });
}

describe('reports', () => {
  it('count what stands in the rows, each application once', async () => {
    await createApplied(program, pair.cycle, {
      role: 'mentee',
      state: 'declined',
      person: { answers: { subdivision: 'US-TX' } },
    });
    await createApplied(program, pair.cycle, {
      role: 'mentee',
      state: 'accepted',
      person: { answers: { help_areas: ['outreach'] } },
    });
    expect(await rowsOf('funnel')).toMatchObject({ matched: [1, 1], declined: [0, 1], accepted: [0, 1] });
    expect(await rowsOf('ratio')).toEqual({ mentors: [1], places: [1], mentees: [2] });
    expect(await rowsOf('matched')).toEqual({ yes: [1, 1], no: [0, 1] });
    expect(await rowsOf('regions')).toMatchObject({ 'US-MN': [1, 0], 'US-TX': [0, 2], none: [0, 1] });
    expect(await rowsOf('competencies')).toMatchObject({ outreach: [1, 2] });
  });

  it('take a match that ended early for none, and the pair for one that began', async () => {
    await db.match.updateMany({ data: { state: 'ended_early' } });
    expect(await rowsOf('matched')).toEqual({ yes: [0, 0], no: [1, 1] });
    expect((await find('meetings')).rows.reduce((sum, { figures }) => sum + (figures[0] ?? 0), 0)).toBe(1);
  });

  it('count contacts by months at work', async () => {
    const second = await addPair(program, pair.cycle);
    await db.match.update({ where: { id: second.matchId }, data: { state: 'active', startedAt: NOW } });
    await logContacts(pair.matchId, 4);
    // Sixty days are just under two months.
    expect(await rowsOf('meetings')).toEqual({ none: [1], less: [0], once: [0], twice: [1] });
    await db.pairMeeting.deleteMany({ where: { day: { lte: after(2) } } });
    expect(await rowsOf('meetings')).toEqual({ none: [1], less: [0], once: [1], twice: [0] });
  });

  it('read closing answers that were sent, and no drafts', async () => {
    const answer = { organizationId: program.organizationId, matchId: pair.matchId, savedAt: NOW };
    await db.assessment.create({ data: { id: newId(NOW), ...answer, side: 'mentee', recommend: 5, sentAt: NOW } });
    await db.assessment.create({ data: { id: newId(NOW), ...answer, side: 'mentor', recommend: 1 } });
    expect(await rowsOf('satisfaction')).toMatchObject({ 5: [1], 1: [0] });
  });

  it('leave out who is closed to the reader, and who is paired with them', async () => {
    const closed = [pair.mentor.personId];
    expect(await rowsOf('funnel', closed)).toMatchObject({ matched: [0, 1] });
    expect((await find('meetings', closed)).answer([])).toBe('No pair has begun yet.');
  });
});

describe('a report as a file', () => {
  const send = async (name: string, beside = '', now = after(60)) => {
    const file = readFile(name);
    if (!file) throw new Error(name);
    return sendReport({ user: staff, cycle: await cycleOf(), file, beside, now });
  };

  it('hides small numbers', async () => {
    const answer = await send('matched.csv');
    expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="${pair.cycle.code}-matched.csv"`);
    expect(await answer.text()).toBe('What,Mentors,Mentees\r\nMatched,hidden,hidden\r\nNot matched,hidden,hidden\r\n');
  });

  it('shows what is large enough, beside another cycle', async () => {
    const other = await createTestCycle(program);
    for (let index = 0; index < 6; index += 1)
      await createApplied(program, other, { role: 'mentee', state: index < 3 ? 'accepted' : 'hold' });
    for (let index = 0; index < 9; index += 1)
      await createApplied(program, pair.cycle, { role: 'mentee', state: index < 5 ? 'hold' : 'submitted' });
    const [, ...lines] = (await (await send('funnel.csv', other.code)).text()).trim().split('\r\n');
    const { name } = await cycleOf();
    expect(lines.find((line) => line.startsWith('On hold'))).toBe('On hold,hidden,hidden,5,hidden');
    expect((await (await send('funnel.csv', other.code)).text()).split('\r\n')[0]).toBe(
      `What,"Mentors, ${name}","Mentors, Spring 2030","Mentees, ${name}","Mentees, Spring 2030"`,
    );
  });

  it('is a workbook too', async () => {
    // Spreadsheets read a CSV file as UTF-8 by its first three bytes.
    const csv = new Uint8Array(await (await send('growth.csv')).arrayBuffer());
    expect(csv.slice(0, 3)).toEqual(Uint8Array.of(0xef, 0xbb, 0xbf));
    const bytes = async (now: Date) => new Uint8Array(await (await send('growth.xlsx', '', now)).arrayBuffer());
    const first = await bytes(after(60));
    expect(first.slice(0, 2)).toEqual(Uint8Array.of(0x50, 0x4b));
    // When somebody took it is nobody's business.
    expect(await bytes(after(61))).toEqual(first);
  });

  it.each(['funnel', 'funnel.pdf', 'nothing.csv', 'funnel.csv.csv', '../funnel.csv'])('is none under %s', (name) => {
    expect(readFile(name)).toBeNull();
  });
});

it('stands beside cycles of its program that have opened, newest first', async () => {
  const cycle = await cycleOf();
  const [early, late] = [await createTestCycle(program), await createTestCycle(program)];
  await createTestCycle(await createProgram());
  await db.cycle.update({ where: { id: early.id }, data: { opensAt: after(-300) } });
  await db.cycle.update({ where: { id: late.id }, data: { opensAt: after(-1) } });
  expect((await listComparable(cycle, NOW)).map(({ code }) => code)).toEqual([late.code, early.code]);
  expect((await listComparable(cycle, after(-100))).map(({ code }) => code)).toEqual([early.code]);
});

it('keeps in its address what was asked for', () => {
  expect(writeAsked(askedSchema.parse({}))).toBe('');
  expect(writeAsked(askedSchema.parse({ with: 'F25', as: 'shared' }))).toBe('?with=F25&as=shared');
  expect(askedSchema.parse({ with: 'x'.repeat(99), as: 'all' })).toEqual({ with: '', as: 'exact' });
});
