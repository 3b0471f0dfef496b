'use server';

import { pressForm } from '@/auth/press';
import { codeIn, textIn, type FormState } from '@/lib/form-state';
import { paths } from '@/lib/paths';
import { acceptSeveral } from './commands';
import { acceptSeveralSchema } from './schema';

export const acceptSeveralAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressForm(before, form, {
    back: paths.acceptSeveral(codeIn(form)),
    schema: acceptSeveralSchema,
    input: { cycleId: textIn(form, 'cycleId'), ids: form.getAll('ids') },
    command: acceptSeveral,
    onward: () => paths.inbox(codeIn(form), '?mine=all&saved=accepted'),
  });
