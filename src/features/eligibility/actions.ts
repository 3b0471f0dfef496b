'use server';

import { z } from 'zod';
import { OLD_PAGE, pressForm } from '@/auth/press';
import { RULE_KINDS } from '@/domain/eligibility';
import { codeIn, fieldsIn, textIn, type FormState } from '@/lib/form-state';
import { paths } from '@/lib/paths';
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

const waysOf = (form: FormData, done: string) => {
  const back = paths.eligibility(codeIn(form));
  return { back, onward: () => `${back}?done=${done}` };
};

export const saveRulesAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressForm(before, form, {
    ...waysOf(form, 'rules'),
    schema: rulesSchema,
    input: { ...fieldsIn(form, 'cycleId', 'role'), rules: rulesIn(form) },
    command: saveRules,
  });

export const waiveRuleAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressForm(before, form, {
    ...waysOf(form, 'waived'),
    schema: waiverSchema,
    input: fieldsIn(form, 'cycleId', 'email', 'rule', 'reason'),
    command: waiveRule,
  });

const ending = z.object({ cycleId: z.uuid(), id: z.uuid() });
export const endWaiverAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressForm(before, form, {
    ...waysOf(form, 'ended'),
    schema: ending,
    input: fieldsIn(form, 'cycleId', 'id'),
    unreadable: OLD_PAGE,
    command: endWaiver,
  });
