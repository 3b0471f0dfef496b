'use server';

import { pressForm } from '@/auth/press';
import { codeIn, textIn, type FormState } from '@/lib/form-state';
import { paths } from '@/lib/paths';
import { readFilter, writeFilter } from '../schema';
import { deleteView, renameView, saveView, startWithView } from './commands';
import { renameViewSchema, saveViewSchema, viewSchema } from './schema';

const queryIn = (form: FormData) => writeFilter(readFilter(new URLSearchParams(textIn(form, 'filter')), true));
const inbox = (form: FormData) => paths.inbox(codeIn(form), queryIn(form));

export const saveViewAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressForm(before, form, {
    back: inbox(form),
    schema: saveViewSchema,
    input: { cycleId: textIn(form, 'cycleId'), name: textIn(form, 'name'), query: queryIn(form) },
    command: saveView,
    onward: () => `${inbox(form)}&saved=view`,
  });

export const renameViewAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressForm(before, form, {
    back: inbox(form),
    schema: renameViewSchema,
    input: { id: textIn(form, 'id'), name: textIn(form, 'name') },
    command: renameView,
    onward: () => `${inbox(form)}&saved=view`,
  });

export const deleteViewAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressForm(before, form, {
    back: inbox(form),
    schema: viewSchema,
    input: { id: textIn(form, 'id') },
    command: deleteView,
    onward: () => `${inbox(form)}&saved=view_deleted`,
  });

export const startWithViewAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressForm(before, form, {
    back: inbox(form),
    schema: viewSchema,
    input: { id: textIn(form, 'id') },
    command: startWithView,
    onward: () => `${inbox(form)}&saved=view_start`,
  });
