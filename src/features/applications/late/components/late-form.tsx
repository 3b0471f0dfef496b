'use client';

import { FieldsForm } from '@/ui/staff/action-form';
import { SelectField, TextField } from '@/ui/staff/fields';
import { giveLateLinkAction } from '../actions';

const ROLES = [
  { value: 'mentor', label: 'Mentor' },
  { value: 'mentee', label: 'Mentee' },
  { value: 'both', label: 'Both' },
];

/** Gives one person more time; a mail with the way in goes at once. */
export const LateForm = ({ cycle }: { cycle: string }) => (
  <FieldsForm action={giveLateLinkAction} fields={{ cycle }} label="Mail the late link" className="form-column">
    {(typed) => (
      <>
        <TextField within="late" name="email" type="email" label="Their address" value={typed.email} />
        <SelectField within="late" name="role" label="Role" value={typed.role ?? 'mentee'} choices={ROLES} />
        <TextField within="late" name="until" type="date" short label="Last day" value={typed.until} />
        <TextField within="late" name="reason" label="Why?" value={typed.reason} />
      </>
    )}
  </FieldsForm>
);
