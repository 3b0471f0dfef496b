'use client';

import { useActionState } from 'react';
import { QUORUM_LABELS, QUORUM_SHARES } from '@/domain/ballot';
import { FRESH } from '@/lib/form-state';
import { ProblemBox } from '@/ui/staff/action-form';
import { openAction } from '../../actions';

type Props = {
  fields: Readonly<Record<string, string | number>>;
  /** As the last ballot of the cycle had them. */
  quorum: string;
  closesOn: string;
  zone: string;
  /** How many would get the mail. */
  members: number;
};

/** Until when, how many votes, and whether the committee is told. */
export function OpenForm({ fields, quorum, closesOn, zone, members }: Props) {
  const [state, submit, pending] = useActionState(openAction, FRESH);
  const { typed } = state;
  const chosen = typed.quorum ?? (/^\d/.test(quorum) ? 'number' : quorum);
  return (
    <form action={submit} key={state.tries} className="stack reading">
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <ProblemBox problem={state.problem} />
      <div className="field">
        <label className="label" htmlFor="closesOn">
          Last day for votes
        </label>
        <span className="hint" id="closesOn-hint">
          Until 11:59 p.m. {zone} of that day. The meeting may begin earlier, and then ends the voting at home.
        </span>
        <input
          className="input short control"
          type="date"
          id="closesOn"
          name="closesOn"
          defaultValue={typed.closesOn ?? closesOn}
          aria-describedby="closesOn-hint"
        />
      </div>
      <QuorumFields chosen={chosen} votes={typed.votes ?? (/^\d/.test(quorum) ? quorum : '')} />
      <label className="choice">
        <input type="checkbox" name="tell" value="yes" defaultChecked={typed.tell === 'yes'} />
        <span>
          Tell the committee that the ballot is open: {members} {members === 1 ? 'mail' : 'mails'}, one to each member
        </span>
      </label>
      <p>
        <button className="button primary" type="submit" aria-disabled={pending}>
          Open the ballot
        </button>
      </p>
    </form>
  );
}

const QuorumFields = ({ chosen, votes }: { chosen: string; votes: string }) => (
  <fieldset className="field" aria-describedby="quorum-hint">
    <legend className="legend">Quorum</legend>
    <span className="hint" id="quorum-hint">
      How many votes a match needs before it can be carried. Members who may not judge it are not counted.
    </span>
    <div className="stack-s">
      {QUORUM_SHARES.map((share) => (
        <label className="choice" key={share}>
          <input type="radio" name="quorum" value={share} defaultChecked={chosen === share} />
          <span>{QUORUM_LABELS[share].replace(/^./, (first) => first.toUpperCase())}</span>
        </label>
      ))}
      <div className="row-s">
        <label className="choice">
          <input type="radio" name="quorum" value="number" defaultChecked={chosen === 'number'} />
          <span>This many votes</span>
        </label>
        <input
          className="input short"
          type="number"
          name="votes"
          min="1"
          max="99"
          aria-label="Number of votes"
          defaultValue={votes}
        />
      </div>
    </div>
  </fieldset>
);
