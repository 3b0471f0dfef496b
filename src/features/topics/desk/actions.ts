'use server';

import { OLD_PAGE, pressForm } from '@/auth/press';
import { codeIn, fieldsIn, textIn, type FormState } from '@/lib/form-state';
import { isId } from '@/lib/id';
import { paths } from '@/lib/paths';
import { dropTopic, saveTopic } from './commands';
import { saveTopicSchema, topicStepSchema } from './schema';

const pageOf = (form: FormData): string => {
  const id = textIn(form, 'topicId');
  return paths.topic(codeIn(form), isId(id) ? id : 'new');
};

export const saveTopicAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressForm(before, form, {
    back: pageOf(form),
    schema: saveTopicSchema,
    input: {
      ...fieldsIn(form, 'cycleId', 'version', 'sendOn', 'title', 'words'),
      topicId: textIn(form, 'topicId'),
    },
    command: saveTopic,
    keepsWords: true,
    fields: { 'topic.outside': 'sendOn', 'topic.past': 'sendOn', 'topic.twice': 'sendOn' },
    onward: () => paths.topics(codeIn(form), '?done=saved'),
  });

export const dropTopicAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressForm(before, form, {
    back: pageOf(form),
    schema: topicStepSchema,
    input: fieldsIn(form, 'topicId', 'version'),
    unreadable: OLD_PAGE,
    command: dropTopic,
    onward: () => paths.topics(codeIn(form), '?done=dropped'),
  });
