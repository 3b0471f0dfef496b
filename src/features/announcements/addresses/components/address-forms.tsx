'use client';

import { FieldsForm } from '@/ui/staff/action-form';
import { TextField } from '@/ui/staff/fields';
import { correctAddressAction, tryAddressAgainAction } from '../actions';

type Props = { code: string; cycleId: string; suppressionId: string; version: number };

const fieldsOf = ({ code, ...about }: Props) => ({ cycle: code, ...about });

/** Mail goes to the address again. */
export function TryAgainForm(props: Props) {
  const within = `try-${props.suppressionId}`;
  return (
    <FieldsForm action={tryAddressAgainAction} fields={fieldsOf(props)} label="Try it again" className="stack-s">
      {({ reason }) => (
        <TextField
          name="reason"
          label="Reason"
          value={reason}
          hint="Why mail will arrive now, such as “they emptied their mailbox”."
          within={within}
        />
      )}
    </FieldsForm>
  );
}

/** The person has another address. */
export function CorrectForm({ letters, ...props }: Props & { letters: number }) {
  const within = `correct-${props.suppressionId}`;
  const again = letters === 1 ? ' and send the letter' : ` and send ${letters} letters`;
  return (
    <FieldsForm
      action={correctAddressAction}
      fields={fieldsOf(props)}
      label={`Correct the address${letters > 0 ? again : ''}`}
      className="stack-s"
    >
      {({ address, reason }) => (
        <>
          <TextField name="address" label="Their address" type="email" value={address} within={within} />
          <TextField
            name="reason"
            label="Reason"
            value={reason}
            hint="Such as “she told me on the phone”."
            within={within}
          />
        </>
      )}
    </FieldsForm>
  );
}
