import { db } from '@/db/client';
import type { UserActor } from '@/domain/actor';
import { setReaders } from '@/features/reviews/assigning/commands';
import { loadReading, proposeReading, signOf } from '@/features/reviews/assigning/queries';
import { NOW } from '../../support/factories';
import { committee } from './committee';

/** The cycle as pages know it. */
export const cycleRow = () =>
  db.cycle.findUniqueOrThrow({
    where: { id: committee().cycle.id },
    select: { id: true, organizationId: true, programId: true, timeZone: true },
  });

/** The user as the next request knows them. */
export async function again(user: UserActor): Promise<UserActor> {
  const rows = await db.conflict.findMany({ where: { userId: user.userId, state: 'in_force' } });
  return { ...user, closed: [user.personId, ...rows.map((row) => row.personId)] };
}

/** Asks reviewers by hand to read an application that nobody is asked to read. */
export const ask = (by: UserActor, applicationId: string, ...reviewers: UserActor[]) =>
  setReaders(
    by,
    {
      cycleId: committee().cycle.id,
      of: 'application',
      id: applicationId,
      before: [],
      after: reviewers.map(({ userId }) => userId),
    },
    NOW,
  );

/** What would be proposed now, with what stands for it. */
export async function proposed(by: UserActor, reviewers: readonly UserActor[], anew = false) {
  const reading = await loadReading(await cycleRow(), by, NOW);
  const wish = { who: reviewers.map(({ userId }) => userId), anew };
  const proposal = proposeReading(reading, wish);
  return { ...proposal, input: { cycleId: committee().cycle.id, ...wish, sign: signOf(proposal) } };
}

/** "reference of the application → reviewer", as it is stored. */
export async function assignments(): Promise<string[]> {
  const rows = await db.reviewAssignment.findMany({ select: { applicationId: true, reviewerId: true } });
  return rows.map(({ applicationId, reviewerId }) => `${applicationId} ${reviewerId}`).sort();
}
