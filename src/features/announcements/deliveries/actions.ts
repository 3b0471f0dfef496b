'use server';

import { pressForm } from '@/auth/press';
import { codeIn, fieldsIn, type FormState } from '@/lib/form-state';
import { paths } from '@/lib/paths';
import { resendLetter, settleAllUncertain, settleUncertain } from './commands';
import { resendSchema, settleAllSchema, settleSchema } from './schema';

export const resendLetterAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressForm(before, form, {
    back: paths.deliveries(codeIn(form)),
    schema: resendSchema,
    input: fieldsIn(form, 'messageId', 'address', 'reason'),
    command: resendLetter,
    onward: () => paths.deliveries(codeIn(form), '?saved=again'),
  });

export const settleUncertainAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressForm(before, form, {
    back: paths.uncertain(codeIn(form)),
    schema: settleSchema,
    input: fieldsIn(form, 'messageId', 'how', 'reason'),
    command: settleUncertain,
    onward: () => paths.uncertain(codeIn(form), '?saved=yes'),
  });

export const settleAllUncertainAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressForm(before, form, {
    back: paths.uncertain(codeIn(form)),
    schema: settleAllSchema,
    input: fieldsIn(form, 'cycleId', 'seen', 'how', 'reason', 'understood'),
    command: settleAllUncertain,
    onward: () => paths.uncertain(codeIn(form), '?saved=yes'),
  });
