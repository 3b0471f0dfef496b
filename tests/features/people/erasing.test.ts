import { beforeEach, describe, expect, it, vi } from 'vitest';
import { db } from '@/db/client';
import type { UserActor } from '@/domain/actor';
import { addContactNote, reinstate } from '@/features/applications/helping/commands';
import { askForNews } from '@/features/programs/interest/commands';
import { moveTogether } from '@/features/reviews/bulk/commands';
import { markForDiscussion, writeComment } from '@/features/reviews/discussion/commands';
import { saveReview } from '@/features/reviews/writing/commands';
import { CRITERIA } from '@/domain/review';
import { newId } from '@/lib/id';
import { freezeClock, ownerQuery } from '../../support/database';
import {
  createActor,
  createApplied,
  createProgram,
  createTestCycle,
  NOW,
  type TestProgram,
} from '../../support/factories';
import { loseLetter } from '../../support/lost-letter';
import { reviewOf } from '../../support/reviews';
import { comeToEvent } from '../events/come-to-event';
import { fillIn, newBrowser, setClock, type Browser } from '../applications/browser';

vi.setConfig({ testTimeout: 60_000 });

const EMAIL = 'zebra-quartz@example.test';
/** Words that stand nowhere else: where one is found afterwards, something was not erased. */
const WORDS = ['zebra-quartz', 'Zsófia', 'Nakamura', 'marmalade', 'tangerine', 'Duluth', 'storytime on my own'];

let program: TestProgram;
let cycle: Awaited<ReturnType<typeof createTestCycle>>;
let staff: UserActor;

beforeEach(async () => {
  setClock(NOW);
  await freezeClock(NOW);
  program = await createProgram();
  cycle = await createTestCycle(program);
  staff = await createActor(program, 'staff');
});

const base = () => `/apply/${cycle.code.toLowerCase()}/mentee`;
const newestMail = (subject: string) =>
  db.outboxMessage.findFirstOrThrow({ where: { subject: { contains: subject } }, orderBy: { id: 'desc' } });
const codeIn = (text: string) => /\b[0-9A-Z]{4} [0-9A-Z]{4}\b/.exec(text)?.[0] ?? '';

/** Somebody who applied, proved the address, and of whom much was written. */
async function somebody(): Promise<{ browser: Browser; id: string }> {
  const browser = newBrowser();
  await browser.fill(await fillIn(browser, base(), EMAIL), { attest: 'yes' });
  const link = /\/resume\/[\w-]+/.exec((await newestMail('We have your application')).text)?.[0] ?? '';
  await browser.fill(await browser.get(link), {});
  const { id } = await db.application.findFirstOrThrow({ where: { email: EMAIL } });
  await browser.fill(await browser.get(`/status/withdraw/${id}`), { reason: 'because of marmalade' });
  await reinstate(staff, { applicationId: id, reason: 'tangerine, she said' }, NOW);
  await addContactNote(staff, { applicationId: id, how: 'phone', day: '2030-01-15', text: 'tangerine' }, NOW);
  const reviewer = await createActor(program, 'reviewer');
  await saveReview(reviewer, reviewOf(id, { comment: 'marmalade', forApplicant: 'tangerine' }), NOW);
  await discuss(reviewer, id);
  const found = await db.program.findUniqueOrThrow({ where: { id: program.programId } });
  await askForNews({ program: found, email: EMAIL, token: 'token' }, NOW);
  await askForMembership(reviewer);
  await comeToEvent({ ...program, cycleId: cycle.id, email: EMAIL, userId: staff.userId });
  await loseLetter(staff, program.organizationId, id);
  return { browser, id };
}

