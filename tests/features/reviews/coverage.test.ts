import '../../support/database';
import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import type { UserActor } from '@/domain/actor';
import { remindReviewers } from '@/features/reviews/coverage/commands';
import { getCoverage } from '@/features/reviews/coverage/queries';
import { saveReviewing } from '@/features/reviews/rubrics/commands';
import { saveReview } from '@/features/reviews/writing/commands';
import { createActor, NOW } from '../../support/factories';
import { reviewOf } from '../../support/reviews';
import { applied, committee, reviewBy } from './committee';
import { ask, cycleRow } from './desk';

let chair: UserActor;
beforeEach(async () => {
  chair = await createActor(committee().program, 'chair');
});

const coverage = async (by = chair, now = NOW) => getCoverage(await cycleRow(), by, now);
const remind = (by = chair, now = NOW) => remindReviewers(by, { cycleId: committee().cycle.id }, now);
const mails = () =>
  db.outboxMessage.findMany({
    where: { kind: 'review_reminder' },
    select: { toAddress: true, subject: true, text: true },
  });
const TOMORROW = new Date(NOW.getTime() + 86_400_000);

it('tells what is short, what waits, and what every reviewer has left', async () => {
  const [one, two, three] = [await applied(), await applied(), await applied()];
  const { reviewer, other } = committee();
  await ask(chair, one, reviewer, other);
  await ask(chair, two, reviewer);
  await reviewBy(reviewer, one);
  await reviewBy(reviewer, three);
  await saveReview(other, reviewOf(three, { abstain: true }), NOW);
  await saveReviewing(
    chair,
    { cycleId: committee().cycle.id, version: 1, style: 'rubric', wanted: 1, blind: false },
    NOW,
  );
  expect((await coverage()).rows.map(({ covered }) => covered)).toEqual(['done', 'waiting', 'done']);
  await saveReviewing(
    chair,
    { cycleId: committee().cycle.id, version: 2, style: 'rubric', wanted: 2, blind: false },
    NOW,
  );
  const { rows, members } = await coverage();
  expect(rows.map(({ covered, done, waiting }) => [covered, done, waiting])).toEqual([
    ['waiting', [reviewer.name], [other.name]],
    ['short', [], [reviewer.name]],
    ['short', [reviewer.name], []],
  ]);
  const rowOf = ({ userId }: UserActor) => members.find(({ id }) => id === userId);
  expect(rowOf(reviewer)).toMatchObject({ assigned: 2, done: 2, left: 1, lastAt: NOW });
  expect(rowOf(other)).toMatchObject({ assigned: 1, done: 0, left: 1, lastAt: NOW });
});

describe('a reminder', () => {
  it('goes to those who have something left, once a day, and names no applicant', async () => {
    const id = await applied({ person: { name: 'Zebra Quartz' } });
    const { reviewer, other } = committee();
    await ask(chair, id, reviewer);
    expect(await remind()).toBe(1);
    const [mail] = await mails();
    expect(mail).toMatchObject({ toAddress: reviewer.email });
    expect(mail?.subject).toMatch(/^One application waits for your review/);
    expect(mail?.text).not.toContain('Zebra');
    expect((await coverage()).members.find(({ id: member }) => member === reviewer.userId)?.reminded).toBe(true);
    await expect(remind()).rejects.toMatchObject({ code: 'reminding.nobody' });
    expect(await remind(chair, TOMORROW)).toBe(1);
    expect((await mails()).map(({ toAddress }) => toAddress)).not.toContain(other.email);
    await reviewBy(reviewer, id);
    await expect(remind(chair, new Date(TOMORROW.getTime() + 86_400_000))).rejects.toMatchObject({
      code: 'reminding.nobody',
    });
  });

  it('goes out once when two press at the same moment', async () => {
    await ask(chair, await applied(), committee().reviewer);
    const sent = await Promise.allSettled([remind(), remind(await createActor(committee().program, 'staff'))]);
    expect(sent.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await mails()).toHaveLength(1);
  });

  it('where nothing is assigned goes to who has not read what needs reviews', async () => {
    const id = await applied();
    const { reviewer, other } = committee();
    await reviewBy(reviewer, id);
    expect(await remind()).toBe(1);
    expect((await mails()).map(({ toAddress }) => toAddress)).toEqual([other.email]);
  });

  it('is not sent by reviewers', async () => {
    await ask(chair, await applied(), committee().reviewer);
    await expect(remind(committee().reviewer)).rejects.toMatchObject({ code: 'actor.forbidden' });
  });
});

it('leaves what is closed to the viewer out of every number', async () => {
  const own = await applied({ personId: chair.personId });
  const { reviewer, program } = committee();
  await ask(await createActor(program, 'staff'), own, reviewer);
  await reviewBy(committee().other, own);
  const { rows, members } = await coverage();
  expect([rows, members.map(({ assigned, done, left, lastAt }) => [assigned, done, left, lastAt])]).toEqual([
    [],
    [
      [0, 0, 0, null],
      [0, 0, 0, null],
    ],
  ]);
  await expect(remind()).rejects.toMatchObject({ code: 'reminding.nobody' });
});

it('tells what light reviews say against somebody', async () => {
  const id = await applied();
  await saveReviewing(
    chair,
    { cycleId: committee().cycle.id, version: 1, style: 'light', wanted: 2, blind: false },
    NOW,
  );
  const say = (by: UserActor, verdict: 'concern' | 'question') =>
    saveReview(by, reviewOf(id, { form: 'light', verdict, comment: 'Where do they work?' }), NOW);
  await say(committee().reviewer, 'concern');
  await say(committee().other, 'question');
  expect((await coverage()).rows).toMatchObject([{ concerns: 1, questions: 1, covered: 'done' }]);
});
