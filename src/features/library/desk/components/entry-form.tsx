'use client';

import { ACTIVITY_GROUPS, ACTIVITY_KINDS } from '@/domain/activities';
import type { FormState } from '@/lib/form-state';
import { FieldsForm } from '@/ui/staff/action-form';
import { SelectField, TextField } from '@/ui/staff/fields';
import { saveEntryAction } from '../actions';
import { GROUP_LABELS, KIND_LABELS } from './library-labels';

type Props = {
  place: { cycle: string; programId: string; entryId: string; version: number };
  standing: FormState['typed'];
};

const GROUPS = ACTIVITY_GROUPS.map((value) => ({ value, label: GROUP_LABELS[value] }));
const KINDS = ACTIVITY_KINDS.map((value) => ({ value, label: KIND_LABELS[value] }));
const STATES = [
  { value: 'draft', label: 'Staff only: it is a draft' },
  { value: 'shown', label: 'Participants' },
  { value: 'hidden', label: 'Staff only: it is hidden' },
];

/** One entry of the library: content of the program, in plain sentences. */
export const EntryForm = ({ place, standing }: Props) => (
  <FieldsForm
    action={saveEntryAction}
    fields={place}
    standing={standing}
    label="Save the entry"
    tone="primary"
    className="form-column"
  >
    {(typed, _, wrong) => (
      <>
        <TextField name="title" label="Title" value={typed.title} problem={wrong.title} />
        <SelectField name="kind" label="What is it?" choices={KINDS} value={typed.kind} />
        <SelectField name="group" label="Group" choices={GROUPS} value={typed.group} />
        <TextField
          name="words"
          rows={5}
          label="What to do, or what it is good for"
          hint="Two or three plain sentences. Participants search in them."
          value={typed.words}
          problem={wrong.words}
        />
        <TextField
          name="link"
          label="Link"
          hint="Begins with https://. A resource needs one before it is shown."
          value={typed.link}
          problem={wrong.link}
        />
        <TextField
          name="position"
          type="number"
          short
          label="Place in its group"
          hint="Lower numbers stand first."
          value={typed.position}
          problem={wrong.position}
        />
        <SelectField name="state" label="Who sees it?" choices={STATES} value={typed.state} problem={wrong.state} />
      </>
    )}
  </FieldsForm>
);
