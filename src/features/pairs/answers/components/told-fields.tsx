import type { FormState } from '@/lib/form-state';
import { SelectField, TextField } from '@/ui/staff/fields';

const ANSWERS = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
];

/** What somebody said on the phone or on paper, and how. */
export const ToldFields = ({ within, typed }: { within: string; typed: FormState['typed'] }) => (
  <>
    <SelectField within={within} name="answer" label="Said" value={typed.answer ?? 'yes'} choices={ANSWERS} />
    <TextField
      within={within}
      name="reason"
      label="How did they tell you?"
      hint="Such as: on the phone on Monday."
      value={typed.reason}
    />
  </>
);
