'use client';

import { ShapeIcon } from '@/ui/static/shape-icon';
import { FieldsForm } from '@/ui/staff/action-form';
import { remindByHandAction } from '../actions';
import { ANSWERED_LABELS, ANSWERED_TONES } from './board-labels';

export type BoardLine = {
  matchId: string;
  pair: string;
  href: string;
  role: 'mentor' | 'mentee';
  applicationId: string;
  name: string;
  early: boolean;
  answered: 'not_yet' | 'begun' | 'answered';
  wanted: boolean;
  /** When they were last written to, in words; '' for never. */
  asked: string;
};
type Props = {
  place: { cycle: string; cycleId: string };
  lines: readonly BoardLine[];
  /** Whether staff may write now. */ sends: boolean;
};

const ROLE_NAMES = { mentor: 'Mentor', mentee: 'Mentee' } as const;

const mayAsk = ({ answered, wanted }: BoardLine) => answered !== 'answered' && wanted;

function Ticked({ line, typed }: { line: BoardLine; typed: Readonly<Record<string, string>> }) {
  if (!mayAsk(line))
    return <span className="soft">{line.answered === 'answered' ? 'no need' : 'wants no reminders'}</span>;
  const name = `who_${line.applicationId}`;
  return (
    <label className="choice">
      <input type="checkbox" name={name} value="yes" defaultChecked={typed[name] === 'yes'} />
      <span className="hidden-visually">
        Write to {line.name}, {line.role} of {line.pair}
      </span>
    </label>
  );
}

const Line = ({ line, sends, typed }: { line: BoardLine; sends: boolean; typed: Readonly<Record<string, string>> }) => (
  <tr>
    <th scope="row">{line.name}</th>
    <td data-label="Role">
      <span className={`tag ${line.role}`}>
        <ShapeIcon shape={line.role} /> {ROLE_NAMES[line.role]}
      </span>
    </td>
    <td data-label="Pair">
      <a className="reference" href={line.href}>
        {line.pair}
      </a>
      {line.early ? <span className="soft"> ended early</span> : null}
    </td>
    <td data-label="Answers">
      <span className={`tag ${ANSWERED_TONES[line.answered]}`}>{ANSWERED_LABELS[line.answered]}</span>
    </td>
    <td data-label="Written to">{line.asked || 'not yet'}</td>
    {sends ? (
      <td data-label="Remind">
        <Ticked line={line} typed={typed} />
      </td>
    ) : null}
  </tr>
);

function Lines({ lines, sends, typed = {} }: Omit<Props, 'place'> & { typed?: Readonly<Record<string, string>> }) {
  return (
    <div className="table-wrap">
      <table className="table cards">
        <caption className="hidden-visually">Who has answered</caption>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Role</th>
            <th scope="col">Pair</th>
            <th scope="col">Answers</th>
            <th scope="col">Written to</th>
            {sends ? <th scope="col">Remind</th> : null}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Line key={`${line.matchId} ${line.role}`} line={line} sends={sends} typed={typed} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Everybody who is asked, and ticks for a reminder by hand while the questions are open. */
export function BoardForm({ place, lines, sends }: Props) {
  if (!sends || !lines.some(mayAsk)) return <Lines lines={lines} sends={false} />;
  return (
    <FieldsForm action={remindByHandAction} fields={place} label="Send a reminder to those ticked">
      {(typed) => <Lines lines={lines} sends typed={typed} />}
    </FieldsForm>
  );
}
