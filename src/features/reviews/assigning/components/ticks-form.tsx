'use client';

import { useActionState, type ReactNode } from 'react';
import { FRESH } from '@/lib/form-state';
import { ProblemBox } from '@/ui/staff/action-form';
import { setReadersAction } from '../actions';

type Choice = { id: string; words: ReactNode; ticked: boolean };
type Props = {
  fields: Record<string, string>;
  legend: string;
  choices: readonly Choice[];
  /** Set when the list is long: several columns. */
  columns?: boolean;
  label: string;
};

/** Ticks that are saved together; refused when somebody else changed them meanwhile. */
export function TicksForm({ fields, legend, choices, columns = false, label }: Props) {
  const [state, submit, pending] = useActionState(setReadersAction, FRESH);
  const before = choices.filter(({ ticked }) => ticked).map(({ id }) => id);
  return (
    <form action={submit} className="stack-s">
      {Object.entries({ ...fields, before: before.join(' ') }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <ProblemBox problem={state.problem} />
      <fieldset>
        <legend className="hidden-visually">{legend}</legend>
        <div className={columns ? 'choices columns' : 'choices'}>
          {choices.map(({ id, words, ticked }) => (
            <label className="choice" key={id}>
              <input type="checkbox" name="ids" value={id} defaultChecked={ticked} />
              <span>{words}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <p>
        <button className="button" type="submit" aria-disabled={pending}>
          {label}
        </button>
      </p>
    </form>
  );
}
