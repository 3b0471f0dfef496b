'use client';

import { useActionState } from 'react';
import { FRESH } from '@/lib/form-state';
import { ProblemBox } from '@/ui/staff/action-form';
import { SelectField, TextField } from '@/ui/staff/fields';
import { enterForAction } from '../actions';

const ROLES = [
  { value: 'mentee', label: 'Mentee' },
  { value: 'mentor', label: 'Mentor' },
  { value: 'both', label: 'Both' },
];

/** Begins a form in somebody's name. */
export function EnterForm({ cycle }: { cycle: string }) {
  const [state, action, pending] = useActionState(enterForAction, FRESH);
  const { typed } = state;
  return (
    <form action={action} key={state.tries} className="form-column">
      <input type="hidden" name="cycle" value={cycle} />
      <ProblemBox problem={state.problem} />
      <TextField name="email" type="email" label="Their address" value={typed.email} />
      <SelectField name="role" label="Role" value={typed.role ?? 'mentee'} choices={ROLES} />
      <TextField
        name="reason"
        label="How did they tell you, and why?"
        hint="Such as: on the phone on Monday, has no computer at home."
        value={typed.reason}
      />
      <div className="actions">
        <button className="button primary" type="submit" aria-disabled={pending}>
          Begin the form and mail them
        </button>
      </div>
    </form>
  );
}
