import type { ReactNode } from 'react';
import { quorumInWords } from '@/domain/ballot';
import { formatInstant } from '@/domain/dates';
import { paths } from '@/lib/paths';
import type { SeenBallot } from '../voting/queries';
import { StateTag } from './words';

type Props = { ballot: SeenBallot; code: string; timeZone: string; votes: boolean; children?: ReactNode };

/** Where the ballot stands, in a sentence. */
export function standingInWords({ state, takesVotes, times, by }: SeenBallot, timeZone: string): string {
  const at = (instant: Date | null) => (instant ? formatInstant(instant, timeZone) : '');
  if (takesVotes) return `Votes are taken until ${at(times.closesAt)}.`;
  const said = {
    open: `Votes were taken until ${at(times.closesAt)}. The chair goes on from here.`,
    meeting: `The meeting is on since ${at(times.metAt)}. Votes are taken there, one match at a time.`,
    closed: `Closed by ${by.closed}, ${at(times.closedAt)}. It waits for the chair to approve what was carried.`,
    approved: `Approved by ${by.approved}, ${at(times.approvedAt)}. Nobody is told before the announcement.`,
    dropped: `Given up by ${by.dropped}, ${at(times.droppedAt)}. Nothing of it was taken over.`,
  };
  return said[state];
}

export function BallotHead({ ballot, code, timeZone, votes, children }: Props) {
  const { number, planNumber, state, by, times, quorum, members } = ballot;
  return (
    <div className="stack">
      <p className="crumbs">
        <a href={paths.matching(code)}>Matching</a> › <a href={paths.plan(code, planNumber)}>Plan {planNumber}</a>
      </p>
      <div className="row">
        <h1>Ballot {number}</h1>
        <StateTag state={state} />
      </div>
      <p>{standingInWords(ballot, timeZone)}</p>
      <Figures ballot={ballot} votes={votes} />
      <p className="small soft">
        Opened by {by.opened}, {formatInstant(times.openedAt, timeZone)}. Members: {members}. Quorum:{' '}
        {quorumInWords(quorum)}.
      </p>
      <nav className="row" aria-label={`Pages of ballot ${number}`}>
        <a href={paths.ballotConsent(code, number)}>Consent agenda</a>
        <a href={paths.ballotMeeting(code, number)}>Meeting</a>
        <a href={paths.ballotMinutes(code, number)}>Minutes</a>
      </nav>
      <Changes ballot={ballot} />
      {children}
    </div>
  );
}

/** How far it is: what matters changes when voting is over. */
function Figures({ ballot: { figures, state, takesVotes }, votes }: { ballot: SeenBallot; votes: boolean }) {
  const { matches, voted, quorate, consent, carried, notCarried, later, undecided } = figures;
  const of = `of ${matches}`;
  const running: [string, number, string][] = [
    ...(votes ? ([['Voted by you', voted, of]] satisfies [string, number, string][]) : []),
    ['Quorum reached', quorate, of],
  ];
  const over: [string, number, string][] = [
    ['Carried', carried, of],
    ['By consent', consent, of],
    ['Not carried', notCarried + later, ''],
    ['Not decided', undecided, ''],
  ];
  return (
    <dl className="figures">
      {(takesVotes || state === 'open' ? running : over).map(([label, count, unit]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            {count} {unit ? <span className="unit">{unit}</span> : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** What became different in the plan while the ballot is under way. */
function Changes({ ballot: { figures, added, state } }: { ballot: SeenBallot }) {
  if (state === 'approved' || state === 'dropped' || (figures.left === 0 && added === 0)) return null;
  return (
    <div className="notice warning stack-s">
      <h2>The plan changed while this ballot is under way</h2>
      {figures.left > 0 ? (
        <p>
          {figures.left === 1 ? 'One match has' : `${figures.left} matches have`} left the ballot: somebody withdrew, or
          the plan pairs them differently now. Votes on {figures.left === 1 ? 'it' : 'them'} no longer count.
        </p>
      ) : null}
      {added > 0 ? (
        <p>
          {added === 1 ? 'One match was' : `${added} matches were`} put into the plan since. Nobody votes on{' '}
          {added === 1 ? 'it' : 'them'}, so {added === 1 ? 'it leaves' : 'they leave'} the plan when the ballot is
          approved.
        </p>
      ) : null}
      <p>The ballot goes on for the matches that are the same.</p>
    </div>
  );
}
