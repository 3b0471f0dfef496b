'use client';

import { FieldsForm } from '@/ui/staff/action-form';
import { SelectField, TextField } from '@/ui/staff/fields';
import { answerProposalForAction } from '../actions';

type Props = { place: { cycle: string; id: string; version: number }; name: string };

const ANSWERS = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
];

/** Writes down what a mentor said on the phone; closed until asked for. */
export const TellForm = ({ place, name }: Props) => (
  <details>
    <summary>
      Write down an answer<span className="hidden-visually"> of {name}</span>
    </summary>
    <FieldsForm action={answerProposalForAction} fields={place} label="Keep the answer">
      {(typed) => (
        <>
          <SelectField within={place.id} name="answer" label="Said" value={typed.answer ?? 'yes'} choices={ANSWERS} />
          <TextField
            within={place.id}
            name="reason"
            label="How did they tell you?"
            hint="Such as: on the phone on Monday."
            value={typed.reason}
          />
        </>
      )}
    </FieldsForm>
  </details>
);
