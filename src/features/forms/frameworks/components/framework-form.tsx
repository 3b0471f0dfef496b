'use client';

import { useActionState } from 'react';
import { FRESH } from '@/lib/form-state';
import { ProblemBox } from '@/ui/staff/action-form';
import { TextField } from '@/ui/staff/fields';
import { createFrameworkAction } from '../actions';

/** A new framework: its name, and its areas one a line. */
export function FrameworkForm({ cycle, cycleId }: { cycle: string; cycleId: string }) {
  const [state, action, pending] = useActionState(createFrameworkAction, FRESH);
  const { typed } = state;
  return (
    <form action={action} key={state.tries} className="form-column">
      <input type="hidden" name="cycle" value={cycle} />
      <input type="hidden" name="cycleId" value={cycleId} />
      <ProblemBox problem={state.problem} />
      <TextField name="name" label="Name, with its year" value={typed.name} hint="Such as ALSC 2009." />
      <TextField
        name="areas"
        label="Areas"
        value={typed.areas}
        rows={9}
        hint="Two to ten, one a line, in the order in which they are asked."
      />
      <div className="actions">
        <button className="button primary" type="submit" aria-disabled={pending}>
          Keep this framework
        </button>
      </div>
    </form>
  );
}
