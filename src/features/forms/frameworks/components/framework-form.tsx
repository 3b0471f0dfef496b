'use client';

import { FieldsForm } from '@/ui/staff/action-form';
import { TextField } from '@/ui/staff/fields';
import { createFrameworkAction } from '../actions';

/** A new framework: its name, and its areas one a line. */
export const FrameworkForm = (place: { cycle: string; cycleId: string }) => (
  <FieldsForm
    action={createFrameworkAction}
    fields={place}
    label="Keep this framework"
    tone="primary"
    className="form-column"
  >
    {(typed) => (
      <>
        <TextField name="name" label="Name, with its year" value={typed.name} hint="Such as ALSC 2009." />
        <TextField
          name="areas"
          label="Areas"
          value={typed.areas}
          rows={9}
          hint="Two to ten, one a line, in the order in which they are asked."
        />
      </>
    )}
  </FieldsForm>
);
