'use server';

import { OLD_PAGE, pressForm } from '@/auth/press';
import { codeIn, textIn, type FormState } from '@/lib/form-state';
import { isId } from '@/lib/id';
import { paths } from '@/lib/paths';
import { markAllCame, markCame } from './commands';
import { allCameSchema, idsIn, markSchema } from './schema';

const pageOf = (form: FormData, query = ''): string => {
  const id = textIn(form, 'eventId');
  return paths.eventDesk(codeIn(form), isId(id) ? id : '', query);
};

export const markCameAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressForm(before, form, {
    back: pageOf(form),
    schema: markSchema,
    input: { eventId: textIn(form, 'eventId'), before: idsIn(textIn(form, 'before')), came: form.getAll('came') },
    unreadable: OLD_PAGE,
    command: markCame,
    onward: () => pageOf(form, '?done=came'),
  });

export const markAllCameAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressForm(before, form, {
    back: pageOf(form),
    schema: allCameSchema,
    input: { eventId: textIn(form, 'eventId') },
    unreadable: OLD_PAGE,
    command: markAllCame,
    onward: () => pageOf(form, '?done=came'),
  });
