'use client';

import { DEFAULT_HOLD_MINUTES, HOLD_MINUTES } from '@/domain/release';
import { FieldsForm } from '@/ui/staff/action-form';
import { SelectField, TextField } from '@/ui/staff/fields';
import { requestReleaseAction } from '../releases/actions';

type Props = { code: string; cycleId: string; timeZone: string; letterCount: number };

const HOLDS = HOLD_MINUTES.map((minutes) => ({
  value: String(minutes),
  label: minutes === 1 ? '1 minute' : `${minutes} minutes`,
}));

/** The first person's step: names the number, chooses the hold, and if wanted a moment. Nothing goes out yet. */
export function RequestForm({ code, cycleId, timeZone, letterCount }: Props) {
  return (
    <FieldsForm
      action={requestReleaseAction}
      fields={{ cycle: code, cycleId, letterCount }}
      standing={{ holdMinutes: String(DEFAULT_HOLD_MINUTES) }}
      label={`Ask to send ${letterCount} letters`}
      tone="primary"
    >
      {({ holdMinutes, beginsAt }) => (
        <>
          <SelectField
            name="holdMinutes"
            label="Hold before the first letter"
            value={holdMinutes}
            hint="Time to press Stop after the second person has confirmed."
            choices={HOLDS}
          />
          <TextField
            name="beginsAt"
            label="Not before (optional)"
            type="datetime-local"
            short
            value={beginsAt}
            hint={`A day and time in ${timeZone}. Empty: as soon as the hold has passed.`}
          />
        </>
      )}
    </FieldsForm>
  );
}
