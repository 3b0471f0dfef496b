'use server';

import { OLD_PAGE, pressForm } from '@/auth/press';
import { codeIn, fieldsIn, type FormState } from '@/lib/form-state';
import { paths } from '@/lib/paths';
import { newToken } from '@/lib/token';
import { answerProposalFor } from './answering/commands';
import { askMentors } from './commands';
import { askMentorsSchema, proposalAnswerSchema } from './schema';

export const askMentorsAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressForm(before, form, {
    back: paths.askMentors(codeIn(form)),
    schema: askMentorsSchema,
    input: fieldsIn(form, 'cycleId', 'count'),
    unreadable: OLD_PAGE,
    command: (actor, input, now) => askMentors(actor, input, newToken, now),
    onward: () => paths.askMentors(codeIn(form), '?done=asked'),
  });

export const answerProposalForAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressForm(before, form, {
    back: paths.askMentors(codeIn(form)),
    schema: proposalAnswerSchema,
    input: fieldsIn(form, 'id', 'version', 'answer', 'reason'),
    command: answerProposalFor,
    onward: () => paths.askMentors(codeIn(form), '?done=written'),
  });
