'use server';

import { pressForm } from '@/auth/press';
import { codeIn, fieldsIn, type FormState } from '@/lib/form-state';
import { paths } from '@/lib/paths';
import { answerFor } from './commands';
import { answerForSchema } from './schema';

export const answerForAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressForm(before, form, {
    back: paths.answers(codeIn(form)),
    schema: answerForSchema,
    input: fieldsIn(form, 'matchId', 'version', 'side', 'answer', 'reason'),
    command: answerFor,
    onward: () => paths.answers(codeIn(form), '?done=written'),
  });
