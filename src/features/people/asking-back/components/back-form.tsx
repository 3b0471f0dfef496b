'use client';

import { FieldsForm } from '@/ui/staff/action-form';
import { TextField, TickField } from '@/ui/staff/fields';
import { askBackAction } from '../actions';

type Props = { place: { cycle: string; cycleId: string; count: number }; mentees: number; mentors: number };

/** Whom to ask, and a few own words. */
export const BackForm = ({ place, mentees, mentors }: Props) => (
  <FieldsForm
    action={askBackAction}
    fields={place}
    label="Send the mails"
    tone="primary"
    className="stack"
    standing={{ mentee: mentees > 0 ? 'yes' : '', mentor: '' }}
  >
    {(typed) => (
      <>
        {mentees > 0 ? (
          <TickField name="mentee" label={`Former mentees, to mentor now (${mentees})`} value={typed.mentee} />
        ) : null}
        {mentors > 0 ? (
          <TickField name="mentor" label={`Former mentors, to mentor again (${mentors})`} value={typed.mentor} />
        ) : null}
        <TextField
          name="words"
          rows={3}
          label="A few words of your own (optional)"
          hint="They stand in every mail as you write them, before the way to apply. Up to 600 characters."
          value={typed.words}
        />
      </>
    )}
  </FieldsForm>
);
