'use server';

import { pressForm } from '@/auth/press';
import { codeIn, textIn, type FormState } from '@/lib/form-state';
import { paths } from '@/lib/paths';
import { saveTemplate } from './commands';
import { templateSchema } from './schema';

const FIELDS = ['cycleId', 'kind', 'language', 'version', 'subject', 'body'];

export const saveTemplateAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressForm(before, form, {
    back: paths.announcement(codeIn(form)),
    schema: templateSchema,
    input: Object.fromEntries(FIELDS.map((name) => [name, textIn(form, name)])),
    command: saveTemplate,
    onward: (_, { kind, language }) => paths.template(codeIn(form), kind, { language, saved: 'template' }),
  });
