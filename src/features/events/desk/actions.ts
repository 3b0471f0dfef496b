'use server';

import { OLD_PAGE, pressForm } from '@/auth/press';
import { codeIn, fieldsIn, textIn, type FormState } from '@/lib/form-state';
import { isId } from '@/lib/id';
import { paths } from '@/lib/paths';
import { newToken } from '@/lib/token';
import { inviteAll } from '../inviting/commands';
import { cancelEvent, saveEvent } from './commands';
import { eventStepSchema, saveEventSchema } from './schema';

const pageOf = (form: FormData, query = ''): string => {
  const id = textIn(form, 'eventId');
  return paths.eventDesk(codeIn(form), isId(id) ? id : 'new', query);
};

const FIELDS = [
  'cycleId',
  'version',
  'title',
  'kind',
  'startsAt',
  'minutes',
  'link',
  'place',
  'capacity',
  'answerOn',
  'arranged',
  'recording',
  'note',
] as const;

export const saveEventAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressForm(before, form, {
    back: pageOf(form),
    schema: saveEventSchema,
    input: { ...fieldsIn(form, ...FIELDS), eventId: textIn(form, 'eventId'), audience: form.getAll('audience') },
    command: (user, input, now) => saveEvent(user, input, { newToken, now }),
    keepsWords: true,
    fields: {
      'event.past': 'startsAt',
      'event.answer_late': 'answerOn',
      'event.answer_past': 'answerOn',
      'event.capacity': 'capacity',
    },
    onward: (id) => paths.eventDesk(codeIn(form), id, '?done=saved'),
  });

export const cancelEventAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressForm(before, form, {
    back: pageOf(form),
    schema: eventStepSchema,
    input: fieldsIn(form, 'eventId', 'version'),
    unreadable: OLD_PAGE,
    command: (user, input, now) => cancelEvent(user, input, { newToken, now }),
    onward: () => pageOf(form, '?done=cancelled'),
  });

export const inviteAllAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressForm(before, form, {
    back: pageOf(form),
    schema: eventStepSchema,
    input: fieldsIn(form, 'eventId', 'version'),
    unreadable: OLD_PAGE,
    command: (user, input, now) => inviteAll(user, input, { newToken, now }),
    onward: (count) => pageOf(form, `?done=invited&count=${count}`),
  });
