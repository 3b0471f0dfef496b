'use client';

import { useActionState } from 'react';
import { FRESH } from '@/lib/form-state';
import { ProblemBox } from '@/ui/staff/action-form';
import { SelectField, TextField } from '@/ui/staff/fields';
import { waiveRuleAction } from '../actions';

const RULES = [
  { value: 'member', label: 'Member of the association' },
  { value: 'years', label: 'Years of experience' },
  { value: 'adult', label: '18 or older' },
];

/** Lets one address off one rule, with the reason. */
export function WaiverForm({ cycle, cycleId }: { cycle: string; cycleId: string }) {
  const [state, action, pending] = useActionState(waiveRuleAction, FRESH);
  const { typed } = state;
  return (
    <form action={action} key={state.tries} className="form-column">
      <input type="hidden" name="cycle" value={cycle} />
      <input type="hidden" name="cycleId" value={cycleId} />
      <ProblemBox problem={state.problem} />
      <TextField
        within="waiver"
        name="email"
        type="email"
        label="Address this person applies with"
        value={typed.email}
      />
      <SelectField within="waiver" name="rule" label="Rule" value={typed.rule ?? 'member'} choices={RULES} />
      <TextField within="waiver" name="reason" label="Why?" value={typed.reason} />
      <div className="actions">
        <button className="button" type="submit" aria-disabled={pending}>
          Let this person apply
        </button>
      </div>
    </form>
  );
}
