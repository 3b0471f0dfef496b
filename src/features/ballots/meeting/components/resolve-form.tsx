'use client';

import { startTransition, useActionState, type FormEvent } from 'react';
import { RESULTS, RESULT_LABELS, type Result } from '@/domain/ballot';
import { FRESH } from '@/lib/form-state';
import { ProblemBox } from '@/ui/staff/action-form';
import { resolveAction } from '../../actions';

type Props = { fields: Readonly<Record<string, string | number>>; note: string };

const HINTS: Record<Result, string> = {
  carried: 'It stays in the plan.',
  not_carried: 'It leaves the plan.',
  later: 'To the end of this meeting, or to another one.',
};

/** What the meeting decided, and a note for the minutes. What was typed stays when the answer is no. */
export function ResolveForm({ fields, note }: Props) {
  const [{ problem }, submit, pending] = useActionState(resolveAction, FRESH);
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    startTransition(() => submit(form));
  };
  return (
    <form action={submit} onSubmit={send} className="stack-s">
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <fieldset>
        <legend className="legend">What the meeting decides</legend>
        {RESULTS.map((result) => (
          <label className="choice" key={result}>
            <input type="radio" name="result" value={result} />
            <span>
              {RESULT_LABELS[result]} <span className="soft small">{HINTS[result]}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <div className="field">
        <label className="label" htmlFor="note">
          Note for the minutes <span className="soft">(optional)</span>
        </label>
        <textarea className="textarea control" id="note" name="note" rows={2} defaultValue={note} />
      </div>
      <ProblemBox problem={problem} />
      <p>
        <button className="button primary" type="submit" aria-disabled={pending}>
          Record the result
        </button>
      </p>
    </form>
  );
}
