'use server';

import { redirect } from 'next/navigation';
import { actionUser } from '@/auth/guard';
import { clock } from '@/lib/clock';
import { isId } from '@/lib/id';
import { paths } from '@/lib/paths';
import { codeIn, failedForm, refusalOf, textIn, type FormState } from '@/ui/staff/form-state';
import { editSafeReasons, sendTestLetter } from './commands';
import { safeReasonsSchema, testLetterSchema } from './schema';

const personIn = (form: FormData) => (isId(textIn(form, 'personId')) ? textIn(form, 'personId') : '');

export async function sendTestAction(before: FormState, form: FormData): Promise<FormState> {
  const [code, personId, now] = [codeIn(form), personIn(form), clock.now()];
  const user = await actionUser(paths.letterPreview(code, personId), now);
  const input = testLetterSchema.safeParse({ cycleId: textIn(form, 'cycleId'), personId });
  if (!input.success) return failedForm(before, form, 'This page is out of date. Reload it and try again.');
  const refusal = await sendTestLetter(user, input.data, now).then(() => null, refusalOf);
  return refusal
    ? failedForm(before, form, refusal.message)
    : redirect(paths.letterPreview(code, personId, '?saved=test'));
}

export async function editReasonsAction(before: FormState, form: FormData): Promise<FormState> {
  const [code, personId, now] = [codeIn(form), personIn(form), clock.now()];
  const user = await actionUser(paths.letterPreview(code, personId), now);
  const input = safeReasonsSchema.safeParse({
    matchId: textIn(form, 'matchId'),
    version: textIn(form, 'version'),
    reasons: textIn(form, 'reasons'),
  });
  if (!input.success) return failedForm(before, form, input.error.issues[0]?.message ?? 'Look at what you typed.');
  const refusal = await editSafeReasons(user, input.data, now).then(() => null, refusalOf);
  return refusal
    ? failedForm(before, form, refusal.message)
    : redirect(paths.letterPreview(code, personId, '?saved=reasons'));
}
