'use server';

import { pressForm } from '@/auth/press';
import { codeIn, fieldsIn, type FormState } from '@/lib/form-state';
import { paths } from '@/lib/paths';
import { mendDelivery } from './commands';
import { mendSchema } from './schema';

export const mendDeliveryAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressForm(before, form, {
    back: paths.deliveries(codeIn(form)),
    schema: mendSchema,
    input: fieldsIn(form, 'messageId', 'how', 'address'),
    command: mendDelivery,
    onward: () => paths.deliveries(codeIn(form), '?saved=mended'),
  });
