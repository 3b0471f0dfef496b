import type { GuardedCycle } from '@/auth/guard';
import { formatSlipDay } from '@/domain/dates';
import { shownName } from '@/features/applications/schema';
import { paths } from '@/lib/paths';
import { ActionForm } from '@/ui/staff/action-form';
import { Done } from '@/ui/staff/parts';
import { EmptyState } from '@/ui/static/notice';
import { Reference, Tag } from '@/ui/static/shapes';
import { askMentorsAction } from '../actions';
import type { Asking, Proposed } from '../queries';
import { TellForm } from './tell-form';

type Props = {
  cycle: GuardedCycle;
  /** Null in a cycle that does not ask mentors first. */
  asking: Asking | null;
  may: { ask: boolean; tell: boolean };
  done: string;
  now: Date;
};

const DONE: Record<string, string> = {
  asked: 'The mails are on their way, one to each mentor.',
  written: 'The answer is written down.',
};

function StandingTag({ proposal, isLate }: { proposal: Proposed['proposal']; isLate: boolean }) {
  if (!proposal) return <Tag tone="plain">Not asked yet</Tag>;
  if (proposal.answer === 'yes') return <Tag tone="good">Yes</Tag>;
  if (proposal.answer === 'no') return <Tag tone="bad">No: run the matching again</Tag>;
  return isLate ? <Tag tone="bad">Did not answer</Tag> : <Tag tone="wait">Asked</Tag>;
}

/** Whether every mentor of the plan would take their mentee, before anybody is told. */
export function AskingPage({ cycle, asking, may, done, now }: Props) {
  const { rows, unasked } = asking ?? { rows: [], unasked: 0 };
  const mentors = unasked === 1 ? '1 mentor' : `${unasked} mentors`;
  return (
    <div className="stack-l">
      {DONE[done] ? <Done>{DONE[done]}</Done> : null}
      <header className="stack-s">
        <p className="crumbs">
          <a href={paths.announcement(cycle.code)}>Announcement</a>
        </p>
        <h1>Ask mentors first</h1>
        <p className="soft reading">
          Each mentor reads the name their mentee wants to be called and why the two go together, nothing else, and says
          yes or no. The letters go out when all have said yes. Who said no is not proposed with the same mentee again.
        </p>
      </header>
      {rows.length === 0 && unasked === 0 ? (
        <EmptyState heading="Nobody is to be asked">
          <p>
            {asking
              ? 'No plan is approved, or everybody in it was told already.'
              : 'This cycle does not ask mentors first: their letters ask them.'}
          </p>
        </EmptyState>
      ) : (
        <div className="table-wrap">
          <table className="table cards">
            <caption className="hidden-visually">Mentors, and what they said</caption>
            <thead>
              <tr>
                <th scope="col">Mentor</th>
                <th scope="col">Mentee</th>
                <th scope="col">Match</th>
                <th scope="col">Answer</th>
                <th scope="col">Until</th>
                {may.tell ? <th scope="col">Told us</th> : null}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <Row key={row.id} row={row} cycle={cycle} mayTell={may.tell} now={now} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {may.ask && unasked > 0 ? (
        <ActionForm
          action={askMentorsAction}
          fields={{ cycle: cycle.code, cycleId: cycle.id, count: unasked }}
          label={`Ask ${mentors}`}
          tone="primary"
        />
      ) : null}
    </div>
  );
}

type RowProps = { row: Proposed; cycle: GuardedCycle; mayTell: boolean; now: Date };

const Row = ({ row: { reference, mentor, mentee, proposal }, cycle, mayTell, now }: RowProps) => (
  <tr>
    <th scope="row">{shownName(mentor)}</th>
    <td data-label="Mentee">{shownName(mentee)}</td>
    <td data-label="Match">
      <Reference>{reference}</Reference>
    </td>
    <td data-label="Answer">
      <StandingTag proposal={proposal} isLate={proposal !== null && now >= proposal.answerBy} />
    </td>
    <td data-label="Until">
      {proposal ? <span className="mono">{formatSlipDay(proposal.answerBy, cycle.timeZone, now)}</span> : null}
    </td>
    {mayTell ? (
      <td data-label="Told us">
        {proposal ? (
          <TellForm
            place={{ cycle: cycle.code, id: proposal.id, version: proposal.version }}
            name={shownName(mentor)}
          />
        ) : null}
      </td>
    ) : null}
  </tr>
);
