'use client';

import { FieldsForm } from '@/ui/staff/action-form';
import { SelectField, TextField } from '@/ui/staff/fields';
import { answerForAction } from '../actions';

type Props = {
  place: { cycle: string; matchId: string; version: number };
  names: { mentor: string; mentee: string };
};

const ANSWERS = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
];

/** Writes down what somebody said on the phone; closed until asked for. */
export const AnswerForm = ({ place, names }: Props) => (
  <details>
    <summary>
      Write down an answer<span className="hidden-visually"> of {`${names.mentor} or ${names.mentee}`}</span>
    </summary>
    <FieldsForm action={answerForAction} fields={place} label="Keep the answer">
      {(typed) => (
        <>
          <SelectField
            within={place.matchId}
            name="side"
            label="Who?"
            value={typed.side ?? 'mentor'}
            choices={[
              { value: 'mentor', label: names.mentor },
              { value: 'mentee', label: names.mentee },
            ]}
          />
          <SelectField
            within={place.matchId}
            name="answer"
            label="Said"
            value={typed.answer ?? 'yes'}
            choices={ANSWERS}
          />
          <TextField
            within={place.matchId}
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
