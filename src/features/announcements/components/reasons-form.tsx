'use client';

import { useActionState } from 'react';
import { ProblemBox } from '@/ui/staff/action-form';
import { FRESH } from '@/lib/form-state';
import { editReasonsAction } from '../letters/actions';

type Props = {
  code: string;
  personId: string;
  match: { id: string; version: number; partner: string; reasons: readonly string[] };
};

/** The sentences both people of a match will read, one on a line. */
export function ReasonsForm({ code, personId, match }: Props) {
  const [state, action, pending] = useActionState(editReasonsAction, FRESH);
  return (
    <form action={action} key={state.tries}>
      <input type="hidden" name="cycle" value={code} />
      <input type="hidden" name="personId" value={personId} />
      <input type="hidden" name="matchId" value={match.id} />
      <input type="hidden" name="version" value={match.version} />
      <ProblemBox problem={state.problem} />
      <div className="field">
        <label className="label" htmlFor={`reasons-${match.id}`}>
          Reasons for the match with {match.partner}
        </label>
        <span className="hint" id={`hint-${match.id}`}>
          One on a line; the first two go into both letters. Only what both agreed to share.
        </span>
        <textarea
          className="textarea control min-h-24!"
          id={`reasons-${match.id}`}
          name="reasons"
          aria-describedby={`hint-${match.id}`}
          defaultValue={state.tries > 0 ? state.typed.reasons : match.reasons.join('\n')}
        />
      </div>
      <button className="button mt-3" type="submit" aria-disabled={pending}>
        Save reasons
      </button>
    </form>
  );
}
