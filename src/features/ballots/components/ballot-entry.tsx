import { formatInstant } from '@/domain/dates';
import { paths } from '@/lib/paths';
import type { BallotRow } from '../waiting/queries';
import { StateTag } from './words';

type Props = {
  code: string;
  plan: { number: number; state: string };
  ballots: readonly BallotRow[];
  mayOpen: boolean;
  timeZone: string;
};

/** On the page of a plan: its ballots, and the way to a new one. */
export function BallotEntry({ code, plan, ballots, mayOpen, timeZone }: Props) {
  const opens = mayOpen && plan.state === 'proposed';
  if (ballots.length === 0 && !opens) return null;
  return (
    <div className="row">
      {ballots.map((ballot) => (
        <span key={ballot.number} className="row-s">
          <a href={paths.ballot(code, ballot.number)}>Ballot {ballot.number}</a> <StateTag state={ballot.state} />
          {ballot.state === 'open' ? (
            <span className="small soft">Votes until {formatInstant(ballot.closesAt, timeZone)}</span>
          ) : null}
        </span>
      ))}
      {opens ? (
        <a className="button" href={paths.planBallot(code, plan.number)}>
          Put this plan on the ballot
        </a>
      ) : null}
    </div>
  );
}

/** On the overview of the matching: that the committee is voting. */
export const BallotNote = ({ code, ballot, timeZone }: { code: string; ballot: BallotRow | null; timeZone: string }) =>
  ballot ? (
    <p className="notice info">
      <a href={paths.ballot(code, ballot.number)}>Ballot {ballot.number}</a> on plan {ballot.planNumber}{' '}
      <StateTag state={ballot.state} />
      {ballot.state === 'open' ? ` Votes until ${formatInstant(ballot.closesAt, timeZone)}.` : ''}
    </p>
  ) : null;
