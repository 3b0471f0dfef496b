'use server';

import { OLD_PAGE, pressForm } from '@/auth/press';
import { codeIn, fieldsIn, type FormState } from '@/lib/form-state';
import { paths } from '@/lib/paths';
import { decideTwins } from './commands';
import { verdictSchema } from './schema';

export const decideTwinsAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressForm(before, form, {
    back: paths.twins(codeIn(form)),
    schema: verdictSchema,
    input: fieldsIn(form, 'cycleId', 'keep', 'other', 'same'),
    unreadable: OLD_PAGE,
    command: decideTwins,
    onward: (_, { same }) => paths.twins(codeIn(form), same ? '?done=joined' : '?done=apart'),
  });
