'use client';

import { useActionState } from 'react';
import { isSettledByForm, RULE_KINDS, type EligibilityRule } from '@/domain/eligibility';
import { ProblemBox } from '@/ui/staff/action-form';
import { FRESH } from '@/lib/form-state';
import { saveRulesAction } from '../actions';

type Props = {
  cycle: string;
  cycleId: string;
  of: 'mentor' | 'mentee';
  rules: readonly EligibilityRule[];
};

type RuleProps = { role: string; rule: string; words: string; typed: Record<string, string> };

function RuleFields({ role, rule, words, typed }: RuleProps) {
  const id = `${role}-${rule}`;
  return (
    <fieldset className="field min-w-0">
      <legend className="label">{words}</legend>
      <div className="row">
        <select
          className="select max-w-full sm:w-auto!"
          name={`${rule}_kind`}
          defaultValue={typed[`${rule}_kind`]}
          aria-label={`${words}: does it hold?`}
        >
          <option value="">does not hold</option>
          <option value="must">must{isSettledByForm(rule) ? '' : ' (judged by the committee)'}</option>
          <option value="should">should</option>
        </select>
        {rule === 'years' ? (
          <label className="row-s">
            at least
            <input className="input short" name="years_least" inputMode="numeric" defaultValue={typed.years_least} />
            years
          </label>
        ) : null}
      </div>
      <label className="small soft block" htmlFor={`${id}-text`}>
        Words for applicants
      </label>
      <input
        className="input"
        id={`${id}-text`}
        name={`${rule}_text`}
        defaultValue={typed[`${rule}_text`]}
        maxLength={300}
      />
    </fieldset>
  );
}

const valuesOf = (rules: readonly EligibilityRule[]): Record<string, string> =>
  Object.fromEntries(
    rules.flatMap(({ key, kind, text, least }) => {
      // Programs of earlier versions have rules under names of their own; they are shown as "another rule".
      const name = key in RULE_KINDS ? key : 'other';
      return [
        [`${name}_kind`, kind],
        [`${name}_text`, text],
        ...(least === undefined ? [] : [['years_least', String(least)]]),
      ];
    }),
  );

/** The rules of one role. */
export function RulesForm({ cycle, cycleId, of: role, rules }: Props) {
  const [state, action, pending] = useActionState(saveRulesAction, FRESH);
  const typed = state.tries > 0 ? state.typed : valuesOf(rules);
  return (
    <form action={action} key={state.tries} className="card stack-s min-w-0">
      <h2>{role === 'mentor' ? 'Mentors' : 'Mentees'}</h2>
      {Object.entries({ cycle, cycleId, role }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <ProblemBox problem={state.problem} />
      {Object.entries(RULE_KINDS).map(([rule, words]) => (
        <RuleFields key={rule} role={role} rule={rule} words={words} typed={typed} />
      ))}
      <div className="actions">
        <button className="button primary" type="submit" aria-disabled={pending}>
          Save rules for {role === 'mentor' ? 'mentors' : 'mentees'}
        </button>
      </div>
    </form>
  );
}
