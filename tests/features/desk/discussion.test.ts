import '../../support/database';
import { describe, expect, it } from 'vitest';
import type { UserActor } from '@/domain/actor';
import { db } from '@/db/client';
import { declareConflict } from '@/features/conflicts/commands';
import { saveReview } from '@/features/reviews/writing/commands';
import {
  markForDiscussion,
  markRead,
  removeComment,
  rewordComment,
  writeComment,
} from '@/features/reviews/discussion/commands';
import { getThread } from '@/features/reviews/discussion/queries';
import { findApplication, powersOf } from '@/features/reviews/queries';
import { createActor, createProgram, NOW } from '../../support/factories';
import { reviewOf } from '../../support/reviews';
import { applied, counted, desk, fencedFrom, listed } from './desk';

const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const scope = () => ({ id: desk().cycle.id, programId: desk().program.programId, blindReview: false });
const thread = async (user: UserActor, applicationId: string, now = NOW) => {
  const hasReviewed = (await db.review.count({ where: { applicationId, reviewerId: user.userId } })) > 0;
  return getThread(user, powersOf(user, scope(), now), { applicationId, hasReviewed, clean: String }, now);
};
const review = async (user: UserActor, applicationId: string) => {
  await saveReview(user, reviewOf(applicationId), NOW);
};
const write = (user: UserActor, applicationId: string, body = 'Are the goals clear?', now = NOW) =>
  writeComment(user, { applicationId, body }, now);
const first = async (user: UserActor, applicationId: string, now = NOW) => {
  const comment = (await thread(user, applicationId, now))?.comments[0];
  if (!comment) throw new Error('nothing was written');
  return comment;
};
const mark = async (user: UserActor, applicationId: string, on: 'yes' | 'no', reason = 'Unsure.') => {
  const { version } = await db.application.findUniqueOrThrow({ where: { id: applicationId } });
  await markForDiscussion(user, { applicationId, version, on, reason }, NOW);
};

