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

/** Everybody who signs in. */
export async function createCommittee(
  ground: Ground,
  { children, technical }: { children: string; technical: string },
) {
  const user = (name: string, email: string, role: GrantRole, programs = [children]) =>
    createUser(ground, {
      name,
      email: `${email}@example.test`,
      grants: programs.map((programId) => ({ programId, role })),
    });
  await user('Rosalind Achebe', 'rosalind', 'administrator', [children, technical]);
  const staff = await user('Linus Abernathy', 'linus', 'staff', [children, technical]);
  await user('Jocasta Venkataraman', 'jocasta', 'staff', [children, technical]);
  await user('Sunniva Castellano', 'sunniva', 'chair', [technical]);
  const chair = await user('Marguerite Onwudiwe', 'marguerite', 'chair');
  // For the rows that the chair must not judge.
  const deputy = await user('Parviz Lindgren', 'parviz', 'reviewer');
  await ground.tx.grant.create({
    data: {
      id: newId(ground.start),
      organizationId: ground.organizationId,
      userId: deputy.id,
      programId: children,
      role: 'deputy',
    },
  });
  const reviewers = [
    await user('Teodor Halvorsen', 'teodor', 'reviewer'),
    await user('Ximena Baptiste', 'ximena', 'reviewer'),
    deputy,
    await user('Ingeborg Tanaka', 'ingeborg', 'reviewer'),
    await user('Kwame Delacroix', 'kwame', 'reviewer'),
  ];
  const funding = await user('Ottoline Varga-Mensah', 'ottoline', 'funding_reviewer');
  // Outside staff and committee: to whom people of a pair can tell a concern.
  await user('Isadora Nakamura-Bright', 'isadora', 'concern_officer');
  return { chair, reviewers, funding, staff };
}
export type Committee = Awaited<ReturnType<typeof createCommittee>>;
