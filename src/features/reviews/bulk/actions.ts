'use server';

import { OLD_PAGE, pressForm } from '@/auth/press';
import { codeIn, textIn, type FormState } from '@/lib/form-state';
import { paths } from '@/lib/paths';
import { moveTogether, undoTogether } from './commands';
import { togetherSchema, undoSchema } from './schema';

const done = (form: FormData) => paths.together(codeIn(form), '/done');

export const moveTogetherAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressForm(before, form, {
    back: paths.inbox(codeIn(form)),
    schema: togetherSchema,
    input: {
      cycleId: textIn(form, 'cycleId'),
      move: textIn(form, 'move'),
      rows: form.getAll('rows'),
      reason: textIn(form, 'reason'),
    },
    command: moveTogether,
    keepsWords: true,
    onward: (actionId) => `${done(form)}?moved=${actionId}`,
  });

export const undoTogetherAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressForm(before, form, {
    back: done(form),
    schema: undoSchema,
    input: { actionId: textIn(form, 'actionId') },
    command: undoTogether,
    unreadable: OLD_PAGE,
    onward: (actionId) => `${done(form)}?undone=${actionId}`,
  });
