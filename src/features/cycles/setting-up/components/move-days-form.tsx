'use client';

import { FieldsForm } from '@/ui/staff/action-form';
import { TickField } from '@/ui/staff/fields';
import { moveDaysAction } from '../actions';
import type { SetDays } from '../queries';
import { DayFields } from './day-fields';

type Props = { cycle: string; cycleId: string; set: SetDays };

/** Other days for a cycle, and word to those who count on the old ones. */
export const MoveDaysForm = ({ cycle, cycleId, set: { version, days, applicants } }: Props) => (
  <FieldsForm
    action={moveDaysAction}
    fields={{ cycle, cycleId, version }}
    label="Move the days"
    tone="primary"
    standing={days}
  >
    {(typed) => (
      <>
        <DayFields typed={typed} />
        {applicants > 0 ? (
          <TickField
            name="tell"
            label={`Write the new days to everybody who applied (${applicants} ${applicants === 1 ? 'person' : 'people'})`}
            value={typed.tell}
          />
        ) : null}
      </>
    )}
  </FieldsForm>
);
