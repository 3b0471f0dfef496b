'use server';

import { pressForm } from '@/auth/press';
import { codeIn, fieldsIn, type FormState } from '@/lib/form-state';
import { paths } from '@/lib/paths';
import { correctAddress, tryAddressAgain } from './commands';
import { correctSchema, tryAgainSchema } from './schema';

export const tryAddressAgainAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressForm(before, form, {
    back: paths.badAddresses(codeIn(form)),
    schema: tryAgainSchema,
    input: fieldsIn(form, 'cycleId', 'suppressionId', 'version', 'reason'),
    command: tryAddressAgain,
    onward: () => paths.badAddresses(codeIn(form), '?saved=again'),
  });

export const correctAddressAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressForm(before, form, {
    back: paths.badAddresses(codeIn(form)),
    schema: correctSchema,
    input: fieldsIn(form, 'cycleId', 'suppressionId', 'version', 'reason', 'address'),
    command: correctAddress,
    onward: () => paths.badAddresses(codeIn(form), '?saved=corrected'),
  });
