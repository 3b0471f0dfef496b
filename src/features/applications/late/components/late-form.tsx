'use client';

import { useActionState } from 'react';
import { FRESH } from '@/lib/form-state';
import { ProblemBox } from '@/ui/staff/action-form';
import { SelectField, TextField } from '@/ui/staff/fields';
import { giveLateLinkAction } from '../actions';

const ROLES = [
  { value: 'mentor', label: 'Mentor' },
  { value: 'mentee', label: 'Mentee' },
  { value: 'both', label: 'Both' },
];

/** Gives one person more time; a mail with the way in goes at once. */
export function LateForm({ cycle }: { cycle: string }) {
  const [state, action, pending] = useActionState(giveLateLinkAction, FRESH);
  const { typed } = state;
  return (
    <form action={action} key={state.tries} className="form-column">
      <input type="hidden" name="cycle" value={cycle} />
      <ProblemBox problem={state.problem} />
      <TextField within="late" name="email" type="email" label="Their address" value={typed.email} />
      <SelectField within="late" name="role" label="Role" value={typed.role ?? 'mentee'} choices={ROLES} />
      <TextField within="late" name="until" type="date" short label="Last day" value={typed.until} />
      <TextField within="late" name="reason" label="Why?" value={typed.reason} />
      <div className="actions">
        <button className="button" type="submit" aria-disabled={pending}>
          Mail the late link
        </button>
      </div>
    </form>
  );
}
