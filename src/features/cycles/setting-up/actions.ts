'use server';

import { pressForm } from '@/auth/press';
import { DAY_FIELDS } from '@/domain/cycle-plan';
import { codeIn, fieldsIn, slugIn, textIn, type FormState } from '@/lib/form-state';
import { paths } from '@/lib/paths';
import { moveDays, setUpCycle } from './commands';
import { moveDaysSchema, setUpSchema } from './schema';

export const setUpCycleAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressForm(before, form, {
    back: paths.newCycle(slugIn(form)),
    schema: setUpSchema,
    input: {
      ...fieldsIn(form, 'programId', 'from', 'name', 'code', 'timeZone', 'hasIdentity', 'confirmation', 'confirmDays'),
      days: fieldsIn(form, ...DAY_FIELDS),
    },
    command: setUpCycle,
    onward: (code) => paths.cycleDays(code, '?done=made'),
  });

export const moveDaysAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressForm(before, form, {
    back: paths.cycleDays(codeIn(form)),
    schema: moveDaysSchema,
    input: { ...fieldsIn(form, 'cycleId', 'version', 'tell'), days: fieldsIn(form, ...DAY_FIELDS) },
    command: moveDays,
    onward: () => paths.cycleDays(codeIn(form), textIn(form, 'tell') === 'yes' ? '?done=told' : '?done=moved'),
  });
