'use client';

import { GRANT_ROLES, ROLE_NAMES } from '@/domain/actor';
import { FieldsForm } from '@/ui/staff/action-form';
import { SelectField, TextField } from '@/ui/staff/fields';
import { inviteAction } from '../actions';

const ROLES = GRANT_ROLES.map((value) => ({ value, label: ROLE_NAMES[value] }));

/** Gives somebody a role; a mail tells them how to sign in. */
export const InviteForm = ({ slug, programId }: { slug: string; programId: string }) => (
  <section className="card" aria-labelledby="invite">
    <h2 id="invite">Give somebody a role</h2>
    <FieldsForm action={inviteAction} fields={{ slug, programId }} label="Give the role and mail them" tone="primary">
      {(typed) => (
        <>
          <TextField name="name" label="Name" value={typed.name} />
          <TextField name="email" type="email" label="Email address" value={typed.email} />
          <SelectField name="role" label="Role" value={typed.role ?? 'reviewer'} choices={ROLES} />
          <TextField
            name="until"
            type="date"
            short
            label="Last day"
            hint="Empty for a role without end."
            value={typed.until}
          />
        </>
      )}
    </FieldsForm>
  </section>
);
