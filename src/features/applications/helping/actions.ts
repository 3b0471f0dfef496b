'use server';

import { newCodeDice } from '@/auth/codes';
import { pressForm } from '@/auth/press';
import { webEnv } from '@/lib/env';
import { codeIn, fieldsIn, textIn, type FormState } from '@/lib/form-state';
import { isId } from '@/lib/id';
import { paths } from '@/lib/paths';
import { addContactNote, enterFor, reinstate } from './commands';
import { moveAddress } from './moving/commands';
import { enterSchema, moveAddressSchema, noteSchema, reinstateSchema } from './schema';

const waysOf = (form: FormData, done: string) => {
  const [code, id] = [codeIn(form), textIn(form, 'applicationId')];
  const at = (query = '') => (isId(id) ? paths.helped(code, id, query) : paths.people(code));
  return { back: at(), onward: () => at(`?done=${done}`) };
};
const dice = () => newCodeDice(webEnv().AUTH_SECRET);

export const addContactNoteAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressForm(before, form, {
    ...waysOf(form, 'note'),
    schema: noteSchema,
    input: fieldsIn(form, 'applicationId', 'how', 'day', 'text'),
    command: addContactNote,
  });

export const reinstateAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressForm(before, form, {
    ...waysOf(form, 'reinstated'),
    schema: reinstateSchema,
    input: fieldsIn(form, 'applicationId', 'reason'),
    command: reinstate,
  });

export const moveAddressAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressForm(before, form, {
    ...waysOf(form, 'moved'),
    schema: moveAddressSchema,
    input: fieldsIn(form, 'applicationId', 'email', 'reason'),
    command: (user, input, now) => moveAddress(user, input, dice(), now),
  });

export const enterForAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressForm(before, form, {
    back: paths.enterFor(codeIn(form)),
    schema: enterSchema,
    input: { ...fieldsIn(form, 'email', 'role', 'reason'), cycle: codeIn(form) },
    command: (user, input, now) => enterFor(user, input, dice(), now),
    onward: (id) => paths.helped(codeIn(form), id, '?done=entered'),
  });
