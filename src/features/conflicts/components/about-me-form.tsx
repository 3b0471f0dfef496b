'use client';

import { useActionState } from 'react';
import { FRESH } from '@/lib/form-state';
import { ProblemBox } from '@/ui/staff/action-form';
import { TextField } from '@/ui/staff/fields';
import { saveAboutMeAction } from '../actions';

type Props = { cycle: string; employer: string; names: string };

/** Where I work, and whom and what I must not judge. */
export function AboutMeForm({ cycle, employer, names }: Props) {
  const [state, action, pending] = useActionState(saveAboutMeAction, FRESH);
  const typed: Record<string, string> = state.tries > 0 ? state.typed : { employer, names };
  return (
    <form action={action} key={state.tries} className="form-column">
      <input type="hidden" name="cycle" value={cycle} />
      <ProblemBox problem={state.problem} />
      <TextField name="employer" label="Where I work" value={typed.employer} />
      <TextField
        name="names"
        label="People and employers I must not judge"
        rows={5}
        value={typed.names}
        hint="One a line. They need not have applied. Read by nobody but the program."
      />
      <div className="actions">
        <button className="button" type="submit" aria-disabled={pending}>
          Save
        </button>
      </div>
    </form>
  );
}
