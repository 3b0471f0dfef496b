import type { GrantRole } from '../../src/domain/actor';
import { newId } from '../../src/lib/id';
import type { Applied, DemoCycle, Ground } from './cycles';

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
