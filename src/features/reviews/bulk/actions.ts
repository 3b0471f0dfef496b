'use server';

import { redirect } from 'next/navigation';
import { actionUser } from '@/auth/guard';
import { clock } from '@/lib/clock';
import { paths } from '@/lib/paths';
import { codeIn, failedForm, refusalOf, textIn, type FormState } from '@/ui/staff/form-state';
import { acceptSeveral } from './commands';
import { acceptSeveralSchema } from './schema';

export async function acceptSeveralAction(before: FormState, form: FormData): Promise<FormState> {
  const code = codeIn(form);
  const now = clock.now();
  const user = await actionUser(paths.acceptSeveral(code), now);
  const input = acceptSeveralSchema.safeParse({ cycleId: textIn(form, 'cycleId'), ids: form.getAll('ids') });
  if (!input.success)
    return failedForm(before, form, input.error.issues[0]?.message ?? 'Tick at least one application.');
  const done = await acceptSeveral(user, input.data, now).catch(refusalOf);
  return typeof done === 'number'
    ? redirect(paths.inbox(code, '?mine=all&saved=accepted'))
    : failedForm(before, form, done.message);
}
