import { beforeEach, expect, it } from 'vitest';
import { db } from '@/db/client';
import type { UserActor } from '@/domain/actor';
import { askBack } from '@/features/people/asking-back/commands';
import { listFormer } from '@/features/people/asking-back/queries';
import { newId } from '@/lib/id';
import { freezeClock } from '../../support/database';
import {
  createActor,
  createApplied,
  createProgram,
  createTestCycle,
  NOW,
  type TestProgram,
} from '../../support/factories';
import { newBrowser, setClock } from '../applications/browser';
import { addPair, createPair } from '../pairs/pair-ground';

let program: TestProgram;
let staff: UserActor;
let next: Awaited<ReturnType<typeof createTestCycle>>;
let pair: Awaited<ReturnType<typeof createPair>>;

beforeEach(async () => {
  setClock(NOW);
  await freezeClock(NOW);
  program = await createProgram();
  staff = await createActor(program, 'staff');
  pair = await createPair(program, { mentor: { name: 'Ada Quill' }, mentee: { name: 'Bo Lark' } });
  await db.match.updateMany({ data: { state: 'completed' } });
  next = await createTestCycle(program);
});

const former = async (closed: readonly string[] = []) => {
  const cycle = await db.cycle.findUniqueOrThrow({ where: { id: next.id } });
  return (await listFormer(cycle, closed)).map(({ name, group, standing }) => [name, group, standing]);
};
const ask = (over: Partial<Parameters<typeof askBack>[1]> = {}, actor = staff) =>
  askBack(actor, { cycleId: next.id, groups: ['mentee'], count: 2, words: '', ...over }, NOW);
const mails = () => db.outboxMessage.findMany({ where: { kind: 'ask_back' }, orderBy: { toName: 'asc' } });

it('lists who took part to the end, each once, and whoever ever was a mentor as that', async () => {
  expect(await former()).toEqual([
    ['Ada Quill', 'mentor', 'ask'],
    ['Bo Lark', 'mentee', 'ask'],
  ]);
  const again = await addPair(program, pair.cycle, { mentor: { name: 'Cy' }, mentee: { name: 'Dee' } });
  expect(await former()).toHaveLength(2);
  await db.match.update({ where: { id: again.matchId }, data: { state: 'completed' } });
  const { personId } = pair.mentee;
  await db.application.update({ where: { id: again.mentor.applicationId }, data: { personId } });
  expect(await former()).toEqual([
    ['Ada Quill', 'mentor', 'ask'],
    ['Cy', 'mentor', 'ask'],
    ['Dee', 'mentee', 'ask'],
  ]);
  expect(await former([personId])).toHaveLength(2);
});

it('leaves out who has applied, wants no such mail, or whose mail came back', async () => {
  await createApplied(program, next, { role: 'mentor', personId: pair.mentor.personId });
  const { organizationId } = program;
  await db.nudgeOptOut.create({ data: { personId: pair.mentee.personId, organizationId, at: NOW } });
  expect(await former()).toEqual([
    ['Ada Quill', 'mentor', 'applied'],
    ['Bo Lark', 'mentee', 'quiet'],
  ]);
  await db.nudgeOptOut.deleteMany();
  const bad = { address: pair.mentee.person.email, reply: '550', messageId: newId(NOW), since: NOW };
  await db.suppression.create({ data: { id: newId(NOW), organizationId, ...bad } });
  expect((await former())[1]).toEqual(['Bo Lark', 'mentee', 'refused']);
  await expect(ask({ count: 0 })).rejects.toMatchObject({ code: 'back.nobody' });
});

it('writes to each once in a cycle, with own words and a link that ends it', async () => {
  expect(await ask({ words: 'We *miss* you.' })).toBe(1);
  const [mail] = await mails();
  expect(mail).toMatchObject({
    toAddress: pair.mentee.person.email,
    subject: expect.stringContaining('would you be a mentor?'),
  });
  expect(mail?.text).toContain('We *miss* you.');
  expect(mail?.text).toContain('You took part as a mentee.');
  expect(mail?.unsubscribeUrl).toMatch(/one-click$/);
  expect((await former())[1]).toEqual(['Bo Lark', 'mentee', 'asked']);
  await expect(ask({ count: 1 })).rejects.toMatchObject({ code: 'back.nobody' });
  expect(await ask({ groups: ['mentee', 'mentor'], count: 1 })).toBe(1);
  expect((await mails()).map(({ toName }) => toName)).toEqual(['Ada Quill', 'Bo Lark']);
  const quiet = /\/pair\/quiet\/[\w-]+/.exec(mail?.text ?? '')?.[0] ?? '';
  const browser = newBrowser();
  expect((await browser.fill(await browser.get(quiet), {})).text).toContain('No more reminders will come to you.');
});

it('is for staff, while mentors may apply, and for who was shown', async () => {
  await expect(ask({}, await createActor(program, 'chair'))).rejects.toMatchObject({ code: 'actor.forbidden' });
  await expect(ask({ count: 3 })).rejects.toMatchObject({ code: 'back.count' });
  await db.cycle.update({ where: { id: next.id }, data: { mentorsCloseAt: NOW, closesAt: NOW } });
  await expect(ask()).rejects.toMatchObject({ code: 'back.not_open' });
  expect(await mails()).toEqual([]);
});
