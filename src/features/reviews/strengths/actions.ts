'use server';

import { pressForm } from '@/auth/press';
import { codeIn, textIn, type FormState } from '@/lib/form-state';
import { paths } from '@/lib/paths';
import { sayStrengths } from './commands';
import { strengthsSchema } from './schema';

export const sayStrengthsAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressForm(before, form, {
    back: paths.strengths(codeIn(form)),
    schema: strengthsSchema,
    input: { cycleId: textIn(form, 'cycleId'), areas: form.getAll('areas') },
    command: sayStrengths,
    onward: () => paths.strengths(codeIn(form), '?saved=yes'),
  });
