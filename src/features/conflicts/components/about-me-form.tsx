'use client';

import { FieldsForm } from '@/ui/staff/action-form';
import { TextField } from '@/ui/staff/fields';
import { saveAboutMeAction } from '../actions';

type Props = { cycle: string; employer: string; names: string };

/** Where I work, and whom and what I must not judge. */
export const AboutMeForm = ({ cycle, ...standing }: Props) => (
  <FieldsForm action={saveAboutMeAction} fields={{ cycle }} label="Save" className="form-column" standing={standing}>
    {(typed) => (
      <>
        <TextField name="employer" label="Where I work" value={typed.employer} />
        <TextField
          name="names"
          label="People and employers I must not judge"
          rows={5}
          value={typed.names}
          hint="One a line. They need not have applied. Read by nobody but the program."
        />
      </>
    )}
  </FieldsForm>
);
