'use server';

import { pressForm } from '@/auth/press';
import { codeIn, fieldsIn, textIn, type FormState } from '@/lib/form-state';
import { isId } from '@/lib/id';
import { paths } from '@/lib/paths';
import { askApplicant } from './commands';
import { askSchema } from './schema';

export async function askApplicantAction(before: FormState, form: FormData): Promise<FormState> {
  const [code, id] = [codeIn(form), textIn(form, 'applicationId')];
  const at = (query = '') => (isId(id) ? paths.application(code, id, query) : paths.inbox(code));
  return pressForm(before, form, {
    back: at(),
    schema: askSchema,
    input: fieldsIn(form, 'applicationId', 'question'),
    command: askApplicant,
    keepsWords: true,
    onward: () => at('?saved=asked'),
  });
}