/** What the committee said of them, and what was done to them among several. */
async function discuss(reviewer: UserActor, applicationId: string): Promise<void> {
  await writeComment(reviewer, { applicationId, body: 'marmalade' }, NOW);
  const version = async () => (await db.application.findUniqueOrThrow({ where: { id: applicationId } })).version;
  const mark = async (on: 'yes' | 'no', reason: string) =>
    markForDiscussion(reviewer, { applicationId, version: await version(), on, reason }, NOW);
  await mark('yes', 'tangerine');
  await mark('no', 'marmalade');
  const together = async (move: 'accept' | 'discuss' | 'reconsider') => {
    const rows = [{ applicationId, version: await version() }];
    await moveTogether(
      await createActor(program, 'chair'),
      { cycleId: cycle.id, move, reason: 'tangerine', rows },
      NOW,
    );
  };
  await together('accept');
  await together('discuss');
  await together('reconsider');
}

/** A request for a funded membership, awarded, with a promise kept and a reviewer's word on it. */
async function askForMembership({ userId }: UserActor): Promise<void> {
  const { id: personId } = await db.person.findFirstOrThrow({ where: { email: EMAIL } });
  const { organizationId } = program;
  const [offerId, requestId] = [newId(NOW), newId(NOW)];
  const at = (days: number) => new Date(NOW.getTime() + days * 86_400_000);
  const dates = { opensAt: at(-9), closesAt: at(-5), decideBy: at(9), waitlistUntil: at(9), updatedAt: NOW };
  const offer = { name: 'Memberships', slots: 1, criteria: [], obligations: [] };
  await db.fundingOffer.create({ data: { id: offerId, organizationId, cycleId: cycle.id, ...offer, ...dates } });
  const words = { why: 'marmalade', use: 'tangerine', selfDescription: 'marmalade', selfConsentAt: NOW };
  const state = { couldJoin: 'no', state: 'awarded', promisedAt: NOW, askedAt: NOW };
  await db.fundingRequest.create({ data: { id: requestId, organizationId, offerId, personId, ...words, ...state } });
  const own = { id: newId(NOW), organizationId, requestId };
  await db.fundingReview.create({ data: { ...own, reviewerId: userId, comment: 'tangerine', savedAt: NOW } });
  await db.fundingObligation.create({ data: { ...own, position: 1, title: 'A post', dueOn: NOW, note: 'marmalade' } });
}

async function askForCode(browser: Browser): Promise<string> {
  await browser.post('/status/erase', {});
  return codeIn((await newestMail('Your code to erase')).text);
}

