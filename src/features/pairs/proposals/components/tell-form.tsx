'use client';

import { FieldsForm } from '@/ui/staff/action-form';
import { ToldFields } from '../../answers/components/told-fields';
import { answerProposalForAction } from '../actions';

type Props = { place: { cycle: string; id: string; version: number }; name: string };

/** Writes down what a mentor said on the phone; closed until asked for. */
export const TellForm = ({ place, name }: Props) => (
  <details>
    <summary>
      Write down an answer<span className="hidden-visually"> of {name}</span>
    </summary>
    <FieldsForm action={answerProposalForAction} fields={place} label="Keep the answer">
      {(typed) => <ToldFields within={place.id} typed={typed} />}
    </FieldsForm>
  </details>
);
