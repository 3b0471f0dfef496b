'use server';

import { pressForm } from '@/auth/press';
import { codeIn, fieldsIn, type FormState } from '@/lib/form-state';
import { paths } from '@/lib/paths';
import { createFramework } from './commands';
import { frameworkSchema } from './schema';

export const createFrameworkAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressForm(before, form, {
    back: paths.frameworks(codeIn(form)),
    schema: frameworkSchema,
    input: fieldsIn(form, 'cycleId', 'name', 'areas'),
    command: createFramework,
    onward: () => paths.frameworks(codeIn(form), '?done=made'),
  });
