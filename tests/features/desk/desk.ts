import { beforeEach } from 'vitest';
import type { UserActor } from '@/domain/actor';
import { db } from '@/db/client';
import { countInbox } from '@/features/applications/inbox/counting/queries';
import { listInbox } from '@/features/applications/inbox/queries';
import { ALL_OF_IT, type InboxFilter } from '@/features/applications/inbox/schema';
import { viewerOf } from '@/features/reviews/queries';
import { fillCrowd } from '../../../prisma/demo/crowd';
import { createActor, createApplied, createProgram, createTestCycle, NOW } from '../../support/factories';

async function createDesk() {
  const program = await createProgram();
  const cycle = await createTestCycle(program);
  const [chair, reviewer, staff] = [
    await createActor(program, 'chair', 'Marguerite'),
    await createActor(program, 'reviewer', 'Ximena'),
    await createActor(program, 'staff', 'Linus'),
  ];
  return { program, cycle: { ...cycle, ...program }, chair, reviewer, staff };
}
export type Desk = Awaited<ReturnType<typeof createDesk>>;
let made: Desk | undefined;

/** A cycle under review with a chair, a reviewer and somebody of staff, new for every test. */
export function desk(): Desk {
  if (!made) throw new Error('desk() is there from the first test on');
  return made;
}
beforeEach(async () => {
  made = await createDesk();
});

/** `count` people who applied, without the effort of filling in forms. */
export const crowd = (count: number, over: { seed?: number; from?: number; reviewers?: readonly string[] } = {}) =>
  fillCrowd({ tx: db, start: NOW, organizationId: desk().program.organizationId, cycle: desk().cycle, count, ...over });

export async function applied(over: Parameters<typeof createApplied>[2] = {}): Promise<string> {
  const [application] = await createApplied(desk().program, desk().cycle, over);
  if (!application) throw new Error('nothing was made');
  return application.applicationId;
}

/** The same user with somebody closed to them. */
export async function fencedFrom(user: UserActor, applicationId: string): Promise<UserActor> {
  const { personId } = await db.application.findUniqueOrThrow({ where: { id: applicationId } });
  return { ...user, closed: [...user.closed, personId ?? ''] };
}

export const seenBy = (user: UserActor) =>
  viewerOf(user, {
    reviews: user.userId !== desk().staff.userId,
    decides: user.userId === desk().chair.userId,
    blind: false,
  });
export const listed = (user: UserActor, over: Partial<InboxFilter> = {}) =>
  listInbox(desk().cycle.id, seenBy(user), { ...ALL_OF_IT, ...over });
export const counted = (user: UserActor, over: Partial<InboxFilter> = {}) =>
  countInbox(desk().cycle.id, seenBy(user), { ...ALL_OF_IT, ...over });

/** Every page of a filter from the first to the last; `between` happens before each further one. */
export async function walk(user: UserActor, over: Partial<InboxFilter>, between?: (page: number) => Promise<unknown>) {
  const pages: string[][] = [];
  let after: string | null = '';
  while (after !== null) {
    if (pages.length > 0) await between?.(pages.length);
    const page: Awaited<ReturnType<typeof listed>> = await listed(user, { ...over, after });
    pages.push(page.rows.map(({ id }) => id));
    after = page.next;
  }
  return pages;
}
