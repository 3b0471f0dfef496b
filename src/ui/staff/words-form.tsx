'use client';

import { useActionState } from 'react';
import { FRESH } from '@/lib/form-state';
import { ProblemBox, type FormAction } from './action-form';
import { TextField } from './fields';

type Props = {
  action: FormAction;
  /** Hidden fields: where the form stands and what it is about. */
  fields: Record<string, string | number>;
  label: string;
  tone?: 'primary' | 'plain';
  /** What the button is about, for those who hear it without seeing where it stands. */
  about?: string;
  field: { name: string; label: string; hint?: string; value?: string; rows?: number; within: string };
  inline?: boolean;
};

/** A form of one text. What was typed stays when the answer is no, and is gone when it was taken. */
export function WordsForm({ action, fields, label, tone = 'plain', about, field, inline = false }: Props) {
  const [state, submit, pending] = useActionState(action, FRESH);
  const value = state.problem ? state.typed[field.name] : field.value;
  return (
    <form action={submit} className={inline ? 'inline-form' : 'stack-s'} key={state.tries}>
      {Object.entries(fields).map(([name, of]) => (
        <input key={name} type="hidden" name={name} value={of} />
      ))}
      <ProblemBox problem={state.problem} />
      <TextField {...field} value={value} />
      <button className={tone === 'plain' ? 'button' : `button ${tone}`} type="submit" aria-disabled={pending}>
        {label}
        {about ? <span className="hidden-visually"> {about}</span> : null}
      </button>
    </form>
  );
}
