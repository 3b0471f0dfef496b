'use client';

import { useActionState } from 'react';
import type { ReviewStyle } from '@/domain/rubric';
import { FRESH } from '@/lib/form-state';
import { ProblemBox } from '@/ui/staff/action-form';
import { TextField } from '@/ui/staff/fields';
import { settingsAction } from '../actions';

const STYLES: { value: ReviewStyle; label: string; hint: string }[] = [
  {
    value: 'light',
    label: 'Light review',
    hint: 'Eligible, a question or a concern, and a note. Enough for small programs.',
  },
  { value: 'rubric', label: 'Rubric', hint: 'Worded criteria from 1 to 4, each with a weight; reviews have a mean.' },
];

type Props = { fields: Record<string, string | number>; style: ReviewStyle; wanted: number; blind: boolean };

/** How the cycle is reviewed from now on. */
export function SettingsForm({ fields, style, wanted, blind }: Props) {
  const [state, submit, pending] = useActionState(settingsAction, FRESH);
  const chosen = state.typed.style ?? style;
  return (
    <form action={submit} key={state.tries} className="stack reading">
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <ProblemBox problem={state.problem} />
      <fieldset>
        <legend className="legend">Reviewers fill in</legend>
        {STYLES.map(({ value, label, hint }) => (
          <label className="choice" key={value}>
            <input type="radio" name="style" value={value} defaultChecked={chosen === value} />
            <span>
              <strong>{label}</strong>. {hint}
            </span>
          </label>
        ))}
      </fieldset>
      <TextField
        name="wanted"
        label="Reviews an application should have"
        type="number"
        short
        value={state.typed.wanted ?? String(wanted)}
      />
      <BlindField ticked={state.tries > 0 ? state.typed.blind === 'yes' : blind} />
      <p>
        <button className="button" type="submit" aria-disabled={pending}>
          Save how we review
        </button>
      </p>
    </form>
  );
}

const BlindField = ({ ticked }: { ticked: boolean }) => (
  <div>
    <label className="choice">
      <input type="checkbox" name="blind" value="yes" defaultChecked={ticked} aria-describedby="blind-hint" />
      <span>
        <strong>Blind review</strong>: reviewers do not see who applied
      </span>
    </label>
    <p className="small soft" id="blind-hint">
      They see references instead of names, and no pronouns, contact details, employers or files; in what people wrote,
      their own name, employer and addresses become “[removed]”. Who knows somebody well may still guess, and can still
      declare a conflict. Chair and staff see names, because they settle conflicts. Matching and ballot come after the
      review and show names.
    </p>
  </div>
);
