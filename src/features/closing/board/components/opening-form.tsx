'use client';

import { FieldsForm } from '@/ui/staff/action-form';
import { TextField } from '@/ui/staff/fields';
import { setOpeningAction } from '../actions';

type Props = { place: { cycle: string; cycleId: string; before: string }; day: string };

/** Another day on which the closing questions open. */
export const OpeningForm = ({ place, day }: Props) => (
  <details>
    <summary>Open them on another day</summary>
    <FieldsForm action={setOpeningAction} fields={place} label="Set the day" standing={{ day }}>
      {(typed) => (
        <TextField
          name="day"
          type="date"
          short
          label="Closing questions open"
          hint="At nine in the morning where the program is. The last day to answer is set on the page of days."
          value={typed.day}
        />
      )}
    </FieldsForm>
  </details>
);
