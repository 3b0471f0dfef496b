'use server';

import { newCodeDice } from '@/auth/codes';
import { pressForm } from '@/auth/press';
import { webEnv } from '@/lib/env';
import { codeIn, fieldsIn, type FormState } from '@/lib/form-state';
import { paths } from '@/lib/paths';
import { giveLateLink } from './commands';
import { lateSchema } from './schema';

export const giveLateLinkAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressForm(before, form, {
    back: paths.eligibility(codeIn(form)),
    schema: lateSchema,
    input: { ...fieldsIn(form, 'email', 'role', 'until', 'reason'), cycle: codeIn(form) },
    command: (user, input, now) => giveLateLink(user, input, newCodeDice(webEnv().AUTH_SECRET), now),
    onward: () => `${paths.eligibility(codeIn(form))}?done=late`,
  });
