'use client';

import { useActionState } from 'react';
import { ProblemBox } from '@/ui/staff/action-form';
import { FRESH } from '@/lib/form-state';
import { waiveRuleAction } from '../actions';

/** Lets one address off one rule, with the reason. */
export function WaiverForm({ cycle, cycleId }: { cycle: string; cycleId: string }) {
  const [state, action, pending] = useActionState(waiveRuleAction, FRESH);
  const { typed } = state;
  return (
    <form action={action} key={state.tries} className="form-column">
      <input type="hidden" name="cycle" value={cycle} />
      <input type="hidden" name="cycleId" value={cycleId} />
      <ProblemBox problem={state.problem} />
      <div className="field">
        <label className="label" htmlFor="waiver-email">
          Address this person applies with
        </label>
        <input className="input control" id="waiver-email" name="email" type="email" defaultValue={typed.email} />
      </div>
      <div className="field">
        <label className="label" htmlFor="waiver-rule">
          Rule
        </label>
        <select className="select control" id="waiver-rule" name="rule" defaultValue={typed.rule ?? 'member'}>
          <option value="member">Member of the association</option>
          <option value="years">Years of experience</option>
          <option value="adult">18 or older</option>
        </select>
      </div>
      <div className="field">
        <label className="label" htmlFor="waiver-reason">
          Why?
        </label>
        <input className="input control" id="waiver-reason" name="reason" maxLength={500} defaultValue={typed.reason} />
      </div>
      <div className="actions">
        <button className="button" type="submit" aria-disabled={pending}>
          Let this person apply
        </button>
      </div>
    </form>
  );
}
