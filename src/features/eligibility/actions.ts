'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { actionUser } from '@/auth/guard';
import { RULE_KINDS } from '@/domain/eligibility';
import { clock } from '@/lib/clock';
import { paths } from '@/lib/paths';
import { codeIn, failedForm, refusalOf, textIn, type FormState } from '@/ui/staff/form-state';
import { endWaiver, saveRules, waiveRule } from './commands';
import { rulesSchema, waiverSchema } from './schema';

/** The rules whose kind is chosen; "not asked" leaves a rule out. */
const rulesIn = (form: FormData) =>
  Object.keys(RULE_KINDS).flatMap((key) => {
    const kind = textIn(form, `${key}_kind`);
    if (kind === '') return [];
    const least = key === 'years' ? { least: textIn(form, 'years_least') || undefined } : {};
    return [{ key, kind, text: textIn(form, `${key}_text`), ...least }];
  });

export async function saveRulesAction(before: FormState, form: FormData): Promise<FormState> {
  const now = clock.now();
  const code = codeIn(form);
  const user = await actionUser(paths.eligibility(code), now);
  const given = { programId: textIn(form, 'programId'), cycleId: textIn(form, 'cycleId'), role: textIn(form, 'role') };
  const input = rulesSchema.safeParse({ ...given, rules: rulesIn(form) });
  if (!input.success) return failedForm(before, form, input.error.issues[0]?.message ?? 'Look at what you typed.');
  const refusal = await saveRules(user, input.data, now).then(() => null, refusalOf);
  return refusal ? failedForm(before, form, refusal.message) : redirect(`${paths.eligibility(code)}?done=rules`);
}

export async function waiveRuleAction(before: FormState, form: FormData): Promise<FormState> {
  const now = clock.now();
  const code = codeIn(form);
  const user = await actionUser(paths.eligibility(code), now);
  const fields = ['cycleId', 'email', 'rule', 'reason'].map((name) => [name, textIn(form, name) || undefined]);
  const input = waiverSchema.safeParse(Object.fromEntries(fields));
  if (!input.success) return failedForm(before, form, input.error.issues[0]?.message ?? 'Look at what you typed.');
  const refusal = await waiveRule(user, input.data, now).then(() => null, refusalOf);
  return refusal ? failedForm(before, form, refusal.message) : redirect(`${paths.eligibility(code)}?done=waived`);
}

const ending = z.object({ cycleId: z.uuid(), id: z.uuid() });
export async function endWaiverAction(before: FormState, form: FormData): Promise<FormState> {
  const now = clock.now();
  const code = codeIn(form);
  const user = await actionUser(paths.eligibility(code), now);
  const input = ending.safeParse({ cycleId: textIn(form, 'cycleId'), id: textIn(form, 'id') });
  if (!input.success) return failedForm(before, form, 'Reload the page and try again.');
  const refusal = await endWaiver(user, input.data, now).then(() => null, refusalOf);
  return refusal ? failedForm(before, form, refusal.message) : redirect(`${paths.eligibility(code)}?done=ended`);
}
