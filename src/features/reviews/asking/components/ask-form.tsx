'use client';

import { FieldsForm } from '@/ui/staff/action-form';
import { TextField } from '@/ui/staff/fields';
import { askApplicantAction } from '../actions';

/** One question to the applicant; it goes by mail at once. */
export const AskForm = (place: { cycle: string; applicationId: string }) => (
  <FieldsForm action={askApplicantAction} fields={place} label="Ask the applicant">
    {(typed) => (
      <TextField
        within="ask"
        name="question"
        label="Question"
        rows={3}
        value={typed.question}
        hint="Goes to the applicant by mail, signed by the program. The committee and staff read the answer."
      />
    )}
  </FieldsForm>
);
