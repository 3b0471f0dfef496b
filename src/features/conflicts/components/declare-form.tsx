'use client';

import { useActionState } from 'react';
import { FRESH } from '@/lib/form-state';
import { ProblemBox } from '@/ui/staff/action-form';
import { TextField } from '@/ui/staff/fields';
import { declareConflictAction } from '../actions';

/** "I must not judge this": closed behind a word, since it cannot be taken back by oneself. */
export function DeclareForm({ cycle, applicationId }: { cycle: string; applicationId: string }) {
  const [state, action, pending] = useActionState(declareConflictAction, FRESH);
  return (
    <details className="card" open={state.tries > 0}>
      <summary>I have a conflict of interest</summary>
      <form action={action} key={state.tries} className="stack-s">
        <input type="hidden" name="cycle" value={cycle} />
        <input type="hidden" name="applicationId" value={applicationId} />
        <ProblemBox problem={state.problem} />
        <p className="small soft">
          From then on you see nothing of this person: no name, no count, no pair. A review of yours counts as an
          abstention. Only the chair or staff can take it back.
        </p>
        <TextField
          name="reason"
          label="Why?"
          hint="Read by the chair and staff. Such as: we work together."
          value={state.typed.reason}
        />
        <button className="button danger" type="submit" aria-disabled={pending}>
          Close this application to me
        </button>
      </form>
    </details>
  );
}
