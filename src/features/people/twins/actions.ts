'use server';

import { redirect } from 'next/navigation';
import { actionUser } from '@/auth/guard';
import { clock } from '@/lib/clock';
import { paths } from '@/lib/paths';
import { codeIn, failedForm, refusalOf, textIn, type FormState } from '@/ui/staff/form-state';
import { decideTwins } from './commands';
import { verdictSchema } from './schema';

export async function decideTwinsAction(before: FormState, form: FormData): Promise<FormState> {
  const now = clock.now();
  const code = codeIn(form);
  const user = await actionUser(paths.twins(code), now);
  const fields = ['cycleId', 'keep', 'other', 'same'].map((name) => [name, textIn(form, name)]);
  const input = verdictSchema.safeParse(Object.fromEntries(fields));
  if (!input.success) return failedForm(before, form, 'Reload the page and try again.');
  const refusal = await decideTwins(user, input.data, now).then(() => null, refusalOf);
  return refusal
    ? failedForm(before, form, refusal.message)
    : redirect(paths.twins(code, input.data.same ? '?done=joined' : '?done=apart'));
}