/** Tables in which any of the words still stands, with the rows. */
async function whereWordsStand(): Promise<Record<string, string[]>> {
  const tables = await ownerQuery<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
     WHERE schemaname IN ('public', 'vault', 'graphile_worker') AND tablename NOT IN ('_prisma_migrations')`,
  );
  const found: Record<string, string[]> = {};
  for (const { name } of tables) {
    const rows = await ownerQuery<{ row: string }>(`SELECT row_to_json(t)::text AS row FROM ${name} t`);
    const hits = rows.filter(({ row }) => WORDS.some((word) => row.toLowerCase().includes(word.toLowerCase())));
    if (hits.length > 0) found[name] = hits.map(({ row }) => row);
  }
  return found;
}

describe('erasing everything', () => {
  it('leaves no word of the person in any table but the last mail’s address', async () => {
    const { browser, id } = await somebody();
    expect(Object.keys(await whereWordsStand()).length).toBeGreaterThanOrEqual(8);
    const done = await browser.post('/status/erase', { code: await askForCode(browser), sure: 'yes' });
    expect(done.text).toContain('Everything is erased');
    const left = await whereWordsStand();
    expect(Object.keys(left)).toEqual(['public.outbox_messages']);
    expect(left['public.outbox_messages']?.map((row) => JSON.parse(row))).toEqual([
      expect.objectContaining({ subject: 'Everything you gave is erased', to_address: EMAIL, state: 'queued' }),
    ]);
    expect(await ownerQuery('SELECT 1 FROM vault.answer')).toEqual([]);
    expect([await db.suppression.count(), await db.calendarFeed.count()]).toEqual([0, 0]);
    expect(await db.eventReply.findMany({ select: { state: true } })).toEqual([{ state: 'no' }]);
    const kept = await db.application.findUniqueOrThrow({ where: { id }, include: { reviews: true } });
    expect(kept).toMatchObject({ state: 'withdrawn', role: 'mentee', name: '', email: '', answers: {} });
    expect(kept.reference).toMatch(/-E-0001$/);
    expect(kept.reviews).toMatchObject([
      { comment: '', forApplicant: '', ratings: { [CRITERIA.mentee[0]?.key ?? '']: 3 } },
    ]);
    expect(await db.fundingRequest.findMany({ select: { state: true } })).toEqual([{ state: 'withdrawn' }]);
    expect((await browser.get('/status')).text).not.toContain('My applications</h1><p class="soft">For');
    const [job] = await ownerQuery<{ payload: object }>(
      `SELECT payload FROM graphile_worker._private_jobs WHERE key LIKE 'note-erasure:%'`,
    );
    expect(job?.payload).toEqual({ personId: kept.personId, at: expect.any(String) });
  });

  it('takes a fresh code and a tick, and the code works once', async () => {
    const { browser } = await somebody();
    const code = await askForCode(browser);
    const without = await browser.post('/status/erase', { code });
    expect([without.status, without.text.includes('Tick the box: this cannot be undone.')]).toEqual([422, true]);
    const wrong = await browser.post('/status/erase', { code: 'AAAA 2222', sure: 'yes' });
    expect([wrong.status, wrong.text.includes('This link or code has expired or was used.')]).toEqual([422, true]);
    expect(await db.person.count({ where: { email: EMAIL } })).toBe(1);
    await browser.post('/status/erase', { code, sure: 'yes' });
    expect(await db.person.count({ where: { email: EMAIL } })).toBe(0);
  });

  it('is for a proven address, and not for one that signs in', async () => {
    const stranger = newBrowser();
    await fillIn(stranger, base(), 'stranger@example.test');
    expect((await stranger.get('/status/erase')).status).toBe(403);
    const { browser } = await somebody();
    const person = await db.person.findFirstOrThrow({ where: { email: EMAIL } });
    await db.user.updateMany({ where: { id: staff.userId }, data: { personId: person.id } });
    const refused = await browser.post('/status/erase', { code: await askForCode(browser), sure: 'yes' });
    expect([refused.status, refused.text.includes('You also sign in as committee or staff')]).toEqual([422, true]);
    expect(await db.application.count({ where: { email: EMAIL, state: 'submitted' } })).toBe(1);
  });

  it('leaves everybody else as they were, and lets the person come back as somebody new', async () => {
    const [other] = await createApplied(program, cycle, { person: { email: 'other@example.test' } });
    const untouched = () => db.application.findUniqueOrThrow({ where: { id: other?.applicationId ?? '' } });
    const before = await untouched();
    const { browser } = await somebody();
    await browser.post('/status/erase', { code: await askForCode(browser), sure: 'yes' });
    expect(await untouched()).toEqual(before);
    const again = newBrowser();
    const sent = await again.fill(await fillIn(again, base(), EMAIL), { attest: 'yes' });
    expect(sent.text).toMatch(/-E-000[23]/);
    expect(await db.application.count({ where: { email: EMAIL, state: 'submitted' } })).toBe(1);
  });
});

it('the history is emptied of words, and of nothing else', async () => {
  await somebody();
  await expect(ownerQuery("UPDATE events SET action = 'other'")).rejects.toThrow('events are only added');
  await expect(ownerQuery("UPDATE events SET reason = 'other'")).rejects.toThrow('events are only added');
  await expect(ownerQuery('DELETE FROM events')).rejects.toThrow('events are only added');
  await expect(ownerQuery("UPDATE events SET reason = '', detail = '{}'")).resolves.toEqual([]);
});
