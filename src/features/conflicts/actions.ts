'use server';

import { pressForm } from '@/auth/press';
import { codeIn, fieldsIn, type FormState } from '@/lib/form-state';
import { paths } from '@/lib/paths';
import { declareConflict, saveAboutMe, settleConflict } from './commands';
import { aboutMeSchema, declareSchema, settleSchema } from './schema';

/** The page of the application is no longer theirs, so that it goes on with the list. */
export const declareConflictAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressForm(before, form, {
    back: paths.inbox(codeIn(form)),
    schema: declareSchema,
    input: fieldsIn(form, 'applicationId', 'reason'),
    command: declareConflict,
    keepsWords: true,
    onward: () => paths.inbox(codeIn(form), '?saved=conflict'),
  });

export const settleConflictAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressForm(before, form, {
    back: paths.conflicts(codeIn(form)),
    schema: settleSchema,
    input: fieldsIn(form, 'cycleId', 'userId', 'personId', 'state', 'reason'),
    command: settleConflict,
    keepsWords: true,
    onward: () => paths.conflicts(codeIn(form), '?done=settled'),
  });

export const saveAboutMeAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressForm(before, form, {
    back: paths.conflicts(codeIn(form)),
    schema: aboutMeSchema,
    input: fieldsIn(form, 'employer', 'names'),
    command: saveAboutMe,
    keepsWords: true,
    onward: () => paths.conflicts(codeIn(form), '?done=about'),
  });
