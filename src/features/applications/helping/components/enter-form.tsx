'use client';

import { FieldsForm } from '@/ui/staff/action-form';
import { SelectField, TextField } from '@/ui/staff/fields';
import { enterForAction } from '../actions';

const ROLES = [
  { value: 'mentee', label: 'Mentee' },
  { value: 'mentor', label: 'Mentor' },
  { value: 'both', label: 'Both' },
];

/** Begins a form in somebody's name. */
export const EnterForm = ({ cycle }: { cycle: string }) => (
  <FieldsForm
    action={enterForAction}
    fields={{ cycle }}
    label="Begin the form and mail them"
    tone="primary"
    className="form-column"
  >
    {(typed) => (
      <>
        <TextField name="email" type="email" label="Their address" value={typed.email} />
        <SelectField name="role" label="Role" value={typed.role ?? 'mentee'} choices={ROLES} />
        <TextField
          name="reason"
          label="How did they tell you, and why?"
          hint="Such as: on the phone on Monday, has no computer at home."
          value={typed.reason}
        />
      </>
    )}
  </FieldsForm>
);
