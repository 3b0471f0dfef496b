'use client';

import { useActionState } from 'react';
import { ProblemBox } from '@/ui/staff/action-form';
import { FRESH } from '@/lib/form-state';
import { giveLateLinkAction } from '../actions';

const ROLES = [
  ['mentor', 'Mentor'],
  ['mentee', 'Mentee'],
  ['both', 'Both'],
] as const;

/** Gives one person more time; a mail with the way in goes at once. */
export function LateForm({ cycle }: { cycle: string }) {
  const [state, action, pending] = useActionState(giveLateLinkAction, FRESH);
  const { typed } = state;
  return (
    <form action={action} key={state.tries} className="form-column">
      <input type="hidden" name="cycle" value={cycle} />
      <ProblemBox problem={state.problem} />
      <div className="field">
        <label className="label" htmlFor="late-email">
          Their address
        </label>
        <input className="input control" id="late-email" name="email" type="email" defaultValue={typed.email} />
      </div>
      <div className="field">
        <label className="label" htmlFor="late-role">
          Role
        </label>
        <select className="select control" id="late-role" name="role" defaultValue={typed.role ?? 'mentee'}>
          {ROLES.map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label className="label" htmlFor="late-until">
          Last day
        </label>
        <input className="input short control" id="late-until" name="until" type="date" defaultValue={typed.until} />
      </div>
      <div className="field">
        <label className="label" htmlFor="late-reason">
          Why?
        </label>
        <input className="input control" id="late-reason" name="reason" maxLength={500} defaultValue={typed.reason} />
      </div>
      <div className="actions">
        <button className="button" type="submit" aria-disabled={pending}>
          Mail the late link
        </button>
      </div>
    </form>
  );
}
