import { dayOf } from '@/domain/dates';
import { paths } from '@/lib/paths';
import { ActionForm } from '@/ui/staff/action-form';
import { Notice } from '@/ui/static/notice';
import { approveAction, beginAction, closeAction, dropAction, extendAction } from '../actions';
import type { SeenBallot } from '../voting/queries';
import { DayField } from './day-field';

type Props = { ballot: SeenBallot; code: string; timeZone: string; now: Date };

const fieldsOf = ({ id, version, number }: SeenBallot, code: string) => ({
  cycle: code,
  number,
  page: 'ballot',
  ballotId: id,
  version,
});

/** What the chair can do next, the usual thing first. */
export function ChairSide({ ballot, code, timeZone, now }: Props) {
  const { state } = ballot;
  const fields = fieldsOf(ballot, code);
  if (state === 'approved' || state === 'dropped') return null;
  return (
    <Notice heading="For the chair">
      <Next ballot={ballot} code={code} />
      {state === 'meeting' ? null : (
        <details>
          <summary>Take votes until a later day</summary>
          <ActionForm action={extendAction} fields={fields} label="Take votes until then">
            <DayField
              id="extend-until"
              name="closesOn"
              label="Last day for votes"
              hint={`Until 11:59 p.m. of that day. The consent agenda is made anew.`}
              value={dayOf(now, timeZone)}
            />
          </ActionForm>
        </details>
      )}
      <details>
        <summary>Give this ballot up</summary>
        <div className="stack-s">
          <p className="small">
            The plan stays as it is, and can be approved or put on another ballot. The votes are kept.
          </p>
          <ActionForm action={dropAction} fields={fields} label={`Give ballot ${ballot.number} up`} tone="danger" />
        </div>
      </details>
    </Notice>
  );
}

/** The one next step. */
function Next({ ballot, code }: Pick<Props, 'ballot' | 'code'>) {
  const { state, takesVotes, figures, number } = ballot;
  const fields = fieldsOf(ballot, code);
  if (state === 'open')
    return (
      <>
        <p>
          {takesVotes ? 'The meeting ends the voting at home.' : 'Voting at home is over.'} What enough members approve
          and nobody questions is carried by consent; the rest is taken up one by one.
        </p>
        <div className="row">
          <ActionForm
            action={beginAction}
            fields={fields}
            label="Begin the meeting"
            tone={takesVotes ? 'plain' : 'primary'}
          />
          <ActionForm action={closeAction} fields={fields} label="Close without a meeting" />
        </div>
      </>
    );
  if (state === 'meeting')
    return (
      <div className="row">
        <a className="button primary" href={paths.ballotMeeting(code, number)}>
          Go to the meeting
        </a>
        <ActionForm action={closeAction} fields={fields} label="End the meeting" />
      </div>
    );
  return (
    <>
      <p>{figures.carried === 0 ? 'No match you can see was carried.' : takenInWords(ballot)}</p>
      <div className="row">
        {figures.carried === 0 ? null : (
          <ActionForm action={approveAction} fields={fields} label="Approve what was carried" tone="primary" />
        )}
        <ActionForm action={beginAction} fields={fields} label="Go on with the meeting" />
      </div>
    </>
  );
}

/** What approving does, in numbers. */
function takenInWords({ planNumber, figures, added }: SeenBallot): string {
  const { carried, matches, left } = figures;
  const leaving = matches - carried + added;
  const goes = leaving === 1 ? 'One match leaves' : `${leaving} matches leave`;
  const rest = leaving === 0 ? 'Every match is carried.' : `${goes} it, and these people go back to the pool.`;
  const gone = left > 0 ? ` ${left} had left the ballot before.` : '';
  return `Plan ${planNumber} is approved with ${carried} ${carried === 1 ? 'match' : 'matches'}. ${rest}${gone}`;
}
