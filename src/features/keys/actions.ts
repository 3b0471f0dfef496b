'use server';

import { OLD_PAGE, pressForm } from '@/auth/press';
import { codeIn, textIn, type FormState } from '@/lib/form-state';
import { paths } from '@/lib/paths';
import { turnKeys } from './commands';
import { keysSchema } from './schema';

export const turnKeysAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressForm(before, form, {
    back: paths.inbox(codeIn(form)),
    schema: keysSchema,
    input: { on: textIn(form, 'on') },
    command: turnKeys,
    unreadable: OLD_PAGE,
    stay: true,
  });
