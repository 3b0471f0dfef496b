import '../../support/database';
import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import type { UserActor } from '@/domain/actor';
import { answerFor } from '@/features/pairs/answers/commands';
import { countFallen, listAnswers } from '@/features/pairs/answers/queries';
import { answerForSchema } from '@/features/pairs/answers/schema';
import { chaseAnswers } from '@/features/pairs/chasing/commands';
import { findMatchByLink } from '@/features/pairs/queries';
import { newToken } from '@/lib/token';
import { createActor, createProgram, NOW, type TestProgram } from '../../support/factories';
import { createLinkedMatch } from './linked-match';

const DAY_MS = 86_400_000;
const after = (days: number) => new Date(NOW.getTime() + days * DAY_MS);
const job = { kind: 'job', name: 'send-reminders' } as const;

let program: TestProgram;
let matchId = '';
let staff: UserActor;
beforeEach(async () => {
  program = await createProgram();
  ({ matchId } = await createLinkedMatch(program));
  await db.plan.updateMany({ data: { state: 'approved', verified: true, approvedAt: NOW } });
  await db.match.update({ where: { id: matchId }, data: { answerBy: after(7) } });
  staff = await createActor(program, 'staff', 'Linus Abernathy');
});

const match = () => db.match.findUniqueOrThrow({ where: { id: matchId }, include: { mentor: true, mentee: true } });
const chase = (days: number, tokens: string[] = []) =>
  chaseAnswers(
    job,
    () => {
      const token = newToken();
      tokens.push(token);
      return token;
    },
    after(days),
  );
const mails = () => db.outboxMessage.findMany({ where: { kind: 'answer_reminder' }, orderBy: { createdAt: 'asc' } });

describe('whoever has not answered', () => {
  it('is reminded once, two days before the end, in their language, with a link that works', async () => {
    await db.application.updateMany({ where: { role: 'mentee' }, data: { language: 'fr' } });
    expect(await chase(4.9)).toEqual({ reminded: 0, expired: 0 });
    const tokens: string[] = [];
    // Eleven at night in Chicago.
    expect(await chase(5.45)).toEqual({ reminded: 0, expired: 0 });
    expect(await chase(5, tokens)).toEqual({ reminded: 2, expired: 0 });
    expect(await chase(5.5)).toEqual({ reminded: 0, expired: 0 });
    const { mentor, mentee } = await match();
    const sent = await mails();
    expect(sent.map(({ toAddress }) => toAddress).toSorted()).toEqual([mentor.email, mentee.email].toSorted());
    const to = (email: string) => sent.find(({ toAddress }) => toAddress === email);
    expect(to(mentor.email)?.subject).toMatch(/^Please answer: your match for/);
    expect(to(mentor.email)?.text).toContain(mentee.name);
    expect(to(mentee.email)?.subject).toMatch(/^Merci de répondre/);
    expect(await findMatchByLink(tokens[0] ?? '', after(6))).toMatchObject({ id: matchId, side: 'mentor' });
    expect(await findMatchByLink(tokens[0] ?? '', after(7))).toBeNull();
  });

  it('is not reminded after a yes, nor after they withdrew', async () => {
    await db.match.update({ where: { id: matchId }, data: { state: 'mentor_confirmed', mentorAnswer: 'yes' } });
    await db.application.updateMany({ where: { role: 'mentee' }, data: { state: 'withdrawn' } });
    expect(await chase(6)).toEqual({ reminded: 0, expired: 0 });
  });

  it('makes both free again when the time is over, and nobody is written to', async () => {
    await db.match.update({ where: { id: matchId }, data: { state: 'mentor_confirmed', mentorAnswer: 'yes' } });
    expect(await chase(7)).toEqual({ reminded: 0, expired: 1 });
    expect(await chase(8)).toEqual({ reminded: 0, expired: 0 });
    expect(await match()).toMatchObject({
      state: 'expired',
      mentor: { state: 'accepted' },
      mentee: { state: 'accepted' },
    });
    expect(await db.outboxMessage.count()).toBe(0);
    expect(await db.event.findFirst({ where: { action: 'match.expired' } })).toMatchObject({
      actor: 'job:send-reminders',
      detail: { mentorAnswer: 'yes', menteeAnswer: '' },
    });
  });

  it('is left alone where nobody is asked, and once both said yes', async () => {
    await db.match.update({ where: { id: matchId }, data: { state: 'confirmed' } });
    expect(await chase(8)).toEqual({ reminded: 0, expired: 0 });
    await db.match.update({ where: { id: matchId }, data: { state: 'announced', answerBy: null } });
    expect(await chase(8)).toEqual({ reminded: 0, expired: 0 });
    await expect(chaseAnswers(staff, newToken, NOW)).rejects.toMatchObject({ code: 'actor.forbidden' });
  });
});

describe('an answer on the phone', () => {
  const typed = (over: object = {}) =>
    answerForSchema.parse({ matchId, version: 1, side: 'mentor', answer: 'yes', reason: 'On the phone.', ...over });

  it('counts as theirs, with who wrote it down and how it was told', async () => {
    await answerFor(staff, typed(), NOW);
    expect(await match()).toMatchObject({ state: 'mentor_confirmed', mentorAnswer: 'yes', version: 2 });
    await answerFor(staff, typed({ version: 2, side: 'mentee' }), NOW);
    expect((await match()).state).toBe('confirmed');
    expect(await db.event.findFirst({ where: { action: 'match.answered_yes' } })).toMatchObject({
      actor: `user:${staff.userId}`,
      reason: 'On the phone.',
    });
  });

  it('no ends the match, which is then told where chair and staff look', async () => {
    await answerFor(staff, typed({ side: 'mentee', answer: 'no', reason: 'A new job.' }), NOW);
    const { cycleId } = await match();
    const { fallen, open } = await listAnswers(cycleId, staff);
    expect(fallen).toMatchObject([{ state: 'declined', menteeAnswer: 'no', endedReason: 'A new job.' }]);
    expect([open, await countFallen(cycleId, staff)]).toEqual([[], 1]);
  });

  it('tells the later of two, and is not taken when the match is none any more', async () => {
    await answerFor(staff, typed(), NOW);
    await expect(answerFor(staff, typed({ answer: 'no' }), NOW)).rejects.toMatchObject({ code: 'match.wrong_status' });
    await chase(8);
    await expect(answerFor(staff, typed({ version: 3 }), NOW)).rejects.toMatchObject({ code: 'match.wrong_status' });
  });

  it('is written down by staff to whom both are open, and seen by nobody else', async () => {
    const { cycleId, mentee } = await match();
    const fenced = { ...staff, closed: [...staff.closed, mentee.personId ?? ''] };
    for (const actor of [
      fenced,
      await createActor(program, 'chair'),
      await createActor(await createProgram(), 'staff'),
    ])
      await expect(answerFor(actor, typed(), NOW)).rejects.toMatchObject({ code: 'actor.forbidden' });
    expect(await listAnswers(cycleId, fenced)).toEqual({ fallen: [], open: [], firm: [], over: [] });
    await chase(8);
    expect([await countFallen(cycleId, fenced), await countFallen(cycleId, staff)]).toEqual([0, 1]);
  });

  it('says how it was told', () => {
    const problem = (over: object) =>
      answerForSchema.safeParse({ matchId, version: 1, side: 'mentor', ...over }).error?.issues[0]?.message;
    expect(problem({ answer: 'perhaps', reason: 'On the phone.' })).toBe('Choose yes or no.');
    expect(problem({ answer: 'yes', reason: ' ' })).toBe('Say how they told you.');
  });
});
