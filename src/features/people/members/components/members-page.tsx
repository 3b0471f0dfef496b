import { ROLE_NAMES } from '@/domain/actor';
import type { GuardedProgram } from '@/auth/guard';
import { Done } from '@/ui/staff/parts';
import { Tag } from '@/ui/static/shapes';
import type { Member } from '../queries';
import { InviteForm } from './invite-form';
import { RoleForms } from './role-forms';

type Props = { program: GuardedProgram; members: readonly Member[]; manages: boolean; done: string };

const DONE: Record<string, string> = {
  invited: 'The role is given, and a mail is on its way.',
  term: 'The last day is saved.',
  ended: 'The role has ended. What was done in it stays.',
};

/** Who works on a program, in which role and until when. */
export function MembersPage({ program, members, manages, done }: Props) {
  const said = DONE[done];
  return (
    <div className="stack-l">
      {said ? <Done>{said}</Done> : null}
      <header className="stack-s">
        <h1>Roles</h1>
        <p className="soft reading">
          Who works on {program.name}. A deputy may do all that a chair may, above all where the chair must not judge.
          {manages ? '' : ' Administrators give and end roles.'}
        </p>
      </header>
      <div className={manages ? 'two' : undefined}>
        <ul className="plain stack">
          {members.map((member) => (
            <li key={member.id} className="card stack-s">
              <h2>{member.name}</h2>
              <p className="small soft">
                {member.email}
                {member.hasSignedIn ? '' : ' · invited, has not signed in yet'}
              </p>
              <ul className="plain stack-s">
                {member.roles.map((role) => (
                  <li key={role.role}>
                    <Tag tone={role.ended ? 'plain' : 'match'}>{ROLE_NAMES[role.role]}</Tag>{' '}
                    <span className="small">{termWords(role)}</span>
                    {manages && !role.ended ? (
                      <RoleForms slug={program.slug} programId={program.id} userId={member.id} role={role} />
                    ) : null}
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
        {manages ? <InviteForm slug={program.slug} programId={program.id} /> : null}
      </div>
    </div>
  );
}

function termWords({ lastDay, ended }: Member['roles'][number]): string {
  if (ended) return `ended on ${lastDay}`;
  return lastDay ? `until ${lastDay}` : 'without end';
}
