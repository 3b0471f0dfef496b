'use server';

import { OLD_PAGE, pressForm } from '@/auth/press';
import { codeIn, fieldsIn, textIn, type FormState } from '@/lib/form-state';
import { isId } from '@/lib/id';
import { paths } from '@/lib/paths';
import { saveNotice, sendNotice, stopNotice, testNotice } from './commands';
import { noticeStepSchema, saveNoticeSchema, sendNoticeSchema } from './schema';

const pageIn = (form: FormData, query = ''): string => {
  const id = textIn(form, 'id');
  return paths.notice(codeIn(form), isId(id) ? id : '', query);
};

export const saveNoticeAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressForm(before, form, {
    back: pageIn(form),
    schema: saveNoticeSchema,
    input: {
      ...fieldsIn(form, 'cycleId', 'version', 'standing'),
      id: textIn(form, 'id'),
      subject: textIn(form, 'subject'),
      body: textIn(form, 'body'),
      roles: form.getAll('roles'),
    },
    command: saveNotice,
    keepsWords: true,
    onward: (id) => paths.notice(codeIn(form), id, '?done=saved'),
  });

export const sendNoticeAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressForm(before, form, {
    back: pageIn(form),
    schema: sendNoticeSchema,
    input: fieldsIn(form, 'id', 'version', 'count'),
    unreadable: OLD_PAGE,
    command: sendNotice,
    onward: () => pageIn(form, '?done=sent'),
  });

export const stopNoticeAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressForm(before, form, {
    back: pageIn(form),
    schema: noticeStepSchema,
    input: fieldsIn(form, 'id', 'version'),
    unreadable: OLD_PAGE,
    command: stopNotice,
    onward: () => pageIn(form, '?done=stopped'),
  });

export const testNoticeAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressForm(before, form, {
    back: pageIn(form),
    schema: noticeStepSchema,
    input: fieldsIn(form, 'id', 'version'),
    unreadable: OLD_PAGE,
    command: testNotice,
    onward: () => pageIn(form, '?done=test'),
  });
