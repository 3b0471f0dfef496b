'use server';

import { pressForm } from '@/auth/press';
import { codeIn, fieldsIn, textIn, type FormState } from '@/lib/form-state';
import { paths } from '@/lib/paths';
import { askBack } from './commands';
import { askBackSchema } from './schema';

const GROUPS = ['mentee', 'mentor'] as const;

export const askBackAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressForm(before, form, {
    back: paths.askBack(codeIn(form)),
    schema: askBackSchema,
    input: {
      ...fieldsIn(form, 'cycleId', 'count', 'words'),
      groups: GROUPS.filter((group) => textIn(form, group) === 'yes'),
    },
    command: askBack,
    onward: (asked) => paths.askBack(codeIn(form), `?asked=${asked}`),
  });
