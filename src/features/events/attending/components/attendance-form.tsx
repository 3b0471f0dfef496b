'use client';

import { ActionForm, FieldsForm } from '@/ui/staff/action-form';
import { markAllCameAction, markCameAction } from '../actions';

type Person = { personId: string; name: string; about: string; came: boolean };
type Props = { place: { cycle: string; eventId: string }; people: readonly Person[]; coming: number };

/** A list to tick at the door, one line a person, large enough for a thumb. */
export function AttendanceForm({ place, people, coming }: Props) {
  const before = people.filter(({ came }) => came).map(({ personId }) => personId);
  return (
    <div className="stack">
      {coming > 0 ? <ActionForm action={markAllCameAction} fields={place} label="Everybody who said yes came" /> : null}
      <FieldsForm
        action={markCameAction}
        fields={{ ...place, before: before.join(',') }}
        label="Keep who came"
        tone="primary"
      >
        {() => (
          <fieldset>
            <legend className="legend">Who came?</legend>
            <div className="choices">
              {people.map(({ personId, name, about, came }) => (
                <label className="choice" key={personId}>
                  <input type="checkbox" name="came" value={personId} defaultChecked={came} />
                  <span>
                    {name} <span className="small soft">{about}</span>
                  </span>
                </label>
              ))}
            </div>
          </fieldset>
        )}
      </FieldsForm>
    </div>
  );
}
