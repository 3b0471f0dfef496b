'use server';

import { pressForm } from '@/auth/press';
import { isId } from '@/lib/id';
import { paths } from '@/lib/paths';
import { codeIn, textIn, type FormState } from '@/lib/form-state';
import { dropVeto, noteVeto } from './commands';
import { dropSchema, noteSchema } from './schema';

function backTo(form: FormData): string {
  const id = textIn(form, 'applicationId');
  return isId(id) ? `${paths.application(codeIn(form), id)}#not-with` : paths.inbox(codeIn(form));
}

export const noteVetoAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressForm(before, form, {
    schema: noteSchema,
    input: {
      applicationId: textIn(form, 'applicationId'),
      other: textIn(form, 'other'),
      reason: textIn(form, 'reason'),
    },
    command: noteVeto,
    back: backTo(form),
  });

export const dropVetoAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressForm(before, form, {
    schema: dropSchema,
    input: { ruleId: textIn(form, 'ruleId') },
    command: dropVeto,
    back: backTo(form),
  });
