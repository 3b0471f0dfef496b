import type { ReactNode } from 'react';
import type { GuardedCycle } from '@/auth/guard';
import { formatSlipDay } from '@/domain/dates';
import { paths } from '@/lib/paths';
import { Done } from '@/ui/staff/parts';
import { Reference, Tag } from '@/ui/static/shapes';
import type { AnswerRow, Answers } from '../queries';
import { AnswerForm } from './answer-form';

type Props = { cycle: GuardedCycle; answers: Answers; plan: number | null; mayWrite: boolean; done: string; now: Date };

const STATES: Readonly<Record<string, string>> = {
  announced: 'Nobody has said yes',
  mentor_confirmed: 'The mentor said yes',
  confirmed: 'Confirmed',
  active: 'At work together',
  on_hold: 'On hold',
  completed: 'Completed',
  declined: 'Said no',
  expired: 'No answer in time',
  ended_early: 'Ended early',
};

/** What became of the announced matches: who answered, who has not, what fell through and has to be mended. */
export function AnswersPage({ cycle, answers: { fallen, open, firm, over }, plan, mayWrite, done, now }: Props) {
  const shared = { cycle, mayWrite, now };
  const empty = fallen.length + open.length + firm.length + over.length === 0;
  return (
    <div className="stack-l">
      {done === 'written' ? <Done>The answer is written down.</Done> : null}
      <header className="stack-s">
        <h1>Answers to the letters</h1>
        <p className="soft reading">
          Who has said yes or no to their match. Whoever has not is reminded once before their time is over; then the
          match ends by itself and both are free again. Nobody is written to about that before you have looked.
        </p>
      </header>
      {empty ? <p>No match is announced yet.</p> : null}
      <Group title="Fell through" rows={fallen} {...shared}>
        {plan !== null && fallen.length > 0 ? (
          <p>
            <a href={paths.plan(cycle.code, plan)}>Repair plan {plan}</a>: the chair looks there for others for those
            who are free again. What was told and holds stays as it is; then{' '}
            <a href={paths.announcement(cycle.code)}>the letters</a> tell those whose match changed.
          </p>
        ) : null}
      </Group>
      <Group title="Waiting for an answer" rows={open} {...shared} />
      <Group title="Firm" rows={firm} {...shared} />
      <Group title="Over" rows={over} {...shared} />
    </div>
  );
}

type GroupProps = {
  title: string;
  rows: readonly AnswerRow[];
  cycle: GuardedCycle;
  mayWrite: boolean;
  now: Date;
  children?: ReactNode;
};

function Group({ title, rows, cycle, mayWrite, now, children }: GroupProps) {
  if (rows.length === 0) return null;
  return (
    <section className="stack-s" aria-label={title}>
      <h2>
        {title} <span className="mono">{rows.length}</span>
      </h2>
      {children}
      <div className="table-wrap">
        <table className="table cards">
          <caption className="hidden-visually">{title}</caption>
          <thead>
            <tr>
              <th scope="col">Match</th>
              <th scope="col">Mentor</th>
              <th scope="col">Mentee</th>
              <th scope="col">State</th>
              <th scope="col">Answer by</th>
              {mayWrite ? <th scope="col">Told us</th> : null}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.id} row={row} cycle={cycle} mayWrite={mayWrite} now={now} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

const SAID: Readonly<Record<string, string>> = { yes: 'yes', no: 'no' };

function Row({ row, cycle, mayWrite, now }: { row: AnswerRow; cycle: GuardedCycle; mayWrite: boolean; now: Date }) {
  const {
    id,
    reference,
    mentor,
    mentee,
    state,
    standing,
    mentorAnswer,
    menteeAnswer,
    answerBy,
    endedReason,
    answerable,
  } = row;
  const tone = { fallen: 'bad', open: 'wait', firm: 'good', over: 'plain' } as const;
  const answered = (answer: string) => (SAID[answer] ? <span className="small soft"> said {SAID[answer]}</span> : null);
  return (
    <tr>
      <th scope="row">
        <Reference>{reference}</Reference>
      </th>
      <td data-label="Mentor">
        {mentor.name}
        {answered(mentorAnswer)}
      </td>
      <td data-label="Mentee">
        {mentee.name}
        {answered(menteeAnswer)}
      </td>
      <td data-label="State">
        <Tag tone={tone[standing]}>{STATES[state] ?? state}</Tag>
        {endedReason ? <span className="small soft block">“{endedReason}”</span> : null}
      </td>
      <td data-label="Answer by">
        {answerBy ? <span className="mono">{formatSlipDay(answerBy, cycle.timeZone, now)}</span> : null}
      </td>
      {mayWrite ? (
        <td data-label="Told us">
          {answerable ? (
            <AnswerForm
              place={{ cycle: cycle.code, matchId: id, version: row.version }}
              names={{ mentor: mentor.name, mentee: mentee.name }}
            />
          ) : null}
        </td>
      ) : null}
    </tr>
  );
}
