'use server';

import { OLD_PAGE, pressForm } from '@/auth/press';
import { readFilter, writeFilter } from '@/features/applications/inbox/schema';
import { codeIn, textIn, type FormState } from '@/lib/form-state';
import { paths } from '@/lib/paths';
import { markForDiscussion, markRead, removeComment, rewordComment, writeComment } from './commands';
import { markSchema, readSchema, removeSchema, rewordSchema, writeSchema } from './schema';

/** The page of the application, in the filter it was opened from. */
function back(form: FormData): string {
  const filter = writeFilter(readFilter(new URLSearchParams(textIn(form, 'filter')), true));
  return paths.application(codeIn(form), textIn(form, 'applicationId'), filter);
}

export const writeCommentAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressForm(before, form, {
    back: back(form),
    schema: writeSchema,
    input: { applicationId: textIn(form, 'applicationId'), body: textIn(form, 'body') },
    command: writeComment,
    keepsWords: true,
    stay: true,
  });

export const rewordCommentAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressForm(before, form, {
    back: back(form),
    schema: rewordSchema,
    input: { id: textIn(form, 'id'), version: textIn(form, 'version'), body: textIn(form, 'body') },
    command: rewordComment,
    keepsWords: true,
    stay: true,
  });

export const removeCommentAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressForm(before, form, {
    back: back(form),
    schema: removeSchema,
    input: { id: textIn(form, 'id'), version: textIn(form, 'version') },
    command: removeComment,
    stay: true,
    unreadable: OLD_PAGE,
  });

export const markForDiscussionAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressForm(before, form, {
    back: back(form),
    schema: markSchema,
    input: {
      applicationId: textIn(form, 'applicationId'),
      version: textIn(form, 'version'),
      on: textIn(form, 'on'),
      reason: textIn(form, 'reason'),
    },
    command: markForDiscussion,
    keepsWords: true,
    stay: true,
  });

export const markReadAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressForm(before, form, {
    back: back(form),
    schema: readSchema,
    input: { applicationId: textIn(form, 'applicationId'), until: textIn(form, 'until') },
    command: markRead,
    stay: true,
    unreadable: OLD_PAGE,
  });
