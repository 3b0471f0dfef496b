'use server';

import { pressForm } from '@/auth/press';
import { fieldsIn, slugIn, type FormState } from '@/lib/form-state';
import { paths } from '@/lib/paths';
import { endRole, invite, setTerm } from './commands';
import { endRoleSchema, inviteSchema, termSchema } from './schema';

export const inviteAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressForm(before, form, {
    back: paths.members(slugIn(form)),
    schema: inviteSchema,
    input: fieldsIn(form, 'programId', 'email', 'name', 'role', 'until'),
    command: invite,
    onward: () => paths.members(slugIn(form), '?done=invited'),
  });

export const setTermAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressForm(before, form, {
    back: paths.members(slugIn(form)),
    schema: termSchema,
    input: fieldsIn(form, 'programId', 'userId', 'role', 'until'),
    command: setTerm,
    onward: () => paths.members(slugIn(form), '?done=term'),
  });

export const endRoleAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressForm(before, form, {
    back: paths.members(slugIn(form)),
    schema: endRoleSchema,
    input: fieldsIn(form, 'programId', 'userId', 'role'),
    command: endRole,
    onward: () => paths.members(slugIn(form), '?done=ended'),
  });
