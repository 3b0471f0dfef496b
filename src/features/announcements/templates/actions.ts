'use server';

import { redirect } from 'next/navigation';
import { actionUser } from '@/auth/guard';
import { clock } from '@/lib/clock';
import { paths } from '@/lib/paths';
import { codeIn, failedForm, refusalOf, textIn, type FormState } from '@/ui/staff/form-state';
import { saveTemplate } from './commands';
import { templateSchema } from './schema';

export async function saveTemplateAction(before: FormState, form: FormData): Promise<FormState> {
  const code = codeIn(form);
  const now = clock.now();
  const user = await actionUser(paths.announcement(code), now);
  const fields = ['cycleId', 'kind', 'version', 'subject', 'body'].map((name) => [name, textIn(form, name)]);
  const input = templateSchema.safeParse(Object.fromEntries(fields));
  if (!input.success) return failedForm(before, form, input.error.issues[0]?.message ?? 'Look at what you typed.');
  const refusal = await saveTemplate(user, input.data, now).then(() => null, refusalOf);
  return refusal
    ? failedForm(before, form, refusal.message)
    : redirect(`${paths.template(code, input.data.kind)}?saved=template`);
}
