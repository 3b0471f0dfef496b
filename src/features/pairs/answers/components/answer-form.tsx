'use client';

import { FieldsForm } from '@/ui/staff/action-form';
import { SelectField } from '@/ui/staff/fields';
import { answerForAction } from '../actions';
import { ToldFields } from './told-fields';

type Props = {
  place: { cycle: string; matchId: string; version: number };
  names: { mentor: string; mentee: string };
};

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
          <ToldFields within={place.matchId} typed={typed} />
        </>
      )}
    </FieldsForm>
  </details>
);
