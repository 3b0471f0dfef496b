'use server';

import { OLD_PAGE, pressForm } from '@/auth/press';
import { codeIn, fieldsIn, textIn, type FormState } from '@/lib/form-state';
import { isId } from '@/lib/id';
import { paths } from '@/lib/paths';
import { beginLibrary, saveEntry } from './commands';
import { beginLibrarySchema, saveEntrySchema } from './schema';

const pageOf = (form: FormData): string => {
  const id = textIn(form, 'entryId');
  return paths.libraryEntry(codeIn(form), isId(id) ? id : 'new');
};

const FIELDS = ['programId', 'version', 'kind', 'group', 'title', 'words', 'link', 'state', 'position'] as const;

export const saveEntryAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressForm(before, form, {
    back: pageOf(form),
    schema: saveEntrySchema,
    input: { ...fieldsIn(form, ...FIELDS), entryId: textIn(form, 'entryId') },
    command: saveEntry,
    keepsWords: true,
    fields: { 'library.not_whole': 'state' },
    onward: () => paths.library(codeIn(form), '?done=saved'),
  });

export const beginLibraryAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressForm(before, form, {
    back: paths.library(codeIn(form)),
    schema: beginLibrarySchema,
    input: fieldsIn(form, 'programId'),
    unreadable: OLD_PAGE,
    command: beginLibrary,
    onward: () => paths.library(codeIn(form), '?done=begun'),
  });
