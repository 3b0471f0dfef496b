import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import { movePair } from '@/features/pairs/desk/commands';
import { listOwnPairs } from '@/features/pairs/copies/queries';
import { newId } from '@/lib/id';
import { freezeClock, ownerQuery } from '../../support/database';
import { createActor, createProgram, NOW, type TestProgram } from '../../support/factories';
import { setClock, type Browser } from '../applications/browser';
import { begin, createPair, moveOn, QUILL_AND_LARK, signInBoth } from './pair-ground';

let program: TestProgram;
let pair: Awaited<ReturnType<typeof createPair>>;
let mentor: Browser;
let mentee: Browser;
beforeEach(async () => {
  setClock(NOW);
  await freezeClock(NOW);
  program = await createProgram();
  pair = await createPair(program, QUILL_AND_LARK);
  ({ mentor, mentee } = await signInBoth(pair.matchId));
});

const stand = () => db.match.findUniqueOrThrow({ where: { id: pair.matchId } });
const tasks = () =>
  db.pairTask.findMany({
    select: { kind: true, raisedBy: true, reader: true, words: true },
    orderBy: { openedAt: 'asc' },
  });
const news = async () =>
  (await db.outboxMessage.findMany({ where: { kind: 'pair_news' }, orderBy: { id: 'asc' } })).map(
    ({ toAddress, subject }) => [toAddress, subject],
  );
const help = (browser: Browser, fields: Record<string, string>) => browser.post(`${pair.path}/help`, fields);
const tell = (over: Record<string, string> = {}) =>
  mentee.post(`${pair.path}/concern`, { reader: 'staff', words: 'He wrote marmalade.', ...over });
const personOf = async (applicationId: string) =>
  (await db.application.findUniqueOrThrow({ where: { id: applicationId } })).personId ?? '';

describe('a pause', () => {
  it('is asked for without a reason, once while it is open with all that was said; the pair goes on', async () => {
    expect((await help(mentee, { step: 'pause', words: '' })).text).toContain('Your wish for a pause has reached us.');
    for (const words of ['Again.', 'Until March.', 'Again.', '']) await help(mentee, { step: 'pause', words });
    const asked = { kind: 'pause', raisedBy: 'mentee', reader: 'desk' };
    expect(await tasks()).toEqual([{ ...asked, words: 'Again.\n\nUntil March.' }]);
    await db.pairTask.updateMany({ data: { closedAt: NOW, closedById: (await createActor(program, 'staff')).userId } });
    await help(mentee, { step: 'pause', words: 'Once more.' });
    expect(await tasks()).toMatchObject([{}, { ...asked, words: 'Once more.' }]);
    expect((await stand()).state).toBe('active');
    await db.match.update({ where: { id: pair.matchId }, data: { state: 'on_hold' } });
    expect((await help(mentor, { step: 'pause' })).status).toBe(409);
  });
});

describe('an end', () => {
  it('takes a tick, ends at once without a reason, and tells both the same', async () => {
    const refused = await help(mentee, { step: 'end', end_words: 'kept words', rematch: 'yes' });
    expect([refused.status, refused.text.includes('kept words')]).toEqual([422, true]);
    expect(refused.text).toContain('Tick the box to end the pair.');
    expect((await stand()).state).toBe('active');
    const ended = await help(mentee, { step: 'end', end_words: 'No time.', rematch: 'yes', sure: 'yes' });
    expect([ended.status, ended.text.includes('This pair has ended')]).toEqual([410, true]);
    expect(await stand()).toMatchObject({ state: 'ended_early', endedReason: '', endedAt: NOW });
    expect(await tasks()).toMatchObject([{ kind: 'rematch', words: 'No time.' }]);
    expect((await news()).map(([to]) => to).toSorted()).toEqual(
      [pair.mentee.person.email, pair.mentor.person.email].toSorted(),
    );
    for (const { text } of await db.outboxMessage.findMany({ where: { kind: 'pair_news' } }))
      expect(text).not.toContain('No time.');
    expect((await help(mentor, { step: 'end', sure: 'yes' })).status).toBe(410);
  });
});