describe('the thread', () => {
  it('opens to a reviewer after their own review, to chair and staff always', async () => {
    const id = await applied();
    await write(desk().chair, id);
    expect(await thread(desk().reviewer, id)).toBeNull();
    await expect(write(desk().reviewer, id)).rejects.toMatchObject({ code: 'discussion.after_review' });
    await expect(markRead(desk().reviewer, { applicationId: id, until: NOW.getTime() }, NOW)).rejects.toMatchObject({
      code: 'discussion.after_review',
    });
    expect((await listed(desk().reviewer)).rows[0]?.unread).toBe(0);
    expect((await thread(desk().staff, id))?.comments).toMatchObject([
      { who: 'Marguerite', body: 'Are the goals clear?' },
    ]);

    await review(desk().reviewer, id);
    expect(await thread(desk().reviewer, id)).toMatchObject({
      unread: 1,
      comments: [{ isNew: true, mayRemove: false }],
    });
    expect((await listed(desk().reviewer)).rows[0]?.unread).toBe(1);
  });

  it('counts as read up to what was seen, and what one writes oneself', async () => {
    const id = await applied();
    await write(desk().chair, id, 'One', later(1));
    await write(desk().chair, id, 'Two', later(2));
    const unread = async () => [(await thread(desk().staff, id))?.unread, (await listed(desk().staff)).rows[0]?.unread];
    expect(await unread()).toEqual([2, 2]);
    await markRead(desk().staff, { applicationId: id, until: later(1).getTime() }, later(5));
    expect(await unread()).toEqual([1, 1]);
    await markRead(desk().staff, { applicationId: id, until: later(60).getTime() }, later(5));
    expect(await unread()).toEqual([0, 0]);
    await markRead(desk().staff, { applicationId: id, until: 0 }, later(6));
    expect(await unread()).toEqual([0, 0]);
    expect((await thread(desk().chair, id))?.unread).toBe(0);
  });

  it('lets a member reword for fifteen minutes, and remove at any time, only their own', async () => {
    const id = await applied();
    await write(desk().chair, id);
    const comment = await first(desk().chair, id);
    await rewordComment(desk().chair, { ...pick(comment), body: 'Better.' }, later(14));
    expect(await first(desk().chair, id, later(14))).toMatchObject({ body: 'Better.', mayReword: true });
    expect(await first(desk().chair, id, later(15))).toMatchObject({ mayReword: false, mayRemove: true });
    const now = pick(await first(desk().chair, id));
    await expect(rewordComment(desk().chair, { ...now, body: 'Late.' }, later(15))).rejects.toMatchObject({
      code: 'discussion.too_old',
    });
    await expect(rewordComment(desk().chair, { ...pick(comment), body: 'Old.' }, later(1))).rejects.toMatchObject({
      code: 'discussion.changed',
    });
    await review(desk().reviewer, id);
    await expect(removeComment(desk().reviewer, now, later(1))).rejects.toMatchObject({ code: 'actor.forbidden' });
    await removeComment(desk().chair, now, later(60));
    expect(await first(desk().staff, id)).toMatchObject({ body: '', isNew: false, mayRemove: false });
    await expect(removeComment(desk().chair, now, later(61))).rejects.toMatchObject({ code: 'discussion.changed' });
  });

  it('is closed with the person, and what a fenced member wrote is taken back', async () => {
    const id = await applied();
    await review(desk().reviewer, id);
    await write(desk().reviewer, id, 'We work together.');
    const fenced = await fencedFrom(desk().reviewer, id);
    expect((await thread(fenced, id))?.comments).toEqual([]);
    await expect(write(fenced, id)).rejects.toMatchObject({ code: 'actor.forbidden' });
    await expect(mark(fenced, id, 'yes')).rejects.toMatchObject({ code: 'actor.forbidden' });
    await declareConflict(desk().reviewer, { applicationId: id, reason: 'We work together.' }, NOW);
    expect(await first(desk().chair, id)).toMatchObject({ body: '' });
  });

  it('is written by the committee alone', async () => {
    const id = await applied();
    await expect(write(desk().staff, id)).rejects.toMatchObject({ code: 'actor.forbidden' });
    await expect(mark(desk().staff, id, 'yes')).rejects.toMatchObject({ code: 'actor.forbidden' });
    const stranger = await createActor(await createProgram(), 'chair');
    await expect(write(stranger, id)).rejects.toMatchObject({ code: 'actor.forbidden' });
    await expect(write(desk().chair, await applied({ state: 'draft' }))).rejects.toMatchObject({
      code: 'actor.forbidden',
    });
  });
});

describe('the mark', () => {
  it('is set and taken away with a reason, stands in the tab and in the history', async () => {
    const id = await applied();
    await mark(desk().reviewer, id, 'yes', 'The goals are unclear.');
    expect((await listed(desk().chair, { mine: 'discuss' })).rows.map((row) => row.id)).toEqual([id]);
    await expect(mark(desk().chair, id, 'yes')).rejects.toMatchObject({ code: 'decision.wrong_status' });
    const told = async (user: UserActor) =>
      (await findApplication(user, scope(), id, powersOf(user, scope(), NOW)))?.history
        .filter(({ action }) => action.startsWith('application.discuss'))
        .map(({ action, reason }) => [action, reason]);
    expect(await told(desk().chair)).toEqual([['application.discuss', 'The goals are unclear.']]);
    expect(await told(desk().reviewer)).toEqual([['application.discuss', '']]);
    await mark(desk().chair, id, 'no', 'We asked.');
    expect(await told(desk().chair)).toEqual([
      ['application.discussed', 'We asked.'],
      ['application.discuss', 'The goals are unclear.'],
    ]);
    expect((await counted(desk().chair, { mine: 'discuss' })).total).toBe(0);
  });

  it('of two at once one holds, and the other is told', async () => {
    const id = await applied();
    const ends = await Promise.allSettled([mark(desk().chair, id, 'yes'), mark(desk().reviewer, id, 'yes')]);
    expect(ends.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });
});

const pick = ({ id, version }: { id: string; version: number }) => ({ id, version });
