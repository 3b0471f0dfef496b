'use client';

import { useActionState } from 'react';
import { FRESH } from '@/lib/form-state';
import { ProblemBox } from '@/ui/staff/action-form';
import { TextField } from '@/ui/staff/fields';
import { askApplicantAction } from '../actions';

/** One question to the applicant; it goes by mail at once. */
export function AskForm({ cycle, applicationId }: { cycle: string; applicationId: string }) {
  const [state, action, pending] = useActionState(askApplicantAction, FRESH);
  return (
    <form action={action} key={state.tries}>
      <input type="hidden" name="cycle" value={cycle} />
      <input type="hidden" name="applicationId" value={applicationId} />
      <ProblemBox problem={state.problem} />
      <TextField
        within="ask"
        name="question"
        label="Question"
        rows={3}
        value={state.typed.question}
        hint="Goes to the applicant by mail, signed by the program. The committee and staff read the answer."
      />
      <div className="actions">
        <button className="button" type="submit" aria-disabled={pending}>
          Ask the applicant
        </button>
      </div>
    </form>
  );
}
