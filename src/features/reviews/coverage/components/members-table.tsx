import type { GuardedCycle } from '@/auth/guard';
import { formatInstant } from '@/domain/dates';
import { paths } from '@/lib/paths';
import { ActionForm } from '@/ui/staff/action-form';
import { Tag } from '@/ui/static/shapes';
import { freeEndedAction } from '../../assigning/actions';
import type { Coverage } from '../queries';

type Member = Coverage['members'][number];
type Props = { cycle: GuardedCycle; members: Member[]; open: boolean };

/** Every reviewer: asked, read, left, and when they last saved a review. */
export const MembersTable = ({ cycle, members, open }: Props) => (
  <section className="stack-s" aria-labelledby="members">
    <h2 id="members">Reviewers</h2>
    <div className="table-wrap">
      <table className="table cards compact">
        <caption className="hidden-visually">Reviewers by what they have read and have left</caption>
        <thead>
          <tr>
            <th scope="col">Reviewer</th>
            <th scope="col" className="number">
              Assigned
            </th>
            <th scope="col" className="number">
              Reviewed
            </th>
            <th scope="col" className="number">
              Left
            </th>
            <th scope="col">Last review</th>
          </tr>
        </thead>
        <tbody>
          {members.map((member) => (
            <Row key={member.id} cycle={cycle} member={member} open={open} />
          ))}
        </tbody>
      </table>
    </div>
  </section>
);

function Row({ cycle, member, open }: { cycle: GuardedCycle; member: Member; open: boolean }) {
  const { id, name, inForce, assigned, done, left, lastAt, reminded } = member;
  return (
    <tr>
      <th scope="row">
        {inForce && open ? <a href={paths.assignList(cycle.code, `?reviewer=${id}`)}>{name}</a> : name}{' '}
        {inForce ? null : <Tag tone="wait">Term ended</Tag>}
        {reminded ? <span className="small soft font-normal"> reminded today</span> : null}
      </th>
      <td className="number" data-label="Assigned">
        {assigned}
      </td>
      <td className="number" data-label="Reviewed">
        {done}
      </td>
      <td className="number" data-label="Left">
        {inForce ? left : <EndedLeft cycle={cycle} member={member} open={open} />}
      </td>
      <td data-label="Last review">
        {lastAt ? formatInstant(lastAt, cycle.timeZone) : <span className="quiet">none yet</span>}
      </td>
    </tr>
  );
}

/** What somebody left behind whose term ended: open to others with one press. */
const EndedLeft = ({
  cycle,
  member: { id, name, ended },
  open,
}: {
  cycle: GuardedCycle;
  member: Member;
  open: boolean;
}) =>
  ended === 0 || !open ? (
    <>0</>
  ) : (
    <ActionForm
      action={freeEndedAction}
      fields={{ cycle: cycle.code, cycleId: cycle.id, reviewerId: id }}
      label={`Take back ${ended}`}
      about={`assigned to ${name}`}
      tone="quiet"
    />
  );
