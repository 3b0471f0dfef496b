'use client';

import { FieldsForm } from '@/ui/staff/action-form';
import { SelectField, TextField } from '@/ui/staff/fields';
import { waiveRuleAction } from '../actions';

const RULES = [
  { value: 'member', label: 'Member of the association' },
  { value: 'years', label: 'Years of experience' },
  { value: 'adult', label: '18 or older' },
];

/** Lets one address off one rule, with the reason. */
export const WaiverForm = ({ cycle, cycleId }: { cycle: string; cycleId: string }) => (
  <FieldsForm
    action={waiveRuleAction}
    fields={{ cycle, cycleId }}
    label="Let this person apply"
    className="form-column"
  >
    {(typed) => (
      <>
        <TextField
          within="waiver"
          name="email"
          type="email"
          label="Address this person applies with"
          value={typed.email}
        />
        <SelectField within="waiver" name="rule" label="Rule" value={typed.rule ?? 'member'} choices={RULES} />
        <TextField within="waiver" name="reason" label="Why?" value={typed.reason} />
      </>
    )}
  </FieldsForm>
);
