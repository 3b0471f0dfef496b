'use server';

import { pressForm } from '@/auth/press';
import { assertRubric } from '@/domain/rubric';
import { codeIn, failedForm, fieldsIn, refusalOf, textIn, type FormState } from '@/lib/form-state';
import { paths } from '@/lib/paths';
import { saveReviewing, saveRubric } from './commands';
import { edited, readTyped, rubricOf, saveRubricSchema, settingsSchema, writeTyped } from './schema';

/** Adds, moves or removes a criterion, or shows what reviewers would see: nothing is saved, all that was typed stays. */
function rearranged(before: FormState, form: FormData): FormState {
  const state = failedForm(before, form, '');
  const act = textIn(form, 'act');
  const rubric = edited(readTyped(state.typed), act);
  const { base = '' } = state.typed;
  const typed = { base, act, ...writeTyped(rubric) };
  if (act !== 'preview') return { ...state, typed };
  try {
    assertRubric(rubricOf(rubric));
    return { ...state, typed };
  } catch (error) {
    return { ...state, typed: { ...typed, act: '' }, problem: refusalOf(error).message };
  }
}

export async function rubricAction(before: FormState, form: FormData): Promise<FormState> {
  if (textIn(form, 'act') !== 'save') return rearranged(before, form);
  const { typed } = failedForm(before, form, '');
  return pressForm(before, form, {
    back: paths.rubric(codeIn(form)),
    schema: saveRubricSchema,
    input: { cycleId: textIn(form, 'cycleId'), base: textIn(form, 'base'), rubric: rubricOf(readTyped(typed)) },
    command: saveRubric,
    onward: () => paths.rubric(codeIn(form), '?saved=criteria'),
  });
}

export const settingsAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressForm(before, form, {
    back: paths.rubric(codeIn(form)),
    schema: settingsSchema,
    input: fieldsIn(form, 'cycleId', 'version', 'style', 'wanted', 'blind'),
    command: saveReviewing,
    onward: () => paths.rubric(codeIn(form), '?saved=settings'),
  });
