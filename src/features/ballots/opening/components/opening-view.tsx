import { paths } from '@/lib/paths';
import { Notice } from '@/ui/static/notice';
import { FencedNote } from '../../components/words';
import type { Opening } from '../queries';
import { OpenForm } from './open-form';

type Props = { opening: Opening; code: string; zone: string };

/** What opening a ballot does, before it is done. */
export function OpeningView({ opening, code, zone }: Props) {
  const { plan, matches, members, underWay, fenced } = opening;
  return (
    <div className="stack">
      <p className="crumbs">
        <a href={paths.plan(code, plan.number)}>Plan {plan.number}</a>
      </p>
      <h1>Put plan {plan.number} on the ballot</h1>
      {fenced ? <FencedNote /> : null}
      <div className="stack-s reading">
        <p>
          {matches} {matches === 1 ? 'match' : 'matches'}, {members.length}{' '}
          {members.length === 1 ? 'member' : 'members'}: {members.join(', ')}.
        </p>
        <p>
          Everybody votes on each match: approve, discuss, or object with a reason, and sees the others’ votes after
          their own. What is unanimous is carried by consent; the rest goes to the meeting. You approve what was
          carried. Until then the plan is not approved any other way.
        </p>
      </div>
      {underWay ? (
        <Notice tone="warning" heading={`Ballot ${underWay.number} is under way`}>
          <p>
            A cycle has one ballot at a time. <a href={paths.ballot(code, underWay.number)}>Close it or give it up</a>{' '}
            first.
          </p>
        </Notice>
      ) : (
        <OpenForm
          fields={{ cycle: code, planId: plan.id, version: plan.version }}
          quorum={opening.quorum}
          closesOn={opening.closesOn}
          zone={zone}
          members={members.length}
        />
      )}
    </div>
  );
}
