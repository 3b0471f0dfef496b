'use client';

import { TIME_ZONES } from '@/domain/forms/places';
import { FieldsForm } from '@/ui/staff/action-form';
import { SelectField, TextField, TickField } from '@/ui/staff/fields';
import { setUpCycleAction } from '../actions';
import { DayFields } from './day-fields';

type Props = { slug: string; programId: string; from: string; fields: Record<string, string> };

const ZONES = TIME_ZONES.flatMap(({ options }) => options.map(({ value, label }) => ({ value, label })));
const CONFIRMATIONS = [
  { value: 'none', label: 'Not asked: people say only if they cannot' },
  { value: 'both_after', label: 'Both confirm after the letter' },
  { value: 'ask_mentors_first', label: 'Mentors are asked before the letters, mentees confirm after them' },
];

/** A new cycle: its name, its days and its choices. Everything typed is kept when something is wrong. */
export const SetUpForm = ({ slug, programId, from, fields }: Props) => (
  <FieldsForm
    action={setUpCycleAction}
    fields={{ slug, programId, from }}
    label="Set up this cycle"
    tone="primary"
    className="form-column"
    standing={fields}
  >
    {(typed) => (
      <>
        <TextField name="name" label="Name" hint="Such as Fall 2027." value={typed.name} />
        <TextField
          name="code"
          label="Code"
          short
          hint="Capital letters and digits, such as F27. References begin with it: F27-M-0012."
          value={typed.code}
        />
        <SelectField name="timeZone" label="Time zone of its days" value={typed.timeZone} choices={ZONES} />
        <DayFields typed={typed} />
        <TickField
          name="hasIdentity"
          label="Ask for confidential wishes (gender, ethnicity), optional and sealed"
          value={typed.hasIdentity}
        />
        <SelectField
          name="confirmation"
          label="Do people confirm their match?"
          value={typed.confirmation}
          choices={CONFIRMATIONS}
        />
        <TextField
          type="number"
          short
          name="confirmDays"
          label="Days to answer"
          hint="Counted from the letter."
          value={typed.confirmDays}
        />
      </>
    )}
  </FieldsForm>
);
