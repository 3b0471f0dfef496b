import type { GrantRole } from '../../src/domain/actor';
import { CRITERIA } from '../../src/domain/review';
import { newId } from '../../src/lib/id';
import type { Applied, DemoCycle, Ground } from './cycles';
import type { Random } from './random';

export type DemoUser = { id: string; personId: string; name: string };
type NewUser = { name: string; email: string; grants: readonly { programId: string; role: GrantRole }[] };

export async function createUser(
  { tx, start, organizationId }: Ground,
  { name, email, grants }: NewUser,
): Promise<DemoUser> {
  const personId = newId(start);
  const id = newId(start);
  await tx.person.create({
    data: { id: personId, organizationId, email, name, emailProvenAt: start, createdAt: start },
  });
  await tx.user.create({ data: { id, organizationId, personId, email, name, createdAt: start } });
  await tx.grant.createMany({
    data: grants.map((grant) => ({ id: newId(start), organizationId, userId: id, ...grant, until: null })),
  });
  return { id, personId, name };
}

const COMMENTS = [
  'Concrete about what they want. A pleasure to read.',
  'Clear goals, and honest about time.',
  'Would be good with somebody patient.',
  'Strong in outreach.',
  '',
  '',
  'Knows our program well.',
  'A first step is missing, but the wish is real.',
] as const;

/** Readings by the committee: most applications by two members, the last few by one or none. */
export async function createReviews(
  { tx, start, organizationId }: Ground,
  applied: readonly Applied[],
  reviewers: readonly DemoUser[],
  random: Random,
): Promise<void> {
  const rows = applied.flatMap((application, index) => {
    const count = index % 12 === 11 ? 0 : index % 6 === 5 ? 1 : 2;
    const readers = random.some(
      reviewers.filter(({ personId }) => personId !== application.personId),
      count,
    );
    return readers.map(({ id: reviewerId }) => ({
      id: newId(start),
      organizationId,
      applicationId: application.applicationId,
      reviewerId,
      comment: random.pick(COMMENTS),
      savedAt: new Date(start.getTime() - random.whole(36) * 3_600_000),
      ratings: Object.fromEntries(CRITERIA[application.role].map(({ key }) => [key, 2 + random.whole(3)])),
    }));
  });
  await tx.review.createMany({ data: rows });
}

/** Decisions of the chair, staged: nobody outside the committee sees them before the release. */
export async function acceptAll(
  { tx, start, organizationId }: Ground,
  cycle: DemoCycle,
  applied: readonly Applied[],
  chair: DemoUser,
): Promise<void> {
  await tx.application.updateMany({
    where: { id: { in: applied.map(({ applicationId }) => applicationId) } },
    data: { state: 'accepted', version: 2 },
  });
  await tx.event.createMany({
    data: applied.map(({ applicationId }) => ({
      id: newId(start),
      organizationId,
      cycleId: cycle.id,
      subjectType: 'application',
      subjectId: applicationId,
      action: 'application.accept',
      actor: `user:${chair.id}`,
      detail: {},
      at: start,
    })),
  });
}