describe('a concern', () => {
  beforeEach(async () => {
    await createActor(program, 'staff', 'Stella Staff');
    await createActor(program, 'chair', 'Carla Chair');
  });

  it('goes to whom the reporter chose, who are called without a word of it', async () => {
    expect((await mentee.get(`${pair.path}/concern`)).text).toContain('by Thursday, January 17, 2030');
    expect((await tell()).text).toContain('It is with those you chose');
    expect(await tasks()).toMatchObject([{ kind: 'concern', reader: 'staff', words: 'He wrote marmalade.' }]);
    const mails = await db.outboxMessage.findMany({ where: { kind: 'concern' } });
    expect(mails.map(({ toName }) => toName)).toEqual(['Stella Staff']);
    expect(mails[0]?.text).not.toMatch(/marmalade|Lark|Quill|Addie|-P-/);
    // Pressed twice it is one; other words, or another reader, are another.
    expect((await tell()).text).toContain('It is with those you chose');
    expect([(await tasks()).length, await db.outboxMessage.count({ where: { kind: 'concern' } })]).toEqual([1, 1]);
    await tell({ words: 'And he came to my door.' });
    expect((await tasks()).map(({ words }) => words)).toEqual(['He wrote marmalade.', 'And he came to my door.']);
    expect((await tell({ reader: 'chair' })).status).toBe(200);
    expect(await db.outboxMessage.count({ where: { kind: 'concern', toName: 'Carla Chair' } })).toBe(1);
  });

  it('leaves no trace in anything of the partner: pages, mails, copy', async () => {
    const pages = ['', '/help', '/meetings', '/agreement', '/goals/new'];
    const seen = async () => Promise.all(pages.map(async (page) => (await mentor.get(`${pair.path}${page}`)).text));
    const status = (await mentor.get('/status')).text;
    const before = await seen();
    await tell();
    expect(await seen()).toEqual(before);
    expect((await mentor.get('/status')).text).toBe(status);
    const him = await personOf(pair.mentor.applicationId);
    expect(JSON.stringify(await listOwnPairs(him))).not.toMatch(/marmalade|concern/);
    const theirs = await listOwnPairs(await personOf(pair.mentee.applicationId));
    expect(theirs[0]?.asked).toMatchObject([{ kind: 'concern', words: 'He wrote marmalade.' }]);
    expect(await db.outboxMessage.count({ where: { personId: him, kind: { not: 'pair' } } })).toBe(0);
    const events = await ownerQuery<{ text: string }>('SELECT row_to_json(e)::text AS text FROM events e');
    expect(events.filter(({ text }) => text.includes('marmalade'))).toEqual([]);
  });

  it('stops contact at once, for both alike, with the words of any pause', async () => {
    await tell({ stop: 'yes' });
    expect(await stand()).toMatchObject({ state: 'on_hold', contactStoppedAt: NOW });
    expect(await news()).toEqual([[pair.mentor.person.email, expect.stringContaining('your pair is on hold')]]);
    for (const browser of [mentor, mentee]) {
      const { text } = await browser.get(pair.path);
      expect(text).toContain('Contact details are not shown now.');
      expect(text).not.toMatch(/555 0100|concern was|reported/);
    }
    const stopped = (await mentor.get(pair.path)).text;
    await db.match.update({ where: { id: pair.matchId }, data: { contactStoppedAt: null } });
    // A pause for any other cause looks the same.
    expect((await mentor.get(pair.path)).text).toBe(stopped);
    const staff = await createActor(program, 'staff');
    const { version } = await stand();
    await movePair(staff, { matchId: pair.matchId, version, move: 'resume', reason: 'Settled.' }, NOW);
    expect((await mentee.get(pair.path)).text).toContain('555 0100');
  });

  it('keeps a pair from beginning while contact is stopped', async () => {
    await db.match.update({ where: { id: pair.matchId }, data: { state: 'confirmed', startedAt: null } });
    await tell({ stop: 'yes' });
    expect(await stand()).toMatchObject({ state: 'confirmed', contactStoppedAt: NOW });
    expect((await mentor.get(pair.path)).text).toContain('Your pair is on hold');
    await begin(pair.matchId);
    expect((await stand()).state).toBe('confirmed');
    const staff = await createActor(program, 'staff');
    const { version } = await stand();
    await movePair(staff, { matchId: pair.matchId, version, move: 'resume', reason: 'Settled.' }, NOW);
    expect(await stand()).toMatchObject({ state: 'confirmed', contactStoppedAt: null });
  });

  it('is refused without words or reader and keeps what was typed; it can be told after the end', async () => {
    const refused = await tell({ reader: '', words: 'hm', stop: 'yes' });
    expect(refused.status).toBe(422);
    for (const words of ['Choose who should read it.', 'Write a few words', '>hm<'])
      expect(refused.text).toContain(words);
    expect((await stand()).state).toBe('active');
    await db.match.update({ where: { id: pair.matchId }, data: { state: 'ended_early' } });
    expect((await tell()).status).toBe(200);
    await db.match.update({ where: { id: pair.matchId }, data: { state: 'declined' } });
    expect((await tell()).status).toBe(404);
  });
});

it('a concern is never read by one of the two, nor by who must not judge them', async () => {
  const staff = await createActor(program, 'staff');
  const page = async () => (await mentee.get(`${pair.path}/concern`)).text;
  expect(await page()).toContain('Staff who run the program');
  const settled = { state: 'in_force', source: 'found', reason: 'x', settledAt: NOW, settledById: staff.userId };
  const personId = await personOf(pair.mentor.applicationId);
  const { organizationId } = program;
  await db.conflict.create({ data: { id: newId(NOW), organizationId, userId: staff.userId, personId, ...settled } });
  expect(await page()).not.toContain('Staff who run the program');
  const refused = await tell();
  expect([refused.status, refused.text.includes('Nobody here may read this')]).toEqual([409, true]);
  expect(await tasks()).toEqual([]);
});

it('what was written goes with either of the two, and hours stay', async () => {
  const staff = await createActor(program, 'staff');
  await tell();
  await moveOn(8);
  await mentee.post(`${pair.path}/check-in/first_week`, { contact: 'need_help', words: 'marmalade' });
  const { version } = await stand();
  await movePair(staff, { matchId: pair.matchId, version, move: 'hold', reason: 'marmalade' }, NOW);
  await movePair(staff, { matchId: pair.matchId, version: version + 1, move: 'resume', reason: 'marmalade' }, NOW);
  await mentor.post(`${pair.path}/meetings`, { day: '2030-01-15', mode: 'chat', minutes: '45' });
  const him = await personOf(pair.mentor.applicationId);
  await db.nudgeOptOut.create({ data: { personId: him, organizationId: program.organizationId, at: NOW } });
  await ownerQuery(`SELECT app.forget_person('${him}'::uuid, null)`);
  expect(await tasks()).toMatchObject([{ kind: 'concern', words: '' }, { kind: 'help' }]);
  expect(await db.pairCheckIn.findMany()).toMatchObject([{ contact: 'need_help', words: '' }]);
  expect(await db.event.count({ where: { reason: { not: '' } } })).toBe(0);
  expect(await db.nudgeOptOut.count()).toBe(0);
  expect(await db.pairMeeting.count()).toBe(1);
});
