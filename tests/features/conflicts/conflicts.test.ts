import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import type { UserActor } from '@/domain/actor';
import { countInbox } from '@/features/applications/inbox/counting/queries';
import { listInbox } from '@/features/applications/inbox/queries';
import { readFilter } from '@/features/applications/inbox/schema';
import { declareConflict, saveAboutMe, settleConflict } from '@/features/conflicts/commands';
import { getConflictDesk } from '@/features/conflicts/queries';
import { aboutMeSchema, declareSchema, settleSchema } from '@/features/conflicts/schema';
import { countFunnel } from '@/features/cycles/queries';
import { saveReview } from '@/features/reviews/writing/commands';
import { findApplication, powersOf, viewerOf } from '@/features/reviews/queries';
import {
  createActor,
  createApplied,
  createProgram,
  createTestCycle,
  NOW,
  type TestProgram,
} from '../../support/factories';
import { reviewOf } from '../../support/reviews';

let program: TestProgram;
let cycle: { id: string; organizationId: string; programId: string; blindReview: boolean };
let reviewer: UserActor;
let chair: UserActor;
let applicationId = '';
let personId = '';

beforeEach(async () => {
  program = await createProgram();
  const made = await createTestCycle(program);
  cycle = await db.cycle.findUniqueOrThrow({ where: { id: made.id } });
  [reviewer, chair] = [await createActor(program, 'reviewer'), await createActor(program, 'chair')];
  const [applied] = await createApplied(program, made, { person: { name: 'Ada Osei', email: 'ada@example.org' } });
  ({ applicationId, personId } = applied ?? { applicationId: '', personId: '' });
  const [other] = await createApplied(program, made);
  await db.application.update({ where: { id: other?.applicationId ?? '' }, data: { answers: {} } });
});

/** The user as the next request knows them. */
async function again(user: UserActor): Promise<UserActor> {
  const rows = await db.conflict.findMany({ where: { userId: user.userId, state: 'in_force' } });
  return { ...user, closed: [user.personId, ...rows.map((row) => row.personId)] };
}
const declare = (by = reviewer) => declareConflict(by, { applicationId, reason: 'We work together.' }, NOW);
const settle = (over: object = {}, by = chair) => {
  const input = { cycleId: cycle.id, userId: reviewer.userId, personId, state: 'none', reason: 'Looked at', ...over };
  return settleConflict(by, settleSchema.parse(input), NOW);
};
const seen = async (user: UserActor) => {
  const now = await again(user);
  const viewer = viewerOf(now, { reviews: true, decides: false, blind: false });
  const filter = readFilter(new URLSearchParams('mine=all'), true);
  const funnel = await countFunnel(cycle.id, now);
  return {
    names: (await listInbox(cycle.id, viewer, filter)).rows.length,
    total: (await countInbox(cycle.id, viewer, filter)).total,
    funnel: funnel.mentee.submitted + funnel.mentor.submitted,
    page: (await findApplication(now, cycle, applicationId, powersOf(now, cycle, NOW))) !== null,
  };
};

describe('a declared conflict', () => {
  it('closes the person at once: list, counts, page and review; for everybody else nothing changes', async () => {
    expect(await seen(reviewer)).toEqual({ names: 2, total: 2, funnel: 2, page: true });
    await declare();
    expect(await seen(reviewer)).toEqual({ names: 1, total: 1, funnel: 1, page: false });
    expect(await seen(chair)).toEqual({ names: 2, total: 2, funnel: 2, page: true });
    const review = reviewOf(applicationId, { abstain: true });
    await expect(saveReview(await again(reviewer), review, NOW)).rejects.toMatchObject({
      code: 'review.own_application',
    });
  });

  it('takes the member’s own review back as an abstention', async () => {
    const words = { comment: 'Wonderful', forApplicant: 'You are wonderful' };
    await saveReview(reviewer, reviewOf(applicationId, words), NOW);
    await declare();
    expect(
      await db.review.findMany({ select: { abstained: true, comment: true, forApplicant: true, ratings: true } }),
    ).toEqual([{ abstained: true, comment: '', forApplicant: '', ratings: {} }]);
  });

  it('is written in the history, needs a reason, and not an application of another program', async () => {
    await declare();
    expect(await db.event.findMany({ where: { action: 'conflict.in_force' } })).toMatchObject([
      { actor: `user:${reviewer.userId}`, subjectId: reviewer.userId, reason: 'We work together.' },
    ]);
    expect(declareSchema.safeParse({ applicationId, reason: '' }).error?.issues[0]?.message).toBe(
      'Say in a few words why.',
    );
    const stranger = await createActor(await createProgram(), 'reviewer');
    await expect(declare(stranger)).rejects.toMatchObject({ code: 'actor.forbidden' });
  });

  it('is taken back by chair or staff, never by the member', async () => {
    await declare();
    await expect(settle({}, reviewer)).rejects.toMatchObject({ code: 'actor.forbidden' });
    await settle();
    expect((await seen(reviewer)).page).toBe(true);
    expect(await db.conflict.findMany()).toMatchObject([{ state: 'none', source: 'declared' }]);
  });
});

describe('a found conflict', () => {
  const employ = () =>
    db.application.update({ where: { id: applicationId }, data: { answers: { employer: 'Duluth Public Library' } } });
  const aboutMe = (employer: string) => saveAboutMe(reviewer, aboutMeSchema.parse({ employer }), NOW);
  const found = async (viewer = chair) =>
    (await getConflictDesk(cycle, await again(viewer), NOW)).found.map(({ member, name, why }) => [member, name, why]);

  it('is a suggestion until somebody settles it, and is not suggested again', async () => {
    await employ();
    await aboutMe('The Duluth public library');
    expect(await found()).toEqual([[reviewer.name, 'Ada Osei', 'Same employer: Duluth Public Library']]);
    expect((await seen(reviewer)).page).toBe(true);
    await settle({ state: 'in_force' });
    expect([await found(), (await seen(reviewer)).page]).toEqual([[], false]);
    const { standing } = await getConflictDesk(cycle, chair, NOW);
    expect(standing).toMatchObject([{ member: reviewer.name, name: 'Ada Osei', state: 'in_force', source: 'found' }]);
  });

  it('of one’s own is settled by somebody else, and shown to nobody who is fenced', async () => {
    await employ();
    await saveAboutMe(chair, aboutMeSchema.parse({ employer: 'Duluth Public Library' }), NOW);
    expect(await found()).toEqual([]);
    const staff = await createActor(program, 'staff');
    expect(await found(staff)).toHaveLength(1);
    await expect(settle({ userId: chair.userId })).rejects.toMatchObject({ code: 'conflict.own' });
    await settle({ userId: chair.userId, state: 'in_force' }, staff);
    const fenced = await again(chair);
    await expect(settle({ userId: reviewer.userId }, fenced)).rejects.toMatchObject({ code: 'actor.forbidden' });
    expect(JSON.stringify(await getConflictDesk(cycle, fenced, NOW))).not.toContain('Ada Osei');
  });

  it('takes names one a line, at most fifty', () => {
    expect(aboutMeSchema.parse({ names: ' Ada Osei \n\nEly Library\nAda Osei' }).names).toEqual([
      'Ada Osei',
      'Ely Library',
    ]);
    const many = Array.from({ length: 51 }, (_, index) => `Name ${index}`).join('\n');
    expect(aboutMeSchema.safeParse({ names: many }).error?.issues[0]?.message).toBe('Name at most fifty.');
  });
});
