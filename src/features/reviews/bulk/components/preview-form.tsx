'use client';

import { startTransition, useActionState, type ReactNode, type SyntheticEvent } from 'react';
import { FRESH } from '@/lib/form-state';
import { ProblemBox } from '@/ui/staff/action-form';
import { moveTogetherAction } from '../actions';

type Props = { fields: Record<string, string>; label: string; children: ReactNode };

/** The ticked rows and the one press. Sent by hand where there is script: a form that is sent by the browser forgets its ticks. */
export function PreviewForm({ fields, label, children }: Props) {
  const [state, submit, pending] = useActionState(moveTogetherAction, FRESH);
  const send = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    startTransition(() => submit(form));
  };
  return (
    <form action={submit} onSubmit={send} className="stack">
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <ProblemBox problem={state.problem} />
      {children}
      <div className="actions">
        <button className="button primary" type="submit" aria-disabled={pending}>
          {label}
        </button>
      </div>
    </form>
  );
}
