'use client';

import { ROLE_NAMES } from '@/domain/actor';
import { ActionForm, FieldsForm } from '@/ui/staff/action-form';
import { TextField } from '@/ui/staff/fields';
import { endRoleAction, setTermAction } from '../actions';
import type { Member } from '../queries';

type Props = { slug: string; programId: string; userId: string; role: Member['roles'][number] };

/** Another last day, or the end now; closed until asked for. */
export function RoleForms({ slug, programId, userId, role: { role, lastDay } }: Props) {
  const fields = { slug, programId, userId, role };
  return (
    <details>
      <summary>Change or end</summary>
      <div className="stack-s">
        <FieldsForm action={setTermAction} fields={fields} label="Save the last day" standing={{ until: lastDay }}>
          {(typed) => (
            <TextField
              within={`${userId}-${role}`}
              name="until"
              type="date"
              short
              label="Last day"
              hint="Empty for a role without end."
              value={typed.until}
            />
          )}
        </FieldsForm>
        <ActionForm
          action={endRoleAction}
          fields={fields}
          label="End this role now"
          tone="danger"
          about={`as ${ROLE_NAMES[role].toLowerCase()}`}
        />
      </div>
    </details>
  );
}
