'use client';

import { NOTICE_FIELDS, STANDING_LABELS, STANDINGS } from '@/domain/notice';
import type { FormState } from '@/lib/form-state';
import { FieldsForm } from '@/ui/staff/action-form';
import { SelectField, TextField } from '@/ui/staff/fields';
import { saveNoticeAction } from '../actions';

type Props = {
  place: { cycle: string; cycleId: string; id: string; version: number };
  standing: FormState['typed'];
  roles: readonly string[];
};

const CHOICES = STANDINGS.map((value) => ({ value, label: STANDING_LABELS[value] }));
const ROLES = [
  { value: 'mentor', label: 'Mentors' },
  { value: 'mentee', label: 'Mentees' },
];
const FIELD_WORDS = NOTICE_FIELDS.map((name) => `{{${name}}}`).join(', ');

/** Words to a group, and which group. */
export const NoticeForm = ({ place, standing, roles }: Props) => (
  <FieldsForm
    action={saveNoticeAction}
    fields={place}
    standing={standing}
    label="Save, and see who gets it"
    tone="primary"
    className="form-column"
  >
    {(typed) => (
      <>
        <fieldset>
          <legend className="legend">To whom</legend>
          <div className="row">
            {ROLES.map(({ value, label }) => (
              <label className="choice" key={value}>
                <input type="checkbox" name="roles" value={value} defaultChecked={roles.includes(value)} />
                <span>{label}</span>
              </label>
            ))}
          </div>
        </fieldset>
        <SelectField
          name="standing"
          label="Which of them"
          value={typed.standing ?? 'applied'}
          choices={CHOICES}
          hint="What is decided and not told yet is no choice: a mail would tell it."
        />
        <TextField name="subject" label="Subject" value={typed.subject} />
        <TextField
          name="body"
          label="Mail"
          rows={12}
          value={typed.body}
          hint={`Markdown: **bold**, lists with “- ”, [words](https://…). Fields: ${FIELD_WORDS}. The greeting and the signature are added.`}
        />
      </>
    )}
  </FieldsForm>
);
