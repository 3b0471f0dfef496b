'use client';

import { CONTACT_WAYS } from '@/domain/helping';
import type { FormState } from '@/lib/form-state';
import { FieldsForm, type FormAction } from '@/ui/staff/action-form';
import { SelectField, TextField } from '@/ui/staff/fields';
import { addContactNoteAction, moveAddressAction, reinstateAction } from '../actions';

type Place = { cycle: string; applicationId: string };
type Props = { place: Place; email: string; canReinstate: boolean; /** Today there, as 2026-11-16. */ today: string };

const WAYS = Object.entries(CONTACT_WAYS).map(([value, label]) => ({ value, label }));

type HelpFormProps = {
  place: Place;
  action: FormAction;
  heading: string;
  label: string;
  intro?: string;
  fields: (typed: FormState['typed']) => React.ReactNode;
};

const HelpForm = ({ place, action, heading, label, intro, fields }: HelpFormProps) => (
  <section className="card stack-s">
    <h2>{heading}</h2>
    {intro ? <p className="small soft">{intro}</p> : null}
    <FieldsForm action={action} fields={place} label={label}>
      {fields}
    </FieldsForm>
  </section>
);

/** What staff can do for one person, beside what stands of them. */
export const HelpForms = ({ place, email, canReinstate, today }: Props) => (
  <div className="stack-l">
    <HelpForm
      place={place}
      action={addContactNoteAction}
      heading="Keep what was said"
      label="Keep it"
      intro="Read by staff only. Notes are added, never changed."
      fields={(typed) => (
        <>
          <SelectField within="note" name="how" label="How?" value={typed.how ?? 'phone'} choices={WAYS} />
          <TextField within="note" name="day" type="date" short label="Day" value={typed.day ?? today} />
          <TextField within="note" name="text" rows={4} label="What was said?" value={typed.text} />
        </>
      )}
    />
    {canReinstate ? (
      <HelpForm
        place={place}
        action={reinstateAction}
        heading="Put it back"
        label="Put the application back"
        intro="When it was withdrawn by mistake. The person gets a mail."
        fields={(typed) => <TextField within="reinstate" name="reason" label="Why?" value={typed.reason} />}
      />
    ) : null}
    <HelpForm
      place={place}
      action={moveAddressAction}
      heading="Write to another address"
      label="Change the address"
      intro={`Now ${email}. Their forms come along, the old mailbox is signed out, and both addresses are told.`}
      fields={(typed) => (
        <>
          <TextField within="move" name="email" type="email" label="New address" value={typed.email} />
          <TextField within="move" name="reason" label="Why?" value={typed.reason} />
        </>
      )}
    />
  </div>
);
