'use server';

import { pressForm } from '@/auth/press';
import { codeIn, fieldsIn, type FormState } from '@/lib/form-state';
import { paths } from '@/lib/paths';
import { addNote, changeNote, removeNote } from './commands';
import { addNoteSchema, changeNoteSchema, removeNoteSchema } from './schema';

export const addNoteAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressForm(before, form, {
    back: paths.cycleBook(codeIn(form)),
    schema: addNoteSchema,
    input: fieldsIn(form, 'cycleId', 'words'),
    command: addNote,
    keepsWords: true,
    onward: () => paths.cycleBook(codeIn(form), '?done=noted#notes'),
  });

export const changeNoteAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressForm(before, form, {
    back: paths.cycleBook(codeIn(form)),
    schema: changeNoteSchema,
    input: fieldsIn(form, 'noteId', 'version', 'words'),
    command: changeNote,
    keepsWords: true,
    onward: () => paths.cycleBook(codeIn(form), '?done=noted#notes'),
  });

export const removeNoteAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressForm(before, form, {
    back: paths.cycleBook(codeIn(form)),
    schema: removeNoteSchema,
    input: fieldsIn(form, 'noteId', 'version'),
    command: removeNote,
    onward: () => paths.cycleBook(codeIn(form), '?done=removed#notes'),
  });
