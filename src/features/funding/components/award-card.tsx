'use client';

import { useActionState } from 'react';
import { FRESH } from '@/lib/form-state';
import { ActionForm, ProblemBox } from '@/ui/staff/action-form';
import { TextField } from '@/ui/staff/fields';
import { markBoughtAction, takeBackAction } from '../actions';

type Props = { code: string; requestId: string; version: number };

/** After an award: the membership is bought, or its slot comes back. */
export function AwardCard({ code: cycle, requestId, version }: Props) {
  const [state, action, pending] = useActionState(takeBackAction, FRESH);
  const fields = { cycle, requestId, version };
  return (
    <div className="stack">
      <div className="stack-s">
        <p>Once bought, nothing takes the membership away. The person is told.</p>
        <ActionForm action={markBoughtAction} fields={fields} label="Mark membership bought" tone="primary" />
      </div>
      <form action={action} key={state.tries} className="stack-s">
        {Object.entries(fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <ProblemBox problem={state.problem} />
        <TextField
          name="reason"
          label="Take the award back: why?"
          hint="The person reads this. Being unmatched is no reason."
          value={state.typed.reason}
        />
        <div className="actions">
          <button className="button danger" type="submit" aria-disabled={pending}>
            Take the award back
          </button>
        </div>
      </form>
    </div>
  );
}
