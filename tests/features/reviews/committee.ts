import { beforeEach } from 'vitest';
import type { UserActor } from '@/domain/actor';
import { listInbox } from '@/features/applications/inbox/queries';
import { ALL_OF_IT, type InboxFilter } from '@/features/applications/inbox/schema';
import { findApplication, powersOf, viewerOf } from '@/features/reviews/queries';
import { saveReview } from '@/features/reviews/writing/commands';
import { createActor, createApplied, createProgram, createTestCycle, NOW } from '../../support/factories';
import { allRated, reviewOf } from '../../support/reviews';

export const ALL: InboxFilter = ALL_OF_IT;

export const viewer = (user: UserActor) => viewerOf(user, { reviews: true, decides: false, blind: false });

async function createCommittee() {
  const program = await createProgram();
  const cycle = await createTestCycle(program);
  const reviewer = await createActor(program, 'reviewer');
  return { program, cycle, reviewer, other: await createActor(program, 'reviewer') };
}
export type Committee = Awaited<ReturnType<typeof createCommittee>>;

let now: Committee | undefined;

/** A cycle with two reviewers, new for every test. */
export function committee(): Committee {
  if (!now) throw new Error('committee() is there from the first test on');
  return now;
}
beforeEach(async () => {
  now = await createCommittee();
});

/** One application of the cycle; its id. */
export async function applied(over: Parameters<typeof createApplied>[2] = {}): Promise<string> {
  const [application] = await createApplied(committee().program, committee().cycle, over);
  if (!application) throw new Error('nothing was made');
  return application.applicationId;
}

/** The first page of a filter. */
export const ids = async (user: UserActor, over: Partial<InboxFilter> = {}) =>
  (await listInbox(committee().cycle.id, viewer(user), { ...ALL, ...over })).rows.map(({ id }) => id);

/** A whole review with the same rating everywhere. */
export const reviewBy = (user: UserActor, applicationId: string, rating = 3) =>
  saveReview(user, reviewOf(applicationId, { ratings: allRated(rating), comment: 'Mine only.' }), NOW);

export function read(user: UserActor, id: string, blindReview = false) {
  const scope = { id: committee().cycle.id, programId: committee().program.programId, blindReview };
  return findApplication(user, scope, id, powersOf(user, scope, NOW));
}
