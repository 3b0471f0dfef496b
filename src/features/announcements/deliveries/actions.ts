'use server';

import { redirect } from 'next/navigation';
import { actionUser } from '@/auth/guard';
import { clock } from '@/lib/clock';
import { paths } from '@/lib/paths';
import { codeIn, failedForm, refusalOf, textIn, type FormState } from '@/ui/staff/form-state';
import { mendDelivery } from './commands';
import { mendSchema } from './schema';

export async function mendDeliveryAction(before: FormState, form: FormData): Promise<FormState> {
  const code = codeIn(form);
  const now = clock.now();
  const user = await actionUser(paths.deliveries(code), now);
  const address = textIn(form, 'address');
  const input = mendSchema.safeParse({
    messageId: textIn(form, 'messageId'),
    how: textIn(form, 'how'),
    ...(address ? { address } : {}),
  });
  if (!input.success) return failedForm(before, form, input.error.issues[0]?.message ?? 'Look at what you typed.');
  const refusal = await mendDelivery(user, input.data, now).then(() => null, refusalOf);
  return refusal ? failedForm(before, form, refusal.message) : redirect(paths.deliveries(code, '?saved=mended'));
}
