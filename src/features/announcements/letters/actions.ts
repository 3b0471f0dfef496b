'use server';

import { OLD_PAGE, pressForm } from '@/auth/press';
import { codeIn, fieldsIn, textIn, type FormState } from '@/lib/form-state';
import { isId } from '@/lib/id';
import { paths } from '@/lib/paths';
import { editSafeReasons, sendTestLetter } from './commands';
import { safeReasonsSchema, testLetterSchema } from './schema';

const previewIn = (form: FormData, query?: string) => {
  const personId = textIn(form, 'personId');
  return paths.letterPreview(codeIn(form), isId(personId) ? personId : '', query);
};

export const sendTestAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressForm(before, form, {
    back: previewIn(form),
    schema: testLetterSchema,
    input: fieldsIn(form, 'cycleId', 'personId'),
    unreadable: OLD_PAGE,
    command: sendTestLetter,
    onward: () => previewIn(form, '?saved=test'),
  });

export const editReasonsAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressForm(before, form, {
    back: previewIn(form),
    schema: safeReasonsSchema,
    input: { ...fieldsIn(form, 'matchId', 'version'), reasons: textIn(form, 'reasons') },
    command: editSafeReasons,
    onward: () => previewIn(form, '?saved=reasons'),
  });
