'use client';

import { useActionState } from 'react';
import { ActionForm, ProblemBox } from '@/ui/staff/action-form';
import { FRESH } from '@/lib/form-state';
import { agreeToBreakGlassAction, askToBreakGlassAction } from '../actions';

/** The second person's button. */
export const AgreeForm = ({ cycle, copyId }: { cycle: string; copyId: string }) => (
  <ActionForm
    action={agreeToBreakGlassAction}
    fields={{ cycle, copyId }}
    label="I agree: open this record"
    tone="danger"
  />
);

/** Asks for one record; both fields are kept when something is wrong. */
export function AskForm({ cycle, cycleId }: { cycle: string; cycleId: string }) {
  const [state, submit, pending] = useActionState(askToBreakGlassAction, FRESH);
  return (
    <form action={submit} className="stack-s" key={state.tries}>
      <input type="hidden" name="cycle" value={cycle} />
      <input type="hidden" name="cycleId" value={cycleId} />
      <ProblemBox problem={state.problem} />
      <div className="field">
        <label className="label" htmlFor="glass-reference">
          Reference of the application
        </label>
        <input
          className="input"
          id="glass-reference"
          name="reference"
          defaultValue={state.typed.reference ?? ''}
          autoComplete="off"
        />
      </div>
      <div className="field">
        <label className="label" htmlFor="glass-reason">
          Why it must be
        </label>
        <span className="hint" id="glass-reason-hint">
          The person reads this sentence in our mail, with both your names.
        </span>
        <textarea
          className="textarea"
          id="glass-reason"
          name="reason"
          rows={3}
          aria-describedby="glass-reason-hint"
          defaultValue={state.typed.reason ?? ''}
        />
      </div>
      <button className="button danger" type="submit" aria-disabled={pending}>
        Ask a second person
      </button>
    </form>
  );
}
