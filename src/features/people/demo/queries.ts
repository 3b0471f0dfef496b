import { GRANT_ROLES, ROLE_NAMES } from '@/domain/actor';
import { listUsers } from '../queries';

const rank = (role: string) => GRANT_ROLES.findIndex((known) => known === role);
const wordOf = (role: string) => ROLE_NAMES[GRANT_ROLES.find((known) => known === role) ?? 'reviewer'];

/** The demonstration's people by program, the largest first: what each is there, office first. */
export async function listDemoPeople(now: Date) {
  const users = await listUsers(now);
  const programs = [...new Set(users.flatMap(({ grants }) => grants.map(({ program }) => program.name)))].sort();
  const listed = programs.map((program) => ({
    program,
    people: users
      .flatMap(({ id, name, email, grants }) => {
        const held = grants
          .filter((grant) => grant.program.name === program)
          .map(({ role }) => role)
          .sort((a, b) => rank(a) - rank(b));
        const [first] = held;
        return first ? [{ id, name, email, rank: rank(first), role: held.map(wordOf).join(' and ') }] : [];
      })
      .sort((a, b) => a.rank - b.rank || a.name.localeCompare(b.name)),
  }));
  return listed.sort((a, b) => b.people.length - a.people.length);
}
export type DemoProgram = Awaited<ReturnType<typeof listDemoPeople>>[number];
