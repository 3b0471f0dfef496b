import { CYCLE_DAYS, DAY_FIELDS, type DayField } from '@/domain/cycle-plan';
import { TextField } from '@/ui/staff/fields';

const HINTS: Partial<Record<DayField, string>> = {
  mentorsCloseOn: 'Only if mentors have longer than mentees.',
  waitlistOn: 'Printed in the letters of the waitlist.',
  identityDeleteOn: 'Promised beside the questions. Once applications are open it can only come sooner.',
};

/** Every day of a cycle, in order. */
export const DayFields = ({ typed }: { typed: Record<string, string> }) => (
  <div className="grid gap-x-6 sm:grid-cols-2 [&>.field]:mt-7!">
    {DAY_FIELDS.map((field) => (
      <TextField
        key={field}
        type="date"
        short
        name={field}
        label={CYCLE_DAYS[field]}
        value={typed[field]}
        {...(HINTS[field] ? { hint: HINTS[field] } : {})}
      />
    ))}
  </div>
);
