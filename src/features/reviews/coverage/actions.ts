'use server';

import { pressForm } from '@/auth/press';
import { codeIn, textIn, type FormState } from '@/lib/form-state';
import { paths } from '@/lib/paths';
import { remindReviewers } from './commands';
import { remindSchema } from './schema';

export const remindAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressForm(before, form, {
    back: paths.coverage(codeIn(form)),
    schema: remindSchema,
    input: { cycleId: textIn(form, 'cycleId') },
    command: remindReviewers,
    onward: (mails) => paths.coverage(codeIn(form), `?saved=reminded-${mails}`),
  });
