'use client';

import { FieldsForm } from '@/ui/staff/action-form';
import { SelectField, TextField, TickField } from '@/ui/staff/fields';
import { resendLetterAction, settleAllUncertainAction, settleUncertainAction } from '../actions';

const CHOICES = [
  { value: '', label: 'Choose' },
  { value: 'arrived', label: 'It arrived' },
  { value: 'again', label: 'Send again' },
];
const ALL = [
  { value: '', label: 'Choose' },
  { value: 'arrived', label: 'All of them arrived' },
  { value: 'again', label: 'Send all of them again' },
];

const WHY = 'How you know. Kept with the letter.';

type LetterProps = { code: string; messageId: string };

/** What became of one letter in doubt. */
export function SettleForm({ code, messageId }: LetterProps) {
  return (
    <FieldsForm action={settleUncertainAction} fields={{ cycle: code, messageId }} label="Save" className="stack-s">
      {({ how, reason }) => (
        <>
          <SelectField name="how" label="What is known" value={how} choices={CHOICES} within={messageId} />
          <TextField name="reason" label="Reason" value={reason} hint={WHY} within={messageId} />
        </>
      )}
    </FieldsForm>
  );
}

/** The same for every letter on the page. */
export function SettleAllForm({ code, cycleId, seen }: { code: string; cycleId: string; seen: number }) {
  return (
    <FieldsForm
      action={settleAllUncertainAction}
      fields={{ cycle: code, cycleId, seen }}
      label={`Save for all ${seen}`}
      className="stack-s"
    >
      {({ how, reason, understood }) => (
        <>
          <SelectField name="how" label="What is known of all" value={how} choices={ALL} within="all" />
          <TextField name="reason" label="Reason" value={reason} hint="Kept with each letter." within="all" />
          <TickField
            name="understood"
            label="I have read this: whoever got a letter that is sent again gets it twice, and whoever did not get one that “arrived” never hears."
            value={understood}
          />
        </>
      )}
    </FieldsForm>
  );
}

type ResendProps = { code: string; messageId: string; address: string };

/** A lost letter once more, if wanted to another address. */
export function ResendForm({ code, messageId, address }: ResendProps) {
  return (
    <FieldsForm
      action={resendLetterAction}
      fields={{ cycle: code, messageId }}
      standing={{ address }}
      label="Send it again"
      className="stack-s"
    >
      {({ address: typed, reason }) => (
        <>
          <TextField
            name="address"
            label="To this address"
            type="email"
            value={typed}
            hint="A corrected address is the person’s from now on."
            within={messageId}
          />
          <TextField name="reason" label="Reason" value={reason} hint={WHY} within={messageId} />
        </>
      )}
    </FieldsForm>
  );
}
