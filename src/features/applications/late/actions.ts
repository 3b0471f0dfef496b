'use server';

import { redirect } from 'next/navigation';
import { actionUser } from '@/auth/guard';
import { clock } from '@/lib/clock';
import { webEnv } from '@/lib/env';
import { paths } from '@/lib/paths';
import { codeIn, failedForm, refusalOf, textIn, type FormState } from '@/ui/staff/form-state';
import { newResumeSecrets } from '../resume/commands';
import { giveLateLink } from './commands';
import { lateSchema } from './schema';

export async function giveLateLinkAction(before: FormState, form: FormData): Promise<FormState> {
  const now = clock.now();
  const code = codeIn(form);
  const user = await actionUser(paths.eligibility(code), now);
  const fields = ['email', 'role', 'until', 'reason'].map((name) => [name, textIn(form, name) || undefined]);
  const input = lateSchema.safeParse({ ...Object.fromEntries(fields), cycle: code });
  if (!input.success) return failedForm(before, form, input.error.issues[0]?.message ?? 'Look at what you typed.');
  const secrets = newResumeSecrets(webEnv().AUTH_SECRET);
  const refusal = await giveLateLink(user, input.data, secrets, now).then(() => null, refusalOf);
  return refusal ? failedForm(before, form, refusal.message) : redirect(`${paths.eligibility(code)}?done=late`);
}
